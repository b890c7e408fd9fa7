// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/keychain.h"

#include "inspector/keyringlock.h"
#include "signature/secretinput.h"

#include <QPointer>
#include <qt6keychain/keychain.h>

namespace inspector
{
namespace
{

const auto service = QStringLiteral("Hookglass");

QString reason(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::AccessDeniedByUser:
        return Keychain::tr("The system keyring is locked.");
    case QKeychain::AccessDenied:
        return Keychain::tr("The system keyring refused access.");
    case QKeychain::CouldNotDeleteEntry:
        return Keychain::tr("The system keyring could not delete the entry.");
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        break;
    }
    return Keychain::tr("No keyring service found.");
}

} // namespace

QString keychainKey(const QString &storeId, const QString &endpoint, const QString &label)
{
    auto safe = label;
    safe.replace(u'%', QStringLiteral("%25")).replace(u'/', QStringLiteral("%2F"));
    return storeId + u'/' + endpoint + u'/' + safe;
}

Keychain::Keychain(QString storeId, QObject *parent)
    : QObject(parent)
    , m_storeId(std::move(storeId))
{
}

// A job ends by itself and belongs to nobody: the keyring's library calls it back even when it is
// gone, and another store may be opened meanwhile.

void Keychain::store(const QString &endpoint, const signature::SecretPtr &secret)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setKey(key(endpoint, secret->label()));
    auto bytes = secret->bytes().toByteArray();
    job->setBinaryData(bytes);
    // The job shares the buffer, so wiping ours at its end leaves none behind.
    connect(job, &QKeychain::Job::finished, job,
            [self = QPointer(this), job, endpoint, label = secret->label(), bytes]() mutable {
                signature::wipe(bytes);
                if (self)
                    self->tellStored(*job, endpoint, label);
            });
    job->start();
}

void Keychain::tellStored(const QKeychain::Job &job, const QString &endpoint, const QString &label)
{
    if (job.error() == QKeychain::NoError)
        Q_EMIT stored(endpoint, label);
    else
        explain(job, [this, why = reason(job)] { Q_EMIT unavailable(why, false); });
}

void Keychain::read(const QList<KeychainEntry> &entries) { readNext(entries); }

// One after the other: a keychain that refuses the first one is not asked again and again.
void Keychain::readNext(QList<KeychainEntry> left)
{
    if (left.isEmpty()) {
        Q_EMIT readFinished();
        return;
    }
    const auto entry = left.takeFirst();
    auto *job = new QKeychain::ReadPasswordJob(service);
    job->setKey(key(entry.endpoint, entry.label));
    connect(job, &QKeychain::Job::finished, job, [self = QPointer(this), job, entry, left] {
        auto held = job->binaryData();
        QByteArray bytes(held.constData(), held.size());
        signature::wipe(held);
        const auto secret = signature::Secret::take(entry.label, bytes);
        if (self)
            self->take(entry, *job, secret, left);
    });
    job->start();
}

void Keychain::take(const KeychainEntry &entry, const QKeychain::Job &job,
                    const signature::SecretPtr &secret, const QList<KeychainEntry> &left)
{
    if (job.error() == QKeychain::NoError) {
        Q_EMIT found(entry.endpoint, secret);
        return readNext(left);
    }
    const auto absent = [this, entry, left] {
        Q_EMIT missing(entry.endpoint, entry.label);
        readNext(left);
    };
    explain(job, absent, [this] { readNext({}); });
}

void Keychain::remove(const QString &endpoint, const QString &label)
{
    auto *job = new QKeychain::DeletePasswordJob(service);
    job->setKey(key(endpoint, label));
    connect(job, &QKeychain::Job::finished, this, [this, job, endpoint, label] {
        if (job->error() == QKeychain::NoError)
            Q_EMIT removed(endpoint, label);
        else
            explain(*job, [this, endpoint, label] { Q_EMIT removed(endpoint, label); });
    });
    job->start();
}

// A locked keyring that the user does not unlock says "not found" or anything else.
void Keychain::explain(const QKeychain::Job &job, const std::function<void()> &absent,
                       const std::function<void()> &unusable)
{
    const QString why = reason(job);
    const auto error = job.error();
    askForKeyring(this, [this, why, error, absent, unusable](Keyring keyring) {
        const bool locked = keyring == Keyring::Locked;
        if (error == QKeychain::EntryNotFound && !locked)
            return absent();
        const bool declined = locked || error == QKeychain::AccessDeniedByUser;
        const bool uncreated = keyring == Keyring::Missing && error == QKeychain::OtherError;
        Q_EMIT unavailable(locked          ? tr("The system keyring is locked.")
                               : uncreated ? tr("No keyring was created.")
                                           : why,
                           declined);
        unusable();
    });
}

QString Keychain::key(const QString &endpoint, const QString &label) const
{
    return keychainKey(m_storeId, endpoint, label);
}

} // namespace inspector
