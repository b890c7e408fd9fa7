// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/hexview.h"

#include "ui/shownbytes.h"
#include "ui/tokens.h"
#include "ui/views/bytesearch.h"
#include "ui/views/codefont.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

namespace
{

constexpr qsizetype copyLimit = 8 * 1024 * 1024; // a clipboard takes no more

QChar shownAscii(char byte)
{
    return byte >= 0x20 && byte < 0x7F ? QChar::fromLatin1(byte) : QChar(u'·');
}

} // namespace

HexView::HexView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    keepCodeFont(this);
    setAccessibleName(tr("Bytes in hexadecimal"));
    viewport()->setCursor(Qt::IBeamCursor);
    verticalScrollBar()->setSingleStep(1);
}

void HexView::setBytes(const QByteArray &bytes)
{
    m_bytes = bytes;
    m_anchor = 0;
    m_caret = 0;
    m_hits.clear();
    m_currentHit = -1;
    verticalScrollBar()->setValue(0);
    layOut();
    viewport()->update();
}

void HexView::splice(qsizetype at, qsizetype length, const QByteArray &with)
{
    m_bytes.replace(at, length, with);
    m_hits.clear();
    m_currentHit = -1;
    m_caret = std::clamp<qsizetype>(m_caret, 0, std::max<qsizetype>(lastPlace(), 0));
    m_anchor = m_caret;
    layOut();
    viewport()->update();
}

qsizetype HexView::selectionLength() const
{
    return m_bytes.isEmpty() ? 0 : std::abs(m_caret - m_anchor) + 1;
}

void HexView::select(qsizetype offset, qsizetype length)
{
    if (m_bytes.isEmpty())
        return;
    const qsizetype last = m_bytes.size() - 1;
    m_anchor = std::clamp<qsizetype>(offset, 0, last);
    moveCaret(std::clamp<qsizetype>(offset + std::max<qsizetype>(length, 1) - 1, 0, last), true);
    verticalScrollBar()->setValue(int(
        std::max<qsizetype>(0, m_anchor / bytesPerLine() - verticalScrollBar()->pageStep() / 3)));
}

void HexView::selectAll()
{
    m_anchor = 0;
    m_caret = std::max<qsizetype>(0, m_bytes.size() - 1);
    viewport()->update();
}

qsizetype HexView::setNeedle(const QByteArray &needle)
{
    m_hits = findBytes(m_bytes, needle, hitLimit);
    m_needleSize = needle.size();
    m_currentHit = -1;
    viewport()->update();
    return qsizetype(m_hits.size());
}

void HexView::stepHit(int step)
{
    if (m_hits.empty())
        return;
    const auto count = qsizetype(m_hits.size());
    const qsizetype from = m_currentHit < 0 && step < 0 ? 0 : m_currentHit;
    m_currentHit = (from + step + count) % count;
    select(m_hits[size_t(m_currentHit)], m_needleSize);
}

bool HexView::isHit(qsizetype offset) const
{
    const auto later = std::upper_bound(m_hits.begin(), m_hits.end(), offset);
    return later != m_hits.begin() && offset < *(later - 1) + m_needleSize;
}

QString HexView::lineText(qsizetype line) const
{
    const int columns = bytesPerLine();
    const QByteArrayView bytes
        = QByteArrayView(m_bytes)
              .sliced(line * columns)
              .first(std::min<qsizetype>(columns, m_bytes.size() - line * columns));
    QString hex;
    QString ascii;
    for (const char byte : bytes) {
        hex += u"%1 "_s.arg(uchar(byte), 2, 16, QChar(u'0'));
        ascii += shownAscii(byte);
    }
    return u"%1  %2 %3"_s.arg(line * columns, offsetDigits(), 16, QChar(u'0'))
        .arg(hex.leftJustified(columns * 3), ascii);
}

QString HexView::caretText() const
{
    return m_bytes.isEmpty() ? QString() : lineText(m_caret / bytesPerLine());
}

void HexView::copyHex()
{
    const QByteArray chosen = m_bytes.mid(selectionStart(), std::min(selectionLength(), copyLimit));
    QGuiApplication::clipboard()->setText(QString::fromLatin1(chosen.toHex(' ')));
}

void HexView::copyText()
{
    const QByteArray chosen = m_bytes.mid(selectionStart(), std::min(selectionLength(), copyLimit));
    QGuiApplication::clipboard()->setText(QString::fromUtf8(chosen));
}

void HexView::moveCaret(qsizetype offset, bool extend)
{
    if (lastPlace() < 0)
        return;
    m_caret = std::clamp<qsizetype>(offset, 0, lastPlace());
    if (!extend)
        m_anchor = m_caret;
    const auto line = int(m_caret / bytesPerLine());
    QScrollBar *bar = verticalScrollBar();
    if (line < bar->value())
        bar->setValue(line);
    else if (line >= bar->value() + bar->pageStep())
        bar->setValue(line - bar->pageStep() + 1);
    setAccessibleDescription(caretText());
    viewport()->update();
    Q_EMIT caretMoved(m_caret);
}

void HexView::keyPressEvent(QKeyEvent *event)
{
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    const bool far = event->modifiers() & Qt::ControlModifier;
    const qsizetype columns = bytesPerLine();
    const qsizetype lineStart = m_caret - m_caret % columns;
    if (event->matches(QKeySequence::Copy))
        return copyHex();
    if (event->matches(QKeySequence::SelectAll))
        return selectAll();
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCaret(m_caret - 1, extend);
    case Qt::Key_Right:
        return moveCaret(m_caret + 1, extend);
    case Qt::Key_Up:
        return moveCaret(m_caret < columns ? m_caret : m_caret - columns, extend);
    case Qt::Key_Down:
        return moveCaret(m_caret + columns, extend);
    case Qt::Key_PageUp:
        return moveCaret(m_caret - columns * verticalScrollBar()->pageStep(), extend);
    case Qt::Key_PageDown:
        return moveCaret(m_caret + columns * verticalScrollBar()->pageStep(), extend);
    case Qt::Key_Home:
        return moveCaret(far ? 0 : lineStart, extend);
    case Qt::Key_End:
        return moveCaret(far ? lastPlace() : lineStart + columns - 1, extend);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void HexView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        moveCaret(offsetAt(event->position()), event->modifiers() & Qt::ShiftModifier);
}

void HexView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        moveCaret(offsetAt(event->position()), true);
}

void HexView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    fillMenu(menu);
    menu.exec(event->globalPos());
}

void HexView::fillMenu(QMenu &menu)
{
    menu.addAction(tr("Copy as &hexadecimal"), this, &HexView::copyHex);
    menu.addAction(tr("Copy as &text"), this, &HexView::copyText);
    menu.addSeparator();
    menu.addAction(tr("Select &all"), this, &HexView::selectAll);
}

void HexView::resizeEvent(QResizeEvent *) { layOut(); }

void HexView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

} // namespace ui
