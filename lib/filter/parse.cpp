// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/parse.h"

#include "core/clock.h"
#include "filter/scanner.h"

#include <QCoreApplication>

namespace filter
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString tr(const char *text) { return QCoreApplication::translate("filter", text); }

class Reader : private Scanner
{
public:
    Reader(const QString &text, qint64 now)
        : Scanner(text)
        , m_now(now)
    {
    }

    Parsed read()
    {
        if (m_text.size() > longestText) {
            wrong(longestText, m_text.size() - longestText,
                  tr("A filter has at most %1 characters.").arg(longestText));
            return finish({});
        }
        NodePtr root = either(0);
        skip();
        while (m_at < m_text.size()) { // only at a ")" that closes nothing
            wrong(m_at, 1, tr("There is no “(” for this “)”."));
            span(Span::Kind::Parenthesis, m_at, 1);
            ++m_at;
            either(0);
            skip();
        }
        return finish(std::move(root));
    }

private:
    Parsed finish(NodePtr root)
    {
        return {.filter = {.text = m_text, .root = m_fault ? nullptr : std::move(root)},
                .fault = std::move(m_fault),
                .spans = std::move(m_spans)};
    }

    NodePtr joined(Node::Kind kind, const QList<NodePtr> &parts) const
    {
        if (parts.size() < 2)
            return parts.isEmpty() ? nullptr : parts.first();
        const Node &first = *parts.first();
        const Node &last = *parts.last();
        return std::make_shared<Node>(Node{.kind = kind,
                                           .parts = parts,
                                           .term = {},
                                           .position = first.position,
                                           .length = last.position + last.length - first.position});
    }

    NodePtr either(int depth)
    {
        QList<NodePtr> parts;
        if (const NodePtr first = all(depth))
            parts.append(first);
        while (atKeyword("OR"_L1)) {
            const qsizetype place = m_at;
            if (parts.isEmpty())
                wrong(place, 2, tr("OR needs something before it."));
            takeKeyword("OR"_L1);
            if (!atUnit())
                unfinished(place, 2, tr("Something is expected after OR."));
            if (const NodePtr next = all(depth))
                parts.append(next);
        }
        return joined(Node::Kind::Or, parts);
    }

    NodePtr all(int depth)
    {
        QList<NodePtr> parts;
        bool first = true;
        while (true) {
            skip();
            const qsizetype place = m_at;
            if (takeKeyword("AND"_L1)) {
                if (first)
                    wrong(place, 3, tr("AND needs something before it."));
                else if (!atUnit())
                    unfinished(place, 3, tr("Something is expected after AND."));
            }
            first = false;
            if (!atUnit()) {
                if (atKeyword("AND"_L1))
                    continue;
                return joined(Node::Kind::And, parts);
            }
            if (const NodePtr part = negated(depth))
                parts.append(part);
        }
    }

    NodePtr negated(int depth)
    {
        const qsizetype start = m_at;
        bool inverted = false;
        while (atUnit()) {
            const qsizetype place = m_at;
            if (takeKeyword("NOT"_L1)) {
                inverted = !inverted;
            } else if (at(m_at) == u'-') {
                span(Span::Kind::Keyword, m_at++, 1);
                inverted = !inverted;
            } else {
                break;
            }
            if (!atUnit())
                unfinished(place, m_at - place, tr("What is to be excluded is expected here."));
        }
        if (!atUnit())
            return {};
        NodePtr part = unit(depth);
        if (!part || !inverted)
            return part;
        return std::make_shared<Node>(Node{.kind = Node::Kind::Not,
                                           .parts = {part},
                                           .term = {},
                                           .position = start,
                                           .length = m_at - start});
    }

    NodePtr unit(int depth)
    {
        if (at(m_at) == u'(')
            return group(depth + 1);
        RawTerm raw{.name = {}, .position = m_at, .value = {}};
        if (!readField(raw))
            return {};
        if (!readValue(raw, raw.field == Field::Anywhere))
            return {};
        raw.length = m_at - raw.position;
        raw.last = m_at >= m_text.size();
        if (++m_terms > mostTerms) {
            wrong(raw.position, raw.length, tr("A filter has at most %1 terms.").arg(mostTerms));
            return {};
        }
        auto outcome = readTerm(raw, m_now);
        if (auto *found = std::get_if<Fault>(&outcome)) {
            fault(std::move(*found));
            return {};
        }
        return std::make_shared<Node>(Node{.kind = Node::Kind::Term,
                                           .parts = {},
                                           .term = std::move(std::get<Term>(outcome)),
                                           .position = raw.position,
                                           .length = raw.length});
    }

    NodePtr group(int depth)
    {
        const qsizetype start = m_at;
        span(Span::Kind::Parenthesis, m_at++, 1);
        if (depth > deepestNesting) {
            wrong(start, 1, tr("The parentheses are nested too deep."));
            m_at = m_text.size();
            return {};
        }
        NodePtr inside = either(depth);
        skip();
        if (at(m_at) != u')') {
            unfinished(start, 1, tr("A “)” is missing."));
            return {};
        }
        span(Span::Kind::Parenthesis, m_at++, 1);
        if (!inside && !m_fault)
            unfinished(start, m_at - start, tr("There is nothing between the parentheses."));
        if (!inside)
            return {};
        // The same with its parentheses.
        Node whole = *inside;
        whole.position = start;
        whole.length = m_at - start;
        return std::make_shared<Node>(std::move(whole));
    }

    const qint64 m_now;
    int m_terms = 0;
};

} // namespace

Parsed parse(const QString &text, qint64 now) { return Reader(text, now).read(); }

Parsed parse(const QString &text) { return parse(text, core::now()); }

QString quoted(const QString &value)
{
    static const QString special = u"\"()*:/\\,<>=-"_s;
    const bool plain = !value.isEmpty() && !value.contains(".."_L1) && value != "OR"_L1
        && value != "AND"_L1 && value != "NOT"_L1
        && std::none_of(
            value.begin(), value.end(),
            [](QChar c) { return c.isSpace() || c == u'"' || c == u'(' || c == u')' || c == u'*'; })
        && !special.contains(value.front());
    if (plain)
        return value;
    QString text = value;
    text.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1);
    return u'"' + text + u'"';
}

QString marked(const QString &text, const Fault &fault)
{
    constexpr qsizetype before = 60;
    constexpr qsizetype behind = 40;
    const qsizetype from = std::max<qsizetype>(fault.position - before, 0);
    QString line = text.sliced(from, std::min(text.size() - from, before + behind));
    for (QChar &c : line)
        c = c.isSpace() ? QChar(u' ') : c;
    const qsizetype length = std::clamp<qsizetype>(fault.length, 1, behind);
    return line + u'\n' + QString(fault.position - from, u' ') + QString(length, u'^');
}

} // namespace filter
