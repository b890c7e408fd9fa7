// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/private.h"

namespace inspector
{

const signature::Secrets &Inspector::secrets(const QString &endpoint) const
{
    return d->secrets.of(endpoint);
}

QList<SecretFacts> Inspector::secretFacts() const { return d->secrets.facts(); }

void Inspector::recallSecrets()
{
    if (d->keychain && !d->secrets.remembered().isEmpty())
        d->keychain->read(d->secrets.remembered());
}

void Inspector::useSecrets(const QString &endpoint, const signature::Secrets &secrets)
{
    for (const signature::SecretPtr &secret : secrets)
        d->secrets.add(endpoint, secret);
    publishRoutes();
    Q_EMIT secretsChanged();
}

void Inspector::addSecret(const QString &endpoint, const signature::SecretPtr &secret,
                          bool remember)
{
    const QString path = endpoint; // A row's own string may change with secretsChanged().
    useSecrets(path, {secret});
    if (remember && d->keychain)
        d->keychain->store(path, secret);
    rejudge(path);
}

void Inspector::renameSecret(const QString &endpoint, const QString &label, const QString &newLabel)
{
    const signature::SecretPtr secret = d->secrets.find(endpoint, label);
    if (!secret || label == newLabel)
        return;
    const bool remembered = d->secrets.remembered(endpoint, label);
    QByteArray bytes = secret->bytes().toByteArray();
    const signature::SecretPtr renamed = signature::Secret::take(newLabel, bytes);
    if (remembered && d->keychain)
        d->keychain->remove(endpoint, label);
    d->secrets.remove(endpoint, label);
    d->secrets.setRemembered(endpoint, label, false);
    addSecret(endpoint, renamed, remembered); // Behind this the caller's strings may be others.
    rememberLabels();
}

void Inspector::forgetSecret(const QString &endpoint, const QString &label)
{
    const QString path = endpoint; // A row's own string may change with secretsChanged().
    if (d->secrets.remembered(path, label) && d->keychain)
        d->keychain->remove(path, label);
    d->secrets.setRemembered(path, label, false);
    d->secrets.remove(path, label);
    rememberLabels();
    publishRoutes();
    Q_EMIT secretsChanged();
    rejudge(path);
}

void Inspector::rememberLabels()
{
    QList<std::pair<QString, QString>> labels;
    for (const KeychainEntry &entry : d->secrets.remembered())
        labels.append({entry.endpoint, entry.label});
    d->unwritten.change(
        {.work = [labels](capture::Store &store) { return store.setSecretLabels(labels); },
         .done = [] {},
         .trouble = tr("Which secrets the keyring has is not saved."),
         .repeats = true,
         .key = QStringLiteral("labels")});
    Q_EMIT secretsChanged();
}

} // namespace inspector
