// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <array>

namespace json
{

// The characters of strings that libraries write in different ways.
enum class Letter : quint8 {
    Beyond, // U+0080 and above
    Separator, // U+2028 and U+2029, which JavaScript once took for line ends
    Markup, // < > &
    Apostrophe,
    Equals,
    Plus, // and the grave accent
    Quote,
    Slash,
    Control, // below U+0020
    Delete, // U+007F
};
constexpr size_t letters = size_t(Letter::Delete) + 1;

enum class Spelled : quint8 {
    Kept, // as it stands
    Raw, // the character itself; a quote or a control character gets its short escape
    Short, // a backslash and a letter where JSON has one, else as Lower
    Lower, // \u00e9
    Upper, // \u00E9
};

// How strings are to be spelled. What has no rule here stays as it stands.
struct Spelling {
    std::array<Spelled, letters> rules{};

    constexpr Spelling with(Letter letter, Spelled spelled) const
    {
        Spelling changed = *this;
        changed.rules[size_t(letter)] = spelled;
        return changed;
    }
    constexpr Spelled operator[](Letter letter) const { return rules[size_t(letter)]; }
    friend bool operator==(Spelling, Spelling) = default;
};

// Every character by itself wherever JSON allows it, the others with their short escapes.
constexpr Spelling plainSpelling{{Spelled::Raw, Spelled::Raw, Spelled::Raw, Spelled::Raw,
                                  Spelled::Raw, Spelled::Raw, Spelled::Short, Spelled::Raw,
                                  Spelled::Short, Spelled::Raw}};

// Appends a good string literal, quotes included, in that spelling. Half of a surrogate pair stays
// an escape.
void respell(QByteArray &out, QByteArrayView literal, Spelling spelling);

} // namespace json
