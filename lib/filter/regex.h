// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>
#include <QString>

#include <memory>
#include <variant>

namespace re2
{
class RE2;
}

namespace filter
{

// What is wrong with a pattern, as a sentence, and where in it.
struct RegexFault {
    qsizetype position = 0;
    QString text;
};

// A regular expression that takes time in proportion to the text, whatever the expression and the
// text are, and a bounded amount of memory: RE2's, which never goes back. Text is UTF-8; bytes that
// are not are U+FFFD. Never changed, so that threads can share it.
class Regex
{
public:
    static constexpr qint64 mostMemory = 8 << 20; // bytes, of each

    using Compiled = std::variant<Regex, RegexFault>;
    static Compiled compile(QStringView pattern, bool folds); // `folds`: in any case

    static Regex literal(QStringView text, bool folds);

    // "*" stands for any text; all of the value has to match, or, with `anywhere`, a part of it.
    static Regex wildcard(QStringView text, bool anywhere);

    bool foundIn(QByteArrayView text) const;

private:
    using Expression = std::shared_ptr<const re2::RE2>;

    Regex(Expression expression, bool takesAny)
        : m_expression(std::move(expression))
        , m_takesAny(takesAny)
    {
    }
    static Expression make(const QByteArray &pattern, bool folds);

    Expression m_expression;
    bool m_takesAny; // it may ask for characters that it does not name
};

} // namespace filter
