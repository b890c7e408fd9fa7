// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/summary.h"

// Rows of the live table for tests.
namespace rows
{

inline capture::Summary row(qint64 id,
                            signature::Signature verdict = signature::Signature::Verified,
                            signature::Freshness freshness = signature::Freshness::Fresh)
{
    return {.id = id,
            .receivedAt = 1'795'428'000'000'000 + id * 1000,
            .endpoint = QStringLiteral("/"),
            .topic = QStringLiteral("customer/updated"),
            .text = QStringLiteral("user%1@example.com · 240 pts").arg(id),
            .bodySize = 400 + id % 7,
            .ageSeconds = 1,
            .status = 200,
            .signature = verdict,
            .freshness = freshness};
}

inline QList<capture::Summary> several(qint64 first, qint64 last)
{
    QList<capture::Summary> made;
    for (qint64 id = first; id <= last; ++id)
        made.append(row(id));
    return made;
}

} // namespace rows
