// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "filter/regexprogram.h"

#include <QString>

#include <optional>

namespace filter
{

// What is wrong with a pattern, as a sentence, and where in it.
struct RegexFault {
    qsizetype position = 0;
    QString text;
};

// A regular expression as read.
struct RegexNode {
    enum class Kind { Empty, Set, Sequence, Choice, Repeat, Begin, End, WordEdge, NoWordEdge };
    Kind kind = Kind::Empty;
    CodePointSet set = {};
    std::vector<RegexNode> parts = {};
    int least = 0; // of a Repeat
    int most = -1; // -1: any number
};

struct RegexRead {
    RegexNode node;
    std::optional<RegexFault> fault;
};

// Reads what can be matched in one pass: literals, ".", classes, \d \w \s \b and their opposites,
// anchors, groups, "|", and the quantifiers, counted ones up to 1000. Looking around and back
// references are refused. Groups stand at most 50 deep in one another.
RegexRead readRegex(QStringView pattern, bool folds);

} // namespace filter
