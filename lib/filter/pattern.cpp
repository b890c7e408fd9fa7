// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/pattern.h"

#include <algorithm>
#include <array>

namespace filter
{

namespace
{

// Longer ones go to the automaton, whose time does not grow with them.
constexpr qsizetype longestWord = 32;

constexpr std::array<uchar, 256> makeLower()
{
    std::array<uchar, 256> table{};
    for (size_t i = 0; i < table.size(); ++i)
        table[i] = uchar(i >= 'A' && i <= 'Z' ? i + ('a' - 'A') : i);
    return table;
}
constexpr std::array<uchar, 256> lower = makeLower();

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

} // namespace

Pattern Pattern::contains(QStringView text)
{
    if (!isAscii(text) || text.size() > longestWord)
        return of(Regex::literal(text, true));
    return {.form = Form::Contains, .bytes = text.toLatin1().toLower(), .regex = {}};
}

Pattern Pattern::exact(QStringView text)
{
    return {.form = Form::Exact, .bytes = text.toUtf8(), .regex = {}};
}

Pattern Pattern::of(const Regex &regex)
{
    return {.form = Form::Regex, .bytes = {}, .regex = regex};
}

bool Pattern::fits(QByteArrayView utf8) const
{
    if (regex)
        return regex->foundIn(utf8);
    return form == Form::Exact ? utf8 == bytes : holdsWord(utf8, bytes);
}

// Horspool's search: what stands under the word's last place says how far it may move.
bool holdsWord(QByteArrayView text, QByteArrayView word)
{
    const qsizetype length = word.size();
    if (length == 0)
        return true;
    std::array<quint8, 256> shifts;
    shifts.fill(quint8(std::min<qsizetype>(length, 255)));
    for (qsizetype i = 0; i + 1 < length; ++i)
        shifts[uchar(word[i])] = quint8(std::min<qsizetype>(length - 1 - i, 255));
    const auto *bytes = reinterpret_cast<const uchar *>(text.data());
    const auto *wanted = reinterpret_cast<const uchar *>(word.data());
    for (qsizetype at = 0; at + length <= text.size();) {
        const uchar last = lower[bytes[at + length - 1]];
        if (last == wanted[length - 1]) {
            qsizetype i = 0;
            while (i + 1 < length && lower[bytes[at + i]] == wanted[i])
                ++i;
            if (i + 1 >= length)
                return true;
        }
        at += shifts[last];
    }
    return false;
}

} // namespace filter
