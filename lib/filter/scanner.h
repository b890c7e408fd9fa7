// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "filter/termreader.h"

namespace filter
{

// Reads the words of a filter one by one, with their colours. It goes on behind a fault, for the
// colours of the rest; only the first one is kept.
class Scanner
{
protected:
    explicit Scanner(const QString &text)
        : m_text(text)
    {
    }

    void fault(Fault fault);
    void wrong(qsizetype at, qsizetype length, const QString &text, const QString &instead = {});
    void unfinished(qsizetype at, qsizetype length, const QString &text);
    void span(Span::Kind kind, qsizetype at, qsizetype length);

    QChar at(qsizetype place) const;
    bool ends(qsizetype place) const;
    void skip();
    bool atKeyword(QLatin1StringView word);
    bool takeKeyword(QLatin1StringView word);
    bool atUnit();

    bool readField(RawTerm &raw); // true: what follows is the value, of the field or a word's own
    bool readValue(RawTerm &raw, bool word);

    const QString m_text;
    qsizetype m_at = 0;
    std::optional<Fault> m_fault;
    QList<Span> m_spans;

private:
    void noField(qsizetype start, qsizetype end, const QString &name);
    bool readPath(RawTerm &raw);
    void readOperator(RawTerm &raw);
    bool readQuoted(RawTerm &raw);
    bool readRegexOrBare(RawTerm &raw, bool word);
    void skipTerm();
    bool readBare(RawTerm &raw, bool word);
};

} // namespace filter
