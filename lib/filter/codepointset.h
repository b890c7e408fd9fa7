// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <utility>
#include <vector>

namespace filter
{

// Characters of a regular expression's class, as ranges with both ends, ascending and apart.
class CodePointSet
{
public:
    static constexpr char32_t last = 0x10FFFF;

    static CodePointSet of(char32_t one) { return CodePointSet().add(one, one); }
    static CodePointSet all() { return CodePointSet().add(0, last); }
    static CodePointSet digits();
    static CodePointSet spaces();
    static CodePointSet words(); // letters, digits, underscore, and what is beyond ASCII

    CodePointSet &add(char32_t from, char32_t to);
    CodePointSet &add(const CodePointSet &other);
    CodePointSet inverted() const;
    CodePointSet folded() const; // with the folded form of each, for text that is folded too
    bool holds(char32_t point) const;

    using Range = std::pair<char32_t, char32_t>;
    const std::vector<Range> &ranges() const { return m_ranges; }
    bool operator==(const CodePointSet &) const = default;

private:
    std::vector<Range> m_ranges;
};

} // namespace filter
