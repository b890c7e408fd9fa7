// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "snippets/variablename.h"

#include <algorithm>
#include <array>

namespace snippets
{

namespace
{

using namespace Qt::Literals::StringLiterals;

// Words that are a variable of their own in the code or a keyword of one of the languages.
constexpr std::array takenNames{
    "body"_L1,   "class"_L1,   "default"_L1, "entries"_L1, "entry"_L1,  "event"_L1,  "expected"_L1,
    "fields"_L1, "header"_L1,  "headers"_L1, "key"_L1,     "mac"_L1,    "method"_L1, "name"_L1,
    "secret"_L1, "message"_L1, "string"_L1,  "time"_L1,    "type"_L1,   "url"_L1,    "value"_L1,
    "found"_L1,  "data"_L1,    "form"_L1,    "query"_L1,   "hash"_L1,   "hmac"_L1,   "import"_L1,
    "age"_L1,    "object"_L1,  "digest"_L1,  "return"_L1,  "package"_L1};

} // namespace

QString variableName(const QByteArray &from)
{
    QString words;
    for (const char c : from.toLower()) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain)
            words += QLatin1Char(c);
        else if (!words.isEmpty() && !words.endsWith(u' '))
            words += u' ';
    }
    words = words.trimmed();
    if (words.startsWith("x "_L1))
        words.remove(0, 2);
    const bool odd = words.isEmpty() || words.front().isDigit();
    if (odd || std::find(takenNames.begin(), takenNames.end(), words) != takenNames.end())
        words = words.isEmpty() ? u"value text"_s : (odd ? u"value "_s : u"the "_s) + words;
    return words;
}

} // namespace snippets
