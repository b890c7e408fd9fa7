// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/rejudgejob.h"

#include "capture/context.h"
#include "signature/verifier.h"

namespace inspector
{

constexpr int sliceLength = 500;
constexpr int looksBack = 400; // rows, for a secret that is tried
constexpr qint64 unfittedTried = 200; // of these, the latest

static capture::Judgement judge(const capture::Delivery &delivery, const RejudgeSlice &slice)
{
    capture::Judgement judgement{.id = delivery.id,
                                 .judgedAt = slice.judgedAt,
                                 .verdict = {.scheme = slice.endpoint.scheme}};
    judgement.event = delivery.event;
    if (!slice.scheme)
        return judgement;
    judgement.verdict
        = signature::verify(delivery.request, *slice.scheme, slice.secrets, delivery.receivedAt,
                            capture::contextOf(slice.endpoint, delivery.request.target));
    // Each scheme has its own places for the event.
    judgement.event = capture::describeEvent(delivery.request, *slice.scheme);
    return judgement;
}

// What the row shows of the delivery so far: the latest judgement's, else what was said at arrival.
static bool isNews(const capture::Judgement &judgement, const capture::Record &record)
{
    const capture::Delivery &delivery = *record.delivery;
    return judgement.verdict != record.judged.value_or(delivery.verdict)
        || judgement.event != record.judgedEvent.value_or(delivery.event);
}

// Whether whom the delivery tells of may be known now, or be another: that is of the scheme and the
// account, and of nobody in what anybody may have sent.
static bool movesSubject(const capture::Judgement &judgement, const capture::Record &record)
{
    const signature::Verdict verdict = record.judged.value_or(record.delivery->verdict);
    const capture::Event event = record.judgedEvent.value_or(record.delivery->event);
    return capture::isForged(verdict) != capture::isForged(judgement.verdict)
        || verdict.scheme != judgement.verdict.scheme
        || event.account != judgement.event.value_or(event).account;
}

core::Result<RejudgeOutcome> rejudge(capture::Store &store, const RejudgeSlice &slice)
{
    const auto records = store.records(slice.after, sliceLength);
    if (!records)
        return records.error();
    RejudgeOutcome outcome{.last = slice.after, .done = records->size() < sliceLength};
    QList<capture::Record> moved;
    for (const capture::Record &record : *records) {
        const capture::Delivery &delivery = *record.delivery;
        outcome.last = delivery.id;
        ++outcome.looked;
        if (delivery.endpoint != slice.endpoint.path)
            continue;
        const capture::Judgement judgement = judge(delivery, slice);
        if (!isNews(judgement, record))
            continue;
        outcome.changed.append(judgement);
        if (!movesSubject(judgement, record))
            continue;
        moved.append(record);
        moved.last().judged = judgement.verdict;
        moved.last().judgedEvent = judgement.event;
    }
    if (outcome.changed.isEmpty())
        return outcome;
    // First what is told of no more once the verdicts are stored; who comes again finds both to do.
    if (const core::Status told = moved.isEmpty() ? core::Done{} : store.tellSubjects(moved); !told)
        return told.error();
    if (const core::Status written = store.append(outcome.changed); !written)
        return written.error();
    return outcome;
}

static bool isUnfitted(const signature::Verdict &verdict)
{
    return verdict.signature == signature::Signature::NoSecret
        || verdict.signature == signature::Signature::Invalid;
}

// Whether it was verified with a secret that is not at hand any more.
static bool isSecretGone(const signature::Verdict &verdict, const QStringList &atHand)
{
    return verdict.signature == signature::Signature::Verified && !atHand.contains(verdict.secret);
}

core::Result<SecretTrial> trySecret(const capture::Store &store, const capture::Endpoint &endpoint,
                                    const signature::Scheme &scheme,
                                    const signature::SecretPtr &secret, const QStringList &atHand)
{
    const auto records = store.records(std::max<qint64>(0, store.lastId() - looksBack), looksBack);
    if (!records)
        return records.error();
    SecretTrial trial;
    qint64 unfitted = 0;
    for (auto record = records->crbegin(); record != records->crend(); ++record) {
        const capture::Delivery &delivery = *record->delivery;
        const signature::Verdict shown = record->judged.value_or(delivery.verdict);
        if (delivery.endpoint != endpoint.path
            || (!isSecretGone(shown, atHand) && (!isUnfitted(shown) || ++unfitted > unfittedTried)))
            continue;
        ++trial.tried;
        const auto verdict
            = signature::verify(delivery.request, scheme, {secret}, delivery.receivedAt,
                                capture::contextOf(endpoint, delivery.request.target));
        trial.verified += verdict.signature == signature::Signature::Verified;
    }
    return trial;
}

} // namespace inspector
