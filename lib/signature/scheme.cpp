// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/scheme.h"

namespace signature
{

QByteArray signatureHeader(const Scheme &scheme, const http::Fields &fields)
{
    QByteArray first;
    for (const Place &place : scheme.signature) {
        if (place.source != Source::Header)
            continue;
        if (http::count(fields, place.name) > 0)
            return place.name;
        if (first.isEmpty())
            first = place.name;
    }
    return first;
}

QByteArray timestampHeader(const Scheme &scheme)
{
    return scheme.time && scheme.time->from.source == Source::Header ? scheme.time->from.name
                                                                     : QByteArray();
}

} // namespace signature
