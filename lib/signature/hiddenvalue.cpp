// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/hiddenvalue.h"

#include "signature/receivedsignatures.h"

#include <algorithm>

namespace signature
{

constexpr char begin[] = "redacted-";
constexpr qsizetype mostDigits = 19; // of a qint64

QByteArray hiddenValue(qint64 number) { return begin + QByteArray::number(number); }

bool isHiddenValue(QByteArrayView text)
{
    if (!text.startsWith(begin))
        return false;
    const QByteArrayView digits = text.sliced(qstrlen(begin));
    return !digits.isEmpty() && digits.size() <= mostDigits
        && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isSignatureHidden(const http::Request &request, const Scheme &scheme)
{
    const Context context;
    RequestValues values(request, scheme, context);
    if (const auto items = scheme.each.isEmpty() ? std::nullopt : values.items();
        items && !items->isEmpty())
        values.setItem(items->first());
    return std::any_of(scheme.signature.begin(), scheme.signature.end(), [&](const Place &named) {
        return anyOf(named, [&](const Place &place) {
            const Value value = values.find(place);
            return value.isFound() && isHiddenValue(value.text);
        });
    });
}

} // namespace signature
