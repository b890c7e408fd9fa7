// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/regexprogram.h"

#include <QChar>

#include <algorithm>
#include <atomic>

namespace filter
{

quint16 RegexProgram::classOf(char32_t point) const
{
    if (point < ascii.size())
        return ascii[point];
    const char32_t looked = folds ? QChar::toCaseFolded(point) : point;
    return quint16(std::upper_bound(starts.begin(), starts.end(), looked) - starts.begin() - 1);
}

void RegexProgram::finish()
{
    static std::atomic<quint64> lastSerial = 0;
    serial = ++lastSerial;
    const CodePointSet word = CodePointSet::words();
    starts = {0};
    const auto split = [this](const CodePointSet &set) {
        for (const auto &[from, to] : set.ranges()) {
            starts.push_back(from);
            if (to < CodePointSet::last)
                starts.push_back(to + 1);
        }
    };
    for (const CodePointSet &set : sets)
        split(set);
    const bool edges = std::any_of(instructions.begin(), instructions.end(), [](auto step) {
        return step.kind == Instruction::Kind::WordEdge
            || step.kind == Instruction::Kind::NoWordEdge;
    });
    if (edges)
        split(word);
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());

    members.clear();
    for (const CodePointSet &set : sets) {
        for (const char32_t start : starts)
            members.push_back(set.holds(start));
    }
    words.assign(starts.size(), false);
    for (size_t i = 0; edges && i < starts.size(); ++i)
        words[i] = word.holds(starts[i]);
    for (char32_t point = 0; point < ascii.size(); ++point) {
        const char32_t looked = folds ? QChar::toCaseFolded(point) : point;
        ascii[point]
            = quint16(std::upper_bound(starts.begin(), starts.end(), looked) - starts.begin() - 1);
    }
}

} // namespace filter
