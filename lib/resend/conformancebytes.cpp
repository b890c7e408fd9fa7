// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/conformancebytes.h"

#include <algorithm>

namespace resend
{

static constexpr qsizetype hugeSize = 1024LL * 1024;

QByteArray respaced(const QByteArray &body)
{
    QByteArray out = body;
    out.insert(1, "  \"note\" : \"caf\\u00e9 \\/ Zoë\" ,\t");
    return out + '\n';
}

QByteArray enlarged(const QByteArray &body)
{
    QByteArray out = body;
    const bool bare = out.trimmed() == "{}";
    return out.insert(1, "\"padding\":\"" + QByteArray(hugeSize, 'x') + (bare ? "\"" : "\","));
}

QByteArray altered(QByteArray body)
{
    const auto digit = std::ranges::find_if(body, [](char c) { return c >= '0' && c <= '9'; });
    if (digit != body.end())
        *digit = *digit == '9' ? '8' : char(*digit + 1);
    else
        body += ' ';
    return body;
}

static bool isBase64(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+'
        || c == '/' || c == '-' || c == '_';
}

QByteArray otherCase(QByteArray value)
{
    const auto outside = [](char c) { return !isBase64(c); };
    auto longest = std::pair(value.begin(), value.begin());
    for (auto at = value.begin(); at != value.end();) {
        at = std::find_if(at, value.end(), isBase64);
        const auto end = std::find_if(at, value.end(), outside);
        if (end - at > longest.second - longest.first)
            longest = {at, end};
        at = end;
    }
    for (auto at = longest.first; at < longest.second - 1; ++at) {
        const char lower = char(*at | 0x20);
        if (lower >= 'a' && lower <= 'z')
            *at = char(*at ^ 0x20);
    }
    return value;
}

} // namespace resend
