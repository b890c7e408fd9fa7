// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/deliverymodel.h"
#include "ui/views/deliveryheader.h"
#include "ui/views/deliveryview.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QScopedValueRollback>

namespace ui
{

using models::Column;

void DeliveryView::select(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    const QModelIndex index = cellOf(row);
    // Only a key tells the view from where Shift extends the selection next.
    const QScopedValueRollback jump(m_jump, row);
    QKeyEvent key(QEvent::KeyPress, Qt::Key_Down, Qt::NoModifier);
    QTableView::keyPressEvent(&key);
    // Said outright: of itself the view would extend the selection while Shift is held.
    selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

// In a column that is in sight: in a hidden one the view finds no row.
QModelIndex DeliveryView::cellOf(int row) const
{
    int column = int(Column::Number);
    for (int place = 0; isColumnHidden(column) && place < m_columns->count(); ++place)
        column = m_columns->logicalIndex(place);
    return m_model.index(row, column);
}

QModelIndex DeliveryView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int rows = m_model.rowCount();
    if (m_jump >= 0 && m_jump < rows)
        return cellOf(m_jump);
    if (rows > 0 && !modifiers.testFlag(Qt::ControlModifier)) {
        if (action == MoveHome)
            return cellOf(0);
        if (action == MoveEnd)
            return cellOf(rows - 1);
    }
    return QTableView::moveCursor(action, modifiers);
}

void DeliveryView::selectNext() { step(1); }

void DeliveryView::selectPrevious() { step(-1); }

void DeliveryView::step(int by)
{
    const int row = currentIndex().isValid() ? currentIndex().row() + by
        : by > 0                             ? 0
                                             : m_model.rowCount() - 1;
    select(row);
}

// Keys and no shortcuts: those would be taken from a menu that is open above the table, too. A
// slash may need Shift.
bool DeliveryView::takeLetter(const QKeyEvent &event)
{
    const auto held = event.modifiers() & ~Qt::KeypadModifier;
    if (!m_letters && event.key() != Qt::Key_Escape)
        return false;
    if (held == Qt::NoModifier && event.key() == Qt::Key_M)
        Q_EMIT markPressed();
    else if (held == Qt::NoModifier && event.key() == Qt::Key_Escape)
        Q_EMIT escapePressed();
    else if ((held & ~Qt::ShiftModifier) == Qt::NoModifier && event.key() == Qt::Key_Slash)
        Q_EMIT findPressed();
    else
        return false;
    return true;
}

void DeliveryView::keyPressEvent(QKeyEvent *event)
{
    if (takeLetter(*event))
        return;
    const bool alone = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (alone && currentIndex().isValid())
            return Q_EMIT detailsWanted();
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (alone && nothingChosen() && firstToRead() >= 0)
            return beginToRead();
        break;
    // Not every platform makes the menu key of it.
    case Qt::Key_F10:
        if ((event->modifiers() & ~Qt::KeypadModifier) == Qt::ShiftModifier)
            return askForMenu();
        break;
    default:
        break;
    }
    QTableView::keyPressEvent(event);
}

// As the menu key does: at the current row.
void DeliveryView::askForMenu()
{
    if (!currentIndex().isValid())
        return;
    const QPoint place = visualRect(currentIndex()).center();
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, place, viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(viewport(), &asked);
}

// The row may be current already, given with the focus, and a key would pass it by.
void DeliveryView::beginToRead()
{
    const int row = firstToRead();
    selectionModel()->clearCurrentIndex();
    select(row);
}

// Where no row is current the view makes one so, which nobody chose to read: while rows are loaded
// the table would stay where it has got to.
void DeliveryView::focusInEvent(QFocusEvent *event)
{
    const QScopedValueRollback given(m_restoring, true);
    const QScopedValueRollback jump(m_jump, firstToRead());
    QTableView::focusInEvent(event);
}

bool DeliveryView::nothingChosen() const
{
    return !selectionModel()->hasSelection() && (m_following || !currentIndex().isValid());
}

// In an empty table -1.
int DeliveryView::firstToRead() const { return m_following ? m_model.rowCount() - 1 : rowAt(0); }

} // namespace ui
