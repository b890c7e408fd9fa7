// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/pattern.h"

#include <algorithm>
#include <array>

namespace filter
{

namespace
{

// Longer ones go to RE2, whose time does not grow with them.
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

// Whether all of the word stands here; the text is long enough.
static bool standsAt(const uchar *text, QByteArrayView word)
{
    for (qsizetype i = 0; i < word.size(); ++i) {
        if (lower[text[i]] != uchar(word[i]))
            return false;
    }
    return true;
}

// Where the first and the last letter stand may be the word. Both are looked for at many places at
// once, which compilers turn into vectors; the bit of the case is set on both sides, so that more
// is taken for a letter than is one, never less.
bool holdsWord(QByteArrayView text, QByteArrayView word)
{
    constexpr qsizetype block = 64;
    constexpr uchar caseBit = 0x20;
    if (word.isEmpty())
        return true;
    if (text.size() < word.size())
        return false;
    const qsizetype places = text.size() - word.size() + 1;
    const auto *begin = reinterpret_cast<const uchar *>(text.data());
    const auto *end = begin + word.size() - 1;
    const uchar first = uchar(word.front()) | caseBit;
    const uchar last = uchar(word.back()) | caseBit;
    qsizetype at = 0;
    for (; at + block <= places; at += block) {
        uchar any = 0;
        for (qsizetype i = 0; i < block; ++i)
            any |= uchar((begin[at + i] | caseBit) == first)
                & uchar((end[at + i] | caseBit) == last);
        for (qsizetype i = 0; any != 0 && i < block; ++i) {
            if (standsAt(begin + at + i, word))
                return true;
        }
    }
    for (; at < places; ++at) {
        if (standsAt(begin + at, word))
            return true;
    }
    return false;
}

} // namespace filter
