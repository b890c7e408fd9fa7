// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/changesview.h"

#include "json/utf8.h"
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
constexpr qsizetype longestShown = 2000; // characters of a line

QStringList headLines(const http::Request &request)
{
    QStringList lines{shownBytes(request.method + ' ' + request.target)};
    for (const http::Field &field : request.fields)
        lines.append(shownBytes(field.name + ": " + field.value));
    for (const http::Field &field : request.trailers)
        lines.append(shownBytes(field.name + ": " + field.value) + u"  (trailer)"_s);
    return lines;
}

// A body of one line of JSON says nothing line by line, so it is laid out for the comparison.
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

// Whether line by line says nothing, since one of the two is JSON in one line.
bool wantLayout(const QByteArray &received, const QByteArray &sent)
{
    const auto isJson
        = [](const QByteArray &body) { return readBody({.bytes = body}).kind == BodyKind::Json; };
    return std::min(received.count('\n'), sent.count('\n')) < 2 && isJson(received) && isJson(sent);
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

void ChangesView::compare(const http::Request &received, const http::Request &sent)
{
    m_note.clear();
    m_head = lineDiff(headLines(received), headLines(sent), 0);
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
            m_note = tr("Both are laid out to be compared; what goes out is as it stands.");
    } else if (!same) {
        m_note = tr("Was %L1 bytes, is %L2 bytes.").arg(received.body.size()).arg(sent.body.size());
    }
    m_changes = changeCount(m_head) + (same ? 0 : std::max(changeCount(m_body), 1));
    write();
}

void ChangesView::write()
{
    const int place = verticalScrollBar()->value();
    const Tokens &look = tokens(palette());
    clear();
    QTextCursor cursor(document());
    const auto section = [&](const QString &title, const QList<DiffLine> &lines) {
        writeLine(cursor, title, look.header, true);
        for (const DiffLine &line : lines)
            writeDiffLine(cursor, line);
    };
    if (m_changes == 0)
        writeLine(cursor, tr("The request goes out as it was received."), {}, true);
    if (!m_head.isEmpty())
        section(tr(" Request line and headers"), m_head);
    if (!m_body.isEmpty() || !m_note.isEmpty())
        section(tr(" Body"), m_body);
    if (!m_note.isEmpty())
        writeLine(cursor, u' ' + m_note, {}, true);
    verticalScrollBar()->setValue(place);
}

void ChangesView::writeDiffLine(QTextCursor &cursor, const DiffLine &line)
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
    const QString text = line.text.left(longestShown);
    qsizetype at = 0;
    for (const core::Run &mark : line.marks) {
        cursor.insertText(text.mid(at, mark.from - at), plain);
        cursor.insertText(text.mid(mark.from, mark.size), marked);
        at = mark.from + mark.size;
    }
    cursor.insertText(text.mid(at), plain);
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
