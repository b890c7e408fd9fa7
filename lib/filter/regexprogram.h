// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "filter/codepointset.h"

#include <array>

namespace filter
{

struct Instruction {
    enum class Kind : quint8 {
        Take, // a character of set `first`
        Fork, // go on at `first` and at `second`
        Jump, // to `first`
        Begin, // each only where the text begins or ends, or between a word and no word, or not
        End,
        WordEdge,
        NoWordEdge,
        Found,
    };
    Kind kind = Kind::Found;
    quint16 first = 0;
    quint16 second = 0;
};

// A regular expression as steps for an automaton, never changed once it is made. Characters that no
// set tells apart share a class.
struct RegexProgram {
    std::vector<Instruction> instructions;
    std::vector<CodePointSet> sets;
    std::vector<char32_t> starts; // of the classes, ascending; the first is 0
    std::vector<bool> members; // [set * classes + class]
    std::vector<bool> words; // by class
    std::array<quint16, 128> ascii{}; // class by character, folded first when `folds`
    bool folds = false;
    bool onlyAtBegin = false; // nothing is found that does not begin with the text
    quint64 serial = 0; // no other program of the process has it

    quint16 classes() const { return quint16(starts.size()); }
    quint16 classOf(char32_t point) const;
    void finish(); // makes all that follows from instructions and sets
};

} // namespace filter
