// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/utf8.h"

#include <simdjson.h>

namespace json
{

namespace
{

// What may follow a lead byte; the second byte alone has bounds of its own (Unicode, table 3-7).
struct Lead {
    int length = 0; // 0: no lead byte
    uchar low = 0x80;
    uchar high = 0xBF;
};

Lead leadOf(uchar byte)
{
    if (byte < 0xC2 || byte > 0xF4)
        return {};
    if (byte < 0xE0)
        return {.length = 2};
    if (byte < 0xF0)
        return {.length = 3,
                .low = uchar(byte == 0xE0 ? 0xA0 : 0x80),
                .high = uchar(byte == 0xED ? 0x9F : 0xBF)};
    return {.length = 4,
            .low = uchar(byte == 0xF0 ? 0x90 : 0x80),
            .high = uchar(byte == 0xF4 ? 0x8F : 0xBF)};
}

} // namespace

int utf8Length(QByteArrayView bytes)
{
    const auto first = uchar(bytes[0]);
    if (first < 0x80)
        return 1;
    Lead lead = leadOf(first);
    if (lead.length == 0)
        return -1;
    for (int i = 1; i < lead.length; ++i) {
        if (i >= bytes.size() || uchar(bytes[i]) < lead.low || uchar(bytes[i]) > lead.high)
            return -i;
        lead.low = 0x80;
        lead.high = 0xBF;
    }
    return lead.length;
}

qsizetype countBadUtf8(QByteArrayView bytes)
{
    if (simdjson::validate_utf8(bytes.data(), size_t(bytes.size())))
        return 0;
    qsizetype bad = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        const int length = utf8Length(bytes.sliced(at));
        bad += length < 0;
        at += std::abs(length);
    }
    return bad;
}

QByteArrayView wholeBeginning(QByteArrayView bytes, qsizetype limit)
{
    if (bytes.size() <= limit)
        return bytes;
    const auto continues = [](char byte) { return (uchar(byte) & 0xC0) == 0x80; };
    qsizetype end = limit;
    while (end > 0 && limit - end < 3 && continues(bytes[end]))
        --end;
    return bytes.first(continues(bytes[end]) ? limit : end);
}

} // namespace json
