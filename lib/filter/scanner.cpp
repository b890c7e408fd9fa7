// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/scanner.h"

#include <QCoreApplication>

namespace filter
{

using namespace Qt::Literals::StringLiterals;

static QString tr(const char *text) { return QCoreApplication::translate("filter", text); }

// A wrong text is told rather than an unfinished one before it.
void Scanner::fault(Fault fault)
{
    if (!m_fault || (m_fault->unfinished && !fault.unfinished))
        m_fault = std::move(fault);
}

void Scanner::wrong(qsizetype at, qsizetype length, const QString &text, const QString &instead)
{
    fault({.position = at, .length = length, .text = text, .suggestion = instead});
}

void Scanner::unfinished(qsizetype at, qsizetype length, const QString &text)
{
    fault({.unfinished = true, .position = at, .length = length, .text = text, .suggestion = {}});
}

void Scanner::span(Span::Kind kind, qsizetype at, qsizetype length)
{
    if (length > 0)
        m_spans.append({.kind = kind, .position = at, .length = length});
}

QChar Scanner::at(qsizetype place) const
{
    return place < m_text.size() ? m_text[place] : QChar(u'\0');
}

bool Scanner::ends(qsizetype place) const
{
    return place >= m_text.size() || m_text[place].isSpace() || m_text[place] == u'('
        || m_text[place] == u')';
}

void Scanner::skip()
{
    while (m_at < m_text.size() && m_text[m_at].isSpace())
        ++m_at;
}

bool Scanner::atKeyword(QLatin1StringView word)
{
    skip();
    return QStringView(m_text).sliced(m_at).startsWith(word) && ends(m_at + word.size());
}

bool Scanner::takeKeyword(QLatin1StringView word)
{
    if (!atKeyword(word))
        return false;
    span(Span::Kind::Keyword, m_at, word.size());
    m_at += word.size();
    return true;
}

bool Scanner::atUnit()
{
    skip();
    return m_at < m_text.size() && m_text[m_at] != u')' && !atKeyword("OR"_L1)
        && !atKeyword("AND"_L1);
}

bool Scanner::readField(RawTerm &raw)
{
    const qsizetype start = m_at;
    if (at(start) == u'$' && (at(start + 1) == u'.' || at(start + 1) == u'['))
        return readPath(raw);
    qsizetype end = start;
    while (!ends(end) && m_text[end] != u':' && m_text[end] != u'"')
        ++end;
    if (at(end) != u':' || at(start) == u'/')
        return true;
    const QString name = m_text.sliced(start, end - start);
    const qsizetype dot = name.indexOf(u'.');
    const FieldFacts *field = fieldNamed(dot < 0 ? name : name.first(dot));
    const bool header = field && field->field == Field::Header;
    if (!field || (dot >= 0 && !header) || dot + 1 == name.size()) {
        m_at = end;
        span(Span::Kind::Field, start, end - start);
        skipTerm();
        noField(start, end, name);
        return false;
    }
    raw.field = field->field;
    raw.name = dot < 0 ? QString() : name.sliced(dot + 1);
    span(Span::Kind::Field, start, end - start);
    m_at = end;
    readOperator(raw);
    return true;
}

void Scanner::noField(qsizetype start, qsizetype end, const QString &name)
{
    if (name.isEmpty())
        return wrong(start, 1, tr("The name of a field is missing before the colon."));
    QStringList names;
    for (const FieldFacts &field : fields()) {
        if (!field.name.isEmpty())
            names += field.name;
        names += field.others;
    }
    const QString near = nearest(name, names);
    if (!near.isEmpty())
        return wrong(start, end - start, tr("No field is called “%1”.").arg(name), near);
    const QString term = m_text.sliced(start, m_at - start);
    wrong(start, m_at - start,
          tr("No field is called “%1”; text with a colon stands in quotes.").arg(name),
          term.contains(u'"') ? QString() : u'"' + term + u'"');
}

bool Scanner::readPath(RawTerm &raw)
{
    const qsizetype start = m_at;
    qsizetype end = start;
    bool quote = false;
    while (end < m_text.size() && (quote || (!ends(end) && m_text[end] != u':'))) {
        if (quote && m_text[end] == u'\\')
            ++end;
        else if (m_text[end] == u'"')
            quote = !quote;
        ++end;
    }
    end = std::min(end, m_text.size());
    span(Span::Kind::Field, start, end - start);
    raw.field = Field::Json;
    raw.name = m_text.sliced(start, end - start);
    m_at = end;
    if (at(end) != u':') {
        unfinished(start, end - start,
                   tr("A colon and a value are expected; has:%1 is for any value.").arg(raw.name));
        return false;
    }
    readOperator(raw);
    return true;
}

void Scanner::readOperator(RawTerm &raw)
{
    using Operator = RawTerm::Operator;
    const qsizetype start = m_at++; // the colon
    const QChar next = at(m_at);
    if (next == u'=') {
        raw.op = Operator::Exact;
        ++m_at;
    } else if (next == u'>' || next == u'<') {
        const bool same = at(m_at + 1) == u'=';
        if (next == u'>')
            raw.op = same ? Operator::MoreOrSame : Operator::More;
        else
            raw.op = same ? Operator::LessOrSame : Operator::Less;
        m_at += same ? 2 : 1;
    }
    span(Span::Kind::Operator, start, m_at - start);
}

bool Scanner::readValue(RawTerm &raw, bool word)
{
    raw.valuePosition = m_at;
    const bool good = at(m_at) == u'"' ? readQuoted(raw)
        : at(m_at) == u'/'             ? readRegexOrBare(raw, word)
                                       : readBare(raw, word);
    raw.valueLength = m_at - raw.valuePosition;
    return good;
}

bool Scanner::readQuoted(RawTerm &raw)
{
    const qsizetype start = m_at++;
    raw.form = RawTerm::Form::Quoted;
    while (m_at < m_text.size() && m_text[m_at] != u'"') {
        const bool escape
            = m_text[m_at] == u'\\' && (at(m_at + 1) == u'"' || at(m_at + 1) == u'\\');
        m_at += escape;
        raw.value += m_text[m_at++];
    }
    const bool closed = at(m_at) == u'"';
    m_at += closed;
    span(Span::Kind::Quoted, start, m_at - start);
    if (!closed)
        unfinished(start, m_at - start, tr("The closing quote is missing."));
    return closed;
}

// "/hooks/smile" is a path and no expression: those end in a slash, or in "/i".
bool Scanner::readRegexOrBare(RawTerm &raw, bool word)
{
    qsizetype end = m_at + 1;
    while (end < m_text.size() && m_text[end] != u'/')
        end += m_text[end] == u'\\' ? 2 : 1;
    const bool folds = at(end + 1) == u'i';
    const qsizetype behind = end + (folds ? 2 : 1);
    if (end >= m_text.size() || end == m_at + 1 || (behind < m_text.size() && !ends(behind)))
        return readBare(raw, word);
    raw.form = RawTerm::Form::Regex;
    raw.folds = folds;
    raw.value = m_text.sliced(m_at + 1, end - m_at - 1).replace("\\/"_L1, "/"_L1);
    span(Span::Kind::Regex, m_at, behind - m_at);
    m_at = behind;
    return true;
}

// Parentheses in it are its own where both are there.
void Scanner::skipTerm()
{
    int open = 0;
    for (; m_at < m_text.size() && !m_text[m_at].isSpace(); ++m_at) {
        if (m_text[m_at] == u')' && --open < 0)
            return;
        open += m_text[m_at] == u'(';
    }
}

bool Scanner::readBare(RawTerm &raw, bool word)
{
    const qsizetype start = m_at;
    skipTerm();
    raw.value = m_text.sliced(start, m_at - start);
    span(word ? Span::Kind::Word : Span::Kind::Value, start, m_at - start);
    if (!raw.value.isEmpty())
        return true;
    unfinished(raw.position, m_at - raw.position, tr("A value is expected here."));
    return false;
}

} // namespace filter
