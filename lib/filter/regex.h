// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "filter/regexparser.h"

#include <QByteArrayView>

#include <memory>
#include <variant>

namespace filter
{

// A regular expression that takes time in proportion to the text, whatever the expression and the
// text are: an automaton, which never goes back. Text is UTF-8; bytes that are not are U+FFFD.
class Regex
{
public:
    static constexpr size_t mostInstructions = 4000;

    using Compiled = std::variant<Regex, RegexFault>;
    static Compiled compile(QStringView pattern, bool folds);

    static Regex literal(QStringView text, bool folds);

    // "*" stands for any text; all of the value has to match, or, with `anywhere`, a part of it.
    static Regex wildcard(QStringView text, bool anywhere);

    bool foundIn(QByteArrayView text) const;

private:
    explicit Regex(std::shared_ptr<const RegexProgram> program)
        : m_program(std::move(program))
    {
    }
    static std::shared_ptr<const RegexProgram> program(const RegexNode &node, bool folds);

    std::shared_ptr<const RegexProgram> m_program;
};

} // namespace filter
