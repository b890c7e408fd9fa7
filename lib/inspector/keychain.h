// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/secret.h"

#include <QObject>

#include <functional>

namespace QKeychain
{
class Job;
} // namespace QKeychain

namespace inspector
{

// Names one remembered secret of a store.
struct KeychainEntry {
    QString endpoint;
    QString label;

    bool operator==(const KeychainEntry &) const = default;
};

// The system keychain's entries of one store. It cannot be listed, so the caller keeps the labels.
// Lives on the main thread; every request returns at once and is answered by a signal. Any failure
// but "not found" means that there is no usable keychain.
class Keychain : public QObject
{
    Q_OBJECT

public:
    explicit Keychain(QString storeId, QObject *parent = nullptr);

public Q_SLOTS:
    void store(const QString &endpoint, const signature::SecretPtr &secret); // stored
    void
    read(const QList<inspector::KeychainEntry> &entries); // found or missing, then readFinished
    void remove(const QString &endpoint, const QString &label); // removed, also if it was not there

Q_SIGNALS:
    void stored(const QString &endpoint, const QString &label);
    void found(const QString &endpoint, const signature::SecretPtr &secret);
    void missing(const QString &endpoint, const QString &label);
    void readFinished(); // also when the keychain turned out to be unavailable
    void removed(const QString &endpoint, const QString &label);
    // In place of the request's own signal; a sentence. Locked: the user can still unlock it.
    void unavailable(const QString &why, bool locked);

private:
    void readNext(QList<KeychainEntry> left);
    void take(const KeychainEntry &entry, const QKeychain::Job &job,
              const signature::SecretPtr &secret, const QList<KeychainEntry> &left);
    void tellStored(const QKeychain::Job &job, const QString &endpoint, const QString &label);
    void explain(
        const QKeychain::Job &job, const std::function<void()> &absent,
        const std::function<void()> &unusable = [] { });
    QString key(const QString &endpoint, const QString &label) const;

    QString m_storeId;
};

// `<store id>/<endpoint>/<label>`; a slash or per cent sign in the label is percent-encoded, so
// that no two entries share a key.
QString keychainKey(const QString &storeId, const QString &endpoint, const QString &label);

} // namespace inspector
