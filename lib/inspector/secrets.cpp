// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/private.h"
#include "signature/catalogue.h"

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
    change([labels](capture::Store &store) { return store.setSecretLabels(labels); }, [] {});
    Q_EMIT secretsChanged();
}

static std::optional<signature::Scheme> schemeOf(const QList<capture::Endpoint> &endpoints,
                                                 const QString &path)
{
    for (const capture::Endpoint &endpoint : endpoints) {
        if (endpoint.path == path)
            return signature::schemeById(endpoint.scheme);
    }
    return {};
}

void Inspector::rejudge(const QString &endpoint)
{
    if (!d->store || d->store->readOnly)
        return;
    const int generation = ++d->rejudgeGeneration;
    const RejudgeSlice slice{.endpoint = endpoint,
                             .scheme = schemeOf(d->endpoints, endpoint),
                             .secrets = d->secrets.of(endpoint),
                             .judgedAt = core::now()};
    d->storeThread.ask(
        this,
        [](capture::Recorder &recorder) -> qint64 {
            const auto count = recorder.store()->deliveryCount();
            return count ? *count : 0;
        },
        [this, generation, slice](qint64 total) { rejudgeSlice(generation, slice, 0, total); });
}

void Inspector::rejudgeSlice(int generation, RejudgeSlice slice, qint64 done, qint64 total)
{
    if (generation != d->rejudgeGeneration)
        return;
    d->storeThread.ask(
        this,
        [slice](capture::Recorder &recorder) {
            return inspector::rejudge(*recorder.store(), slice);
        },
        [this, generation, slice, done, total](const core::Result<RejudgeOutcome> &outcome) {
            if (!outcome) {
                Q_EMIT failed(outcome.error());
                return;
            }
            const qint64 looked = done + outcome->looked;
            Q_EMIT judged(outcome->changed, looked, std::max(looked, total));
            if (outcome->done) {
                Q_EMIT rejudged(slice.endpoint);
                return;
            }
            RejudgeSlice next = slice;
            next.after = outcome->last;
            rejudgeSlice(generation, next, looked, total);
        });
}

void Inspector::testSecret(const QString &endpoint, const signature::SecretPtr &secret, int ticket)
{
    const auto scheme = schemeOf(d->endpoints, endpoint);
    if (!d->store || !scheme) {
        Q_EMIT secretTested(ticket, 0, 0);
        return;
    }
    d->storeThread.ask(
        this,
        [endpoint, scheme = *scheme, secret](capture::Recorder &recorder) {
            return trySecret(*recorder.store(), endpoint, scheme, secret);
        },
        [this, ticket](const core::Result<SecretTrial> &trial) {
            if (trial)
                Q_EMIT secretTested(ticket, trial->verified, trial->tried);
            else
                Q_EMIT failed(trial.error());
        });
}

} // namespace inspector
