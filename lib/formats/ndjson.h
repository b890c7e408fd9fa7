// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/delivery.h"
#include "capture/rejection.h"

namespace formats
{

// What of a delivery's later records stands in its line.
struct NdjsonRecord {
    capture::DeliveryPtr delivery;
    std::optional<capture::Answer> answer;
    std::optional<signature::Verdict> judged; // the latest own judgement
    bool marked = false;
    QString note;
};

// One line of `hookglass.delivery/1` with its line feed. Bytes that are not UTF-8 stand as
// {"base64":"…"}.
QByteArray ndjsonLine(const NdjsonRecord &record);

// One line of `hookglass.rejection/1` with its line feed.
QByteArray ndjsonLine(const capture::Rejection &rejection);

} // namespace formats
