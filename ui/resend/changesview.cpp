// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/changesview.h"

#include "json/utf8.h"
#include "models/lineexcerpt.h"
#include "ui/shownbytes.h"
#include "ui/tokens.h"
#include "ui/views/bodyreading.h"
#include "ui/views/codefont.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextBlock>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

namespace
{

using Kind = DiffLine::Kind;

constexpr qsizetype largestCompared = 2 * 1024 * 1024; // bytes of body

QStringList headLines(const http::Request &request)
{
    QStringList lines{shownBytes(request.method + ' ' + request.target)};
    for (const http::Field &field : request.fields)
        lines.append(shownBytes(field.name + ": " + field.value));
    for (const http::Field &field : request.trailers)
        lines.append(shownBytes(field.name + ": " + field.value) + u"  (trailer)"_s);
    return lines;
}

QStringList bodyLines(const QByteArray &body, bool laidOut)
{
    if (laidOut) {
        const auto text
            = writeBody({.reading = readBody({.bytes = body}), .mode = BodyMode::Pretty});
        if (text)
            return text->text.split(u'\n');
    }
    return body.isEmpty() ? QStringList() : shownLines(body).split(u'\n');
}

bool isJson(const QByteArray &body) { return readBody({.bytes = body}).kind == BodyKind::Json; }

bool isInOneLine(const QByteArray &body) { return body.count('\n') < 2; }

// Two bodies in lines, or two in one line that is not too long to be compared word by word, stand
// as they are. One of each says nothing line by line.
bool wantLayout(const QByteArray &received, const QByteArray &sent)
{
    const bool oneLine = isInOneLine(received);
    const bool few = std::max(received.size(), sent.size()) <= core::longestMarked;
    if (oneLine == isInOneLine(sent) && (!oneLine || few))
        return false;
    return isJson(received) && isJson(sent);
}

} // namespace

ChangesView::ChangesView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setAccessibleName(tr("Changes to the webhook as received"));
    keepCodeFont(this);
}

void ChangesView::compare(const http::Request &received, const http::Request &sent,
                          const SetHeaders &headers)
{
    m_note.clear();
    m_set = headers;
    m_head = lineDiff(headLines(withShortValues(received, headers)),
                      headLines(withShortValues(sent, headers)), 0);
    m_body.clear();
    const bool same = received.body == sent.body;
    const bool comparable = received.body.size() <= largestCompared
        && sent.body.size() <= largestCompared && json::countBadUtf8(received.body) == 0
        && json::countBadUtf8(sent.body) == 0;
    if (!same && comparable) {
        const bool laidOut = wantLayout(received.body, sent.body);
        m_body = lineDiff(bodyLines(received.body, laidOut), bodyLines(sent.body, laidOut));
        if (m_body.isEmpty())
            m_note = tr("Only white space differs.");
        else if (laidOut)
            m_note = formattedNote();
    } else if (!same) {
        m_note = tr("Was %L1 bytes, is %L2 bytes.").arg(received.body.size()).arg(sent.body.size());
    }
    m_changes = changeCount(m_head) + (same ? 0 : std::max(changeCount(m_body), 1));
    write();
}

QString ChangesView::formattedNote()
{
    return tr("Formatted for comparison; the body goes out as it stands in the editor.");
}

void ChangesView::write()
{
    const int place = verticalScrollBar()->value();
    const Tokens &look = tokens(palette());
    clear();
    QTextCursor cursor(document());
    const auto section = [&](const QString &title, const QList<DiffLine> &lines,
                             const QString &note, const SetHeaders &headers) {
        writeLine(cursor, title, look.header, true);
        if (!note.isEmpty())
            writeLine(cursor, u' ' + note, {}, true);
        for (const DiffLine &line : lines)
            writeDiffLine(cursor, line, headers);
    };
    if (m_changes == 0)
        writeLine(cursor, tr("The request goes out as it was received."), {}, true);
    if (!m_head.isEmpty())
        section(tr(" Request line and headers"), m_head, {}, m_set);
    if (!m_body.isEmpty() || !m_note.isEmpty())
        section(tr(" Body"), m_body, m_note, {});
    verticalScrollBar()->setValue(place);
}

void ChangesView::writeDiffLine(QTextCursor &cursor, const DiffLine &line,
                                const SetHeaders &headers)
{
    const Tokens &look = tokens(palette());
    const bool removed = line.kind == Kind::Removed;
    const bool same = line.kind == Kind::Same;
    if (line.kind == Kind::Gap)
        return writeLine(cursor, u"       ⋯"_s, {}, true);
    const QString sign = removed ? u"−"_s : same ? u" "_s : u"+"_s;
    const QColor ground = removed ? look.removed : same ? QColor() : look.added;
    writeLine(cursor, u"%1 %2  "_s.arg(line.number, 5).arg(sign), ground, false);
    QTextCharFormat plain;
    plain.setForeground(look.text);
    QTextCharFormat marked = plain;
    marked.setBackground(removed ? look.removedWord : look.addedWord);
    const models::LineExcerpt shown = models::lineExcerpt(line.text, line.marks);
    qsizetype at = 0;
    for (const core::Run &mark : shown.marks) {
        cursor.insertText(shown.text.mid(at, mark.from - at), plain);
        cursor.insertText(shown.text.mid(mark.from, mark.size), marked);
        at = mark.from + mark.size;
    }
    cursor.insertText(shown.text.mid(at), plain);
    const QString remark = line.kind == Kind::Added ? remarkOf(headers, line.text) : QString();
    if (remark.isEmpty())
        return;
    QTextCharFormat muted;
    muted.setForeground(look.muted);
    cursor.insertText(u"  "_s + remark, muted);
}

void ChangesView::writeLine(QTextCursor &cursor, const QString &text, const QColor &ground,
                            bool muted)
{
    if (!document()->isEmpty())
        cursor.insertBlock();
    QTextBlockFormat block;
    if (ground.isValid())
        block.setBackground(ground);
    QTextCharFormat ink;
    ink.setForeground(muted ? tokens(palette()).muted : tokens(palette()).text);
    cursor.setBlockFormat(block);
    cursor.insertText(text, ink);
}

void ChangesView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        write();
}

} // namespace ui
