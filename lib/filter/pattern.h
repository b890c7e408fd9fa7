// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "filter/regex.h"

namespace filter
{

// What a text is asked for. All but Exact take no heed of case; a regular expression says by
// itself.
struct Pattern {
    enum class Form : quint8 { Contains, Exact, Regex };
    Form form = Form::Contains;
    QByteArray bytes; // of Contains in lower case
    std::optional<Regex> regex; // in place of the bytes where there is one

    static Pattern contains(QStringView text);
    static Pattern exact(QStringView text);
    static Pattern of(const Regex &regex);

    bool fits(QByteArrayView utf8) const;
};

// Whether ASCII text, given in lower case, stands somewhere, in any case.
bool holdsWord(QByteArrayView text, QByteArrayView lowerCase);

} // namespace filter
