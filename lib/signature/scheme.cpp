// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/scheme.h"

namespace signature
{

QByteArray signatureHeader(const Scheme &scheme)
{
    for (const Place &place : scheme.signature) {
        if (place.source == Source::Header)
            return place.name;
    }
    return {};
}

QByteArray timestampHeader(const Scheme &scheme)
{
    return scheme.time && scheme.time->from.source == Source::Header ? scheme.time->from.name
                                                                     : QByteArray();
}

} // namespace signature
