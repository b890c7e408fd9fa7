// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/hexeditor.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

namespace
{

constexpr int mostUndone = 1000;

class HexEdit : public QUndoCommand
{
public:
    HexEdit(HexEditor &editor, qsizetype at, QByteArray before, QByteArray after, qsizetype caret)
        : m_editor(editor)
        , m_at(at)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_caret(caret)
    {
    }

    void redo() override { m_editor.change(m_at, m_before.size(), m_after, m_caret); }
    void undo() override { m_editor.change(m_at, m_after.size(), m_before, m_at); }

private:
    HexEditor &m_editor;
    qsizetype m_at;
    QByteArray m_before;
    QByteArray m_after;
    qsizetype m_caret;
};

// The value of one digit; -1: the text is none.
int digitOf(const QString &text)
{
    if (text.size() != 1)
        return -1;
    bool number = false;
    const int digit = text.toInt(&number, 16);
    return number ? digit : -1;
}

QByteArray bytesOf(const QString &text)
{
    QString digits = text;
    digits.removeIf([](QChar c) { return c.isSpace(); });
    const bool hex = !digits.isEmpty() && digits.size() % 2 == 0
        && std::all_of(digits.begin(), digits.end(), [](QChar c) { return digitOf(c) >= 0; });
    return hex ? QByteArray::fromHex(digits.toLatin1()) : text.toUtf8();
}

} // namespace

HexEditor::HexEditor(QWidget *parent)
    : HexView(parent)
{
    m_history.setUndoLimit(mostUndone);
    connect(this, &HexView::caretMoved, this, [this] { m_second = false; });
}

void HexEditor::load(const QByteArray &bytes)
{
    m_history.clear();
    m_second = false;
    setBytes(bytes);
}

QString HexEditor::placeText() const
{
    const QString offset = QString::number(caret(), 16);
    return m_inserting ? tr("Offset 0x%1 · inserts").arg(offset)
                       : tr("Offset 0x%1 · overwrites").arg(offset);
}

void HexEditor::change(qsizetype at, qsizetype length, const QByteArray &with, qsizetype caret)
{
    splice(at, length, with);
    moveCaret(caret, false);
    Q_EMIT edited();
}

void HexEditor::put(qsizetype at, qsizetype length, const QByteArray &with, qsizetype caret)
{
    m_history.push(new HexEdit(*this, at, bytes().mid(at, length), with, caret));
}

// What is selected is typed over from its first byte on.
void HexEditor::typeDigit(int digit)
{
    const qsizetype at = m_second ? caret() : selectionStart();
    if (m_second && at < bytes().size()) {
        const uchar byte = uchar(uchar(bytes().at(at)) & 0xF0U) | uchar(digit);
        return put(at, 1, QByteArray(1, char(byte)), at + 1);
    }
    const bool adds = m_inserting || at >= bytes().size();
    const uchar low = adds ? uchar(0) : uchar(uchar(bytes().at(at)) & 0x0FU);
    put(at, adds ? 0 : 1, QByteArray(1, char(uchar(digit << 4) | low)), at);
    m_second = true;
}

void HexEditor::remove()
{
    const qsizetype at = selectionStart();
    const qsizetype length = std::min(selectionLength(), bytes().size() - at);
    if (length > 0)
        put(at, length, {}, at);
}

void HexEditor::paste()
{
    const QByteArray pasted = bytesOf(QGuiApplication::clipboard()->text());
    if (pasted.isEmpty())
        return;
    const qsizetype at = selectionStart();
    const qsizetype chosen = selectionLength() > 1 ? selectionLength() : 0;
    const qsizetype over
        = std::min(m_inserting ? chosen : std::max(pasted.size(), chosen), bytes().size() - at);
    put(at, over, pasted, at + pasted.size());
}

bool HexEditor::edit(const QKeyEvent &event)
{
    if (event.matches(QKeySequence::Undo)) {
        m_history.undo();
    } else if (event.matches(QKeySequence::Redo)) {
        m_history.redo();
    } else if (event.matches(QKeySequence::Paste)) {
        paste();
    } else if (event.matches(QKeySequence::SelectAll)) {
        m_second = false;
        return false;
    } else if (event.matches(QKeySequence::Delete)) {
        remove();
    } else if (event.key() == Qt::Key_Backspace) {
        if (selectionLength() > 1)
            remove();
        else if (caret() > 0)
            put(caret() - 1, 1, {}, caret() - 1);
    } else if (event.key() == Qt::Key_Insert && event.modifiers() == Qt::NoModifier) {
        m_inserting = !m_inserting;
        Q_EMIT modeChanged();
    } else if (const int digit = digitOf(event.text());
               digit >= 0 && !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
        typeDigit(digit);
    } else {
        return false;
    }
    return true;
}

void HexEditor::fillMenu(QMenu &menu)
{
    const auto add = [&](const QString &text, bool possible, auto slot) {
        menu.addAction(text, this, slot)->setEnabled(possible);
    };
    add(tr("&Undo"), m_history.canUndo(), [this] { m_history.undo(); });
    add(tr("&Redo"), m_history.canRedo(), [this] { m_history.redo(); });
    menu.addSeparator();
    HexView::fillMenu(menu);
    menu.addSeparator();
    add(tr("&Paste"), !QGuiApplication::clipboard()->text().isEmpty(), [this] { paste(); });
    add(tr("&Delete"), selectionStart() < bytes().size(), [this] { remove(); });
}

void HexEditor::keyPressEvent(QKeyEvent *event)
{
    if (!edit(*event))
        HexView::keyPressEvent(event);
}

} // namespace ui
