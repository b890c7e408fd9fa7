// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/jsonhighlighter.h"

namespace ui
{

namespace
{

bool isWordPart(QChar c) { return c.isLetterOrNumber() || c == u'-' || c == u'+' || c == u'.'; }

// Behind the closing quote, or the row's end.
qsizetype stringEnd(const QString &row, qsizetype at)
{
    while (at < row.size() && row[at] != u'"')
        at += row[at] == u'\\' ? 2 : 1;
    return std::min(at + 1, row.size());
}

bool colonFollows(const QString &row, qsizetype at)
{
    while (at < row.size() && row[at] == u' ')
        ++at;
    return at < row.size() && row[at] == u':';
}

class Painter
{
public:
    explicit Painter(const QString &row)
        : m_row(row)
    {
    }

    QList<QTextLayout::FormatRange> formats(bool continued, const Tokens &look)
    {
        if (continued)
            add(0, stringEnd(m_row, 0), look.jsonString);
        for (qsizetype at = continued ? m_end : 0; at < m_row.size(); at = m_end)
            token(at, look);
        return m_formats;
    }

private:
    void token(qsizetype at, const Tokens &look)
    {
        const QChar c = m_row[at];
        if (c == u'"') {
            const qsizetype end = stringEnd(m_row, at + 1);
            add(at, end, colonFollows(m_row, end) ? look.jsonKey : look.jsonString);
        } else if (isWordPart(c)) {
            qsizetype end = at;
            while (end < m_row.size() && isWordPart(m_row[end]))
                ++end;
            add(at, end, c.isLetter() ? look.jsonConstant : look.jsonNumber);
        } else if (c == u':') {
            add(at, at + 1, look.muted);
        } else {
            m_end = at + 1;
        }
    }

    void add(qsizetype from, qsizetype to, const QColor &colour)
    {
        QTextLayout::FormatRange range{};
        range.start = int(from);
        range.length = int(to - from);
        range.format.setForeground(colour);
        m_formats += range;
        m_end = to;
    }

    const QString &m_row;
    QList<QTextLayout::FormatRange> m_formats;
    qsizetype m_end = 0; // of the last token
};

} // namespace

QList<QTextLayout::FormatRange> jsonFormats(const QString &row, bool continued, const Tokens &look)
{
    return Painter(row).formats(continued, look);
}

} // namespace ui
