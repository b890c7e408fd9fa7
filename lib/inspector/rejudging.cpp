// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/private.h"

#include <algorithm>

namespace inspector
{

using namespace Qt::Literals::StringLiterals;

static std::optional<capture::Endpoint> endpointAt(const QList<capture::Endpoint> &endpoints,
                                                   const QString &path)
{
    const auto found = std::find_if(
        endpoints.begin(), endpoints.end(),
        [&path](const capture::Endpoint &endpoint) { return endpoint.path == path; });
    return found == endpoints.end() ? std::nullopt : std::optional(*found);
}

static QString verdictsOf(const QString &path) { return u"verdicts "_s + path; }

// One endpoint after the other. The one that is under way begins anew, for what it is judged by has
// changed.
void Inspector::rejudge(const QString &endpoint)
{
    if (!d->store || d->store->readOnly)
        return;
    d->unwritten.forget(verdictsOf(endpoint));
    const bool underWay = !d->rejudging.isEmpty() && d->rejudging.first() == endpoint;
    if (!d->rejudging.contains(endpoint))
        d->rejudging.append(endpoint);
    if (underWay || d->rejudging.size() == 1)
        rejudgeNext();
}

void Inspector::rejudgeNext()
{
    if (d->rejudging.isEmpty())
        return;
    const int generation = ++d->rejudgeGeneration;
    const QString path = d->rejudging.first();
    const auto endpoint = endpointAt(d->endpoints, path);
    if (!endpoint) { // It is gone, and with it what its deliveries would be judged by.
        d->rejudging.removeFirst();
        rejudgeNext();
        Q_EMIT rejudged(path);
        d->unwritten.written(verdictsOf(path));
        return;
    }
    const RejudgeSlice slice{.store = d->store->id,
                             .endpoint = *endpoint,
                             .scheme = d->schemes.find(endpoint->scheme),
                             .secrets = d->secrets.of(path),
                             .judgedAt = core::now()};
    d->storeThread.ask(
        this,
        [](capture::Recorder &recorder) -> qint64 {
            if (!recorder.store())
                return 0;
            const auto count = recorder.store()->deliveryCount();
            return count ? *count : 0;
        },
        [this, generation, slice](qint64 total) { rejudgeSlice(generation, slice, 0, total); });
}

// Begins anew once the store can be written; what is as it was judged then is passed over.
void Inspector::Private::keepUnjudged(Inspector &self, const QString &path,
                                      const core::Error &error)
{
    const bool repeats = error.kind != core::ErrorKind::Damaged;
    const core::Error told = Unwritten::named(
        error, tr("The new verdicts of the webhooks at %1 are not saved.").arg(path), repeats);
    if (!repeats)
        return Q_EMIT self.failed(told);
    unwritten.keep(verdictsOf(path), [&self, path] { self.rejudge(path); }, told);
}

void Inspector::rejudgeSlice(int generation, RejudgeSlice slice, qint64 done, qint64 total)
{
    if (generation != d->rejudgeGeneration)
        return;
    d->storeThread.ask(
        this,
        [slice](capture::Recorder &recorder) -> core::Result<RejudgeOutcome> {
            if (!recorder.store() || recorder.store()->id() != slice.store)
                return RejudgeOutcome{.done = true};
            return inspector::rejudge(*recorder.store(), slice);
        },
        [this, generation, slice, done, total](const core::Result<RejudgeOutcome> &outcome) {
            const qint64 looked = done + (outcome ? outcome->looked : 0);
            if (outcome)
                Q_EMIT judged(outcome->changed, looked, std::max(looked, total));
            else
                d->keepUnjudged(*this, slice.endpoint.path, outcome.error());
            if (generation != d->rejudgeGeneration)
                return;
            if (outcome && !outcome->done) {
                RejudgeSlice next = slice;
                next.after = outcome->last;
                return rejudgeSlice(generation, next, looked, total);
            }
            d->rejudging.removeFirst();
            rejudgeNext();
            if (!outcome)
                return;
            Q_EMIT rejudged(slice.endpoint.path);
            d->unwritten.written(verdictsOf(slice.endpoint.path));
        });
}

void Inspector::testSecret(const QString &endpoint, const signature::SecretPtr &secret, int ticket)
{
    const auto at = endpointAt(d->endpoints, endpoint);
    const auto scheme = at ? d->schemes.find(at->scheme) : std::nullopt;
    if (!d->store || !scheme) {
        Q_EMIT secretTested(ticket, 0, 0);
        return;
    }
    QStringList atHand;
    for (const signature::SecretPtr &known : d->secrets.of(endpoint))
        atHand.append(known->label());
    d->storeThread.ask(
        this,
        [endpoint = *at, scheme = *scheme, secret,
         atHand](capture::Recorder &recorder) -> core::Result<SecretTrial> {
            if (!recorder.store())
                return SecretTrial();
            return trySecret(*recorder.store(), endpoint, scheme, secret, atHand);
        },
        [this, ticket](const core::Result<SecretTrial> &trial) {
            if (trial)
                Q_EMIT secretTested(ticket, trial->verified, trial->tried);
            else
                Q_EMIT failed(trial.error());
        });
}

} // namespace inspector
