// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/keychain.h"

#include <QHash>

namespace inspector
{

// A secret as it may be shown.
struct SecretFacts {
    QString endpoint;
    QString label;
    QString lastFour;
    bool remembered = false; // in the system keychain
};

// The secrets in memory, by endpoint, and which of them the keychain holds. A value on the main
// thread; the bytes stay where they are, shared and never copied.
class SecretRing
{
public:
    const QHash<QString, signature::Secrets> &byEndpoint() const { return m_secrets; }
    const signature::Secrets &of(const QString &endpoint) const;
    signature::SecretPtr find(const QString &endpoint, const QString &label) const;
    QList<SecretFacts> facts() const;

    void add(const QString &endpoint, const signature::SecretPtr &secret); // replaces its label
    void remove(const QString &endpoint, const QString &label);

    bool remembered(const QString &endpoint, const QString &label) const;
    void setRemembered(const QString &endpoint, const QString &label, bool remembered);
    const QList<KeychainEntry> &remembered() const { return m_remembered; }
    void setRemembered(const QList<KeychainEntry> &entries) { m_remembered = entries; }
    void clear();

private:
    QHash<QString, signature::Secrets> m_secrets;
    QList<KeychainEntry> m_remembered;
};

} // namespace inspector
