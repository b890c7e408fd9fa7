// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/codepointset.h"

#include <QChar>

#include <algorithm>

namespace filter
{

CodePointSet CodePointSet::digits() { return CodePointSet().add('0', '9'); }

CodePointSet CodePointSet::spaces()
{
    return CodePointSet().add('\t', '\r').add(' ', ' ').add(0xA0, 0xA0).add(0x2028, 0x2029);
}

// Beyond ASCII only punctuation is left out: what a letter is there matters little to a search.
CodePointSet CodePointSet::words()
{
    return CodePointSet()
        .add('0', '9')
        .add('A', 'Z')
        .add('a', 'z')
        .add('_', '_')
        .add(0xC0, 0x1FFF)
        .add(0x2070, 0x2FFF)
        .add(0x3040, last);
}

CodePointSet &CodePointSet::add(char32_t from, char32_t to)
{
    m_ranges.emplace_back(from, to);
    std::sort(m_ranges.begin(), m_ranges.end());
    std::vector<Range> merged;
    for (const Range &range : m_ranges) {
        if (!merged.empty() && range.first <= merged.back().second + 1)
            merged.back().second = std::max(merged.back().second, range.second);
        else
            merged.push_back(range);
    }
    m_ranges = std::move(merged);
    return *this;
}

CodePointSet &CodePointSet::add(const CodePointSet &other)
{
    for (const Range &range : other.m_ranges)
        add(range.first, range.second);
    return *this;
}

CodePointSet CodePointSet::inverted() const
{
    CodePointSet rest;
    char32_t next = 0;
    for (const Range &range : m_ranges) {
        if (range.first > next)
            rest.m_ranges.emplace_back(next, range.first - 1);
        next = range.second + 1;
    }
    if (next <= last)
        rest.m_ranges.emplace_back(next, last);
    return rest;
}

// Of very long ranges the beginning is enough: what has two cases stands in the first blocks.
CodePointSet CodePointSet::folded() const
{
    constexpr char32_t mostCased = 0x2FFF;
    CodePointSet all = *this;
    std::vector<Range> added;
    for (const Range &range : m_ranges) {
        const char32_t end = std::min(range.second, mostCased);
        for (char32_t point = range.first; point <= end; ++point) {
            const char32_t folded = QChar::toCaseFolded(point);
            if (folded != point && !holds(folded))
                added.emplace_back(folded, folded);
        }
    }
    std::sort(added.begin(), added.end());
    added.erase(std::unique(added.begin(), added.end()), added.end());
    all.m_ranges.insert(all.m_ranges.end(), added.begin(), added.end());
    if (!all.m_ranges.empty())
        all.add(all.m_ranges.front().first, all.m_ranges.front().second);
    return all;
}

bool CodePointSet::holds(char32_t point) const
{
    const auto behind = std::upper_bound(m_ranges.begin(), m_ranges.end(), Range(point, last));
    return behind != m_ranges.begin() && std::prev(behind)->second >= point;
}

} // namespace filter
