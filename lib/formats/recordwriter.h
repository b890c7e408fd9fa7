// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/record.h"
#include "json/writer.h"

namespace formats
{

// What another format says already beside a delivery's object, or is not wanted in it.
struct LeftOut {
    bool fields = false; // of the request
    bool body = false;
    bool answerFields = false;
    bool answerBody = false;
    bool verdicts = false; // that of the arrival and the latest
    bool attempts = false; // to send it again

    bool operator==(const LeftOut &) const = default;
};

// `hookglass.delivery/1` and `hookglass.rejection/1` as a value. Bytes that are not UTF-8 stand as
// {"base64":"…"}; what is not known is null.
void writeRecord(json::Writer &writer, const capture::Record &record, const LeftOut &leftOut = {});
void writeRejection(json::Writer &writer, const capture::Rejection &rejection);

} // namespace formats
