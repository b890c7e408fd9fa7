// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/rejudgejob.h"

#include "signature/verifier.h"

namespace inspector
{

constexpr int sliceLength = 500;
constexpr qint64 trialLength = 200;

core::Result<RejudgeOutcome> rejudge(capture::Store &store, const RejudgeSlice &slice)
{
    const auto records = store.records(slice.after, sliceLength);
    if (!records)
        return records.error();
    RejudgeOutcome outcome{.last = slice.after, .done = records->size() < sliceLength};
    for (const capture::Record &record : *records) {
        const capture::Delivery &delivery = *record.delivery;
        outcome.last = delivery.id;
        ++outcome.looked;
        if (delivery.endpoint != slice.endpoint)
            continue;
        const signature::Verdict verdict = slice.scheme
            ? signature::verify(delivery.request, *slice.scheme, slice.secrets, delivery.receivedAt)
            : signature::Verdict{};
        if (verdict != record.judged.value_or(delivery.verdict))
            outcome.changed.append({delivery.id, slice.judgedAt, verdict});
    }
    if (!outcome.changed.isEmpty()) {
        if (const core::Status written = store.append(outcome.changed); !written)
            return written.error();
    }
    return outcome;
}

core::Result<SecretTrial> trySecret(const capture::Store &store, const QString &endpoint,
                                    const signature::Scheme &scheme,
                                    const signature::SecretPtr &secret)
{
    const auto records
        = store.records(std::max<qint64>(0, store.lastId() - 2 * trialLength), 2 * trialLength);
    if (!records)
        return records.error();
    SecretTrial trial;
    for (auto record = records->crbegin(); record != records->crend(); ++record) {
        const capture::Delivery &delivery = *record->delivery;
        const signature::Signature shown = record->judged.value_or(delivery.verdict).signature;
        if (delivery.endpoint != endpoint || trial.tried == trialLength
            || (shown != signature::Signature::NoSecret && shown != signature::Signature::Invalid))
            continue;
        ++trial.tried;
        const auto verdict
            = signature::verify(delivery.request, scheme, {secret}, delivery.receivedAt);
        trial.verified += verdict.signature == signature::Signature::Verified;
    }
    return trial;
}

} // namespace inspector
