// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/bytesearch.h"

#include <QByteArrayMatcher>

namespace ui
{

std::vector<qsizetype> findBytes(const QByteArray &bytes, const QByteArray &needle, qsizetype limit)
{
    std::vector<qsizetype> places;
    if (needle.isEmpty())
        return places;
    const QByteArray folded = bytes.toLower(); // ASCII letters only
    const QByteArrayMatcher matcher(needle.toLower());
    qsizetype at = matcher.indexIn(folded);
    while (at >= 0 && qsizetype(places.size()) < limit) {
        places.push_back(at);
        at = matcher.indexIn(folded, at + needle.size());
    }
    return places;
}

} // namespace ui
