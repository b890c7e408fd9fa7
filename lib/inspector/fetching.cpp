// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/private.h"

namespace inspector
{

using Found = core::Result<std::shared_ptr<Details>>;

static Found find(const capture::Store &store, qint64 id)
{
    auto details = std::make_shared<Details>();
    details->id = id;
    const auto record = store.record(id);
    if (!record)
        return record.error();
    if (*record) {
        details->delivery = (*record)->delivery;
        details->answer = (*record)->answer;
        details->attempts = (*record)->attempts;
        details->marked = (*record)->marked;
        details->note = (*record)->note;
        details->import = (*record)->import;
        details->oddities = (*record)->oddities;
        const auto previous = store.previousOfSubject(id);
        if (!previous)
            return previous.error();
        details->previousOfSubject = *previous;
        const auto judgements = store.judgements(id);
        if (!judgements)
            return judgements.error();
        details->judgements = *judgements;
        return details;
    }
    const auto rejection = store.rejection(id);
    if (!rejection)
        return rejection.error();
    details->rejection = *rejection;
    if (*rejection) {
        details->marked = (*rejection)->marked;
        details->note = (*rejection)->note;
    }
    return details;
}

void Inspector::fetch(qint64 id)
{
    d->storeThread.ask(
        this,
        [id](capture::Recorder &recorder) -> Found {
            if (!recorder.store())
                return core::Error{.what = tr("No store is open."), .why = {}};
            return find(*recorder.store(), id);
        },
        [this](const Found &found) {
            if (!found)
                return Q_EMIT failed(found.error());
            Details &details = **found;
            if (!details.delivery && !details.rejection)
                return;
            addRule(details);
            details.note = d->unwritten.note(details.id).value_or(details.note);
            Q_EMIT fetched(details);
        });
}

// What the delivery is judged by now: here the store's schemes and the endpoints are known.
void Inspector::addRule(Details &details) const
{
    if (!details.delivery)
        return;
    const capture::Delivery &delivery = *details.delivery;
    const signature::Verdict &shown
        = details.judgements.isEmpty() ? delivery.verdict : details.judgements.constLast().verdict;
    if (const auto scheme = d->schemes.find(shown.scheme))
        details.scheme = std::make_shared<const signature::Scheme>(*scheme);
    details.subject = capture::standardSubject(shown.scheme);
    for (const capture::Endpoint &endpoint : d->endpoints) {
        if (endpoint.path != delivery.endpoint)
            continue;
        details.senderUrl = capture::senderUrl(endpoint, delivery.request.target);
        if (!endpoint.rules.subject.isEmpty())
            details.subject = endpoint.rules.subject.toUtf8();
    }
}

} // namespace inspector
