// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/summary.h"

namespace capture
{

Summary summarise(const Delivery &delivery, qint64 id)
{
    return {
        .id = id,
        .receivedAt = delivery.receivedAt,
        .endpoint = delivery.endpoint,
        .peer = delivery.peer.address,
        .topic = delivery.event.topic,
        .account = delivery.event.account,
        .eventId = delivery.event.id,
        .scheme = delivery.verdict.scheme,
        .secret = delivery.verdict.secret,
        .text = delivery.event.summary,
        .method = delivery.request.method,
        .target = delivery.request.target,
        .bodySize = delivery.request.body.size(),
        .ageSeconds = delivery.verdict.ageSeconds,
        .signature = delivery.verdict.signature,
        .freshness = delivery.verdict.freshness,
        .test = delivery.test,
        .prints = delivery.prints,
    };
}

Summary summarise(const Rejection &rejection)
{
    return {
        .id = rejection.id,
        .receivedAt = rejection.receivedAt,
        .peer = rejection.peer.address,
        .text = rejection.detail.isEmpty() ? title(rejection.reason) : rejection.detail,
        .bodySize = rejection.bytes.size(),
        .status = rejection.status,
        .rejection = rejection.reason,
        .marked = rejection.marked,
        .note = rejection.note,
        .count = rejection.count,
    };
}

} // namespace capture
