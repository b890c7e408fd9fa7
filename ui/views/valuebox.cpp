// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/valuebox.h"

#include "ui/tokens.h"
#include "ui/views/codefont.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>
#include <utility>

namespace ui
{

namespace
{

constexpr int padding = 5;

} // namespace

ValueBox::ValueBox(const QString &name, QWidget *parent)
    : QPlainTextEdit(parent)
{
    setAccessibleName(name);
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setWordWrapMode(QTextOption::WrapAnywhere);
    keepCodeFont(this);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(padding);
}

void ValueBox::setValue(const QString &value, const QList<Mark> &marks)
{
    setPlainText(value);
    m_marks = marks;
    mark();
    updateGeometry();
}

void ValueBox::mark()
{
    const Tokens &look = tokens(palette());
    QList<QTextEdit::ExtraSelection> parts;
    for (const Mark &mark : std::as_const(m_marks)) {
        if (mark.length == 0)
            continue;
        QTextEdit::ExtraSelection part;
        part.cursor = QTextCursor(document());
        part.cursor.setPosition(int(mark.start));
        part.cursor.setPosition(int(mark.start + mark.length), QTextCursor::KeepAnchor);
        part.format.setBackground(m_removed ? look.removedWord : look.addedWord);
        parts.append(part);
    }
    setExtraSelections(parts);
}

int ValueBox::textHeight() const
{
    // A plain text layout counts its height in lines.
    const int lines = std::clamp(int(std::ceil(document()->size().height())), 1, m_mostLines);
    return lines * fontMetrics().lineSpacing() + 2 * padding + 1;
}

QSize ValueBox::sizeHint() const { return {200, textHeight()}; }

QSize ValueBox::minimumSizeHint() const { return {80, textHeight()}; }

void ValueBox::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    verticalScrollBar()->setValue(0); // what was scrolled away while it was narrow comes back
    if (event->oldSize().width() != event->size().width())
        updateGeometry();
}

void ValueBox::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        mark();
}

void ValueBox::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    const Tokens &look = tokens(palette());
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? look.accent : look.line, 1));
    painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}

void ValueBox::wheelEvent(QWheelEvent *event)
{
    if (document()->size().height() <= m_mostLines)
        return event->ignore();
    QPlainTextEdit::wheelEvent(event);
}

} // namespace ui
