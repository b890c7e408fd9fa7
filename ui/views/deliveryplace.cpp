// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/deliverymodel.h"
#include "ui/views/deliveryheader.h"
#include "ui/views/deliveryview.h"
#include "ui/views/newbelow.h"

#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace ui
{

using models::Column;
using models::DeliveryModel;

// These run before the view's own, so that they see what is still there.
void DeliveryView::watchBefore()
{
    connect(&m_model, &DeliveryModel::modelAboutToBeReset, this, [this] {
        remember();
        rememberSelection();
    });
    connect(&m_model, &DeliveryModel::columnsAboutToBeInserted, this,
            &DeliveryView::rememberSelection);
    connect(&m_model, &DeliveryModel::columnsAboutToBeRemoved, this,
            &DeliveryView::rememberSelection);
    connect(&m_model, &DeliveryModel::layoutAboutToBeChanged, this, &DeliveryView::remember);
    connect(&m_model, &DeliveryModel::rowsAboutToBeRemoved, this, &DeliveryView::remember);
}

// These run after the view's own.
void DeliveryView::watchAfter()
{
    connect(&m_model, &DeliveryModel::modelReset, this, [this] {
        restoreSelection();
        restorePlace();
        if (m_place.hidden && currentIndex().isValid())
            scrollTo(currentIndex(), QAbstractItemView::PositionAtCenter);
    });
    // A row is selected as far as its last column.
    connect(&m_model, &DeliveryModel::columnsInserted, this, &DeliveryView::restoreSelection);
    connect(&m_model, &DeliveryModel::columnsRemoved, this, &DeliveryView::restoreSelection);
    connect(&m_model, &DeliveryModel::layoutChanged, this, &DeliveryView::restorePlace);
    connect(&m_model, &DeliveryModel::rowsRemoved, this, &DeliveryView::restorePlace);
    connect(&m_model, &DeliveryModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { takeInserted(first, last); });
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
        if (verticalScrollBar()->sliderPosition() < verticalScrollBar()->maximum())
            setFollowing(false);
    });
    connect(m_columns, &QHeaderView::sortIndicatorChanged, this, [this](int column) {
        m_sortWanted = true;
        if (column >= 0)
            setFollowing(false);
    });
}

void DeliveryView::setFollowing(bool following)
{
    if (following && m_model.sorting().column >= 0)
        m_columns->setSortIndicator(-1, Qt::AscendingOrder);
    if (following) {
        scrollToBottom();
        m_newBelow->setNumber(0);
    }
    if (following == m_following)
        return;
    m_following = following;
    Q_EMIT followingChanged(following);
}

// Back again where the room comes back: the details take some for a moment while they find out how
// high they are, and that must not move what is read.
void DeliveryView::giveWay(int heightBefore)
{
    QScrollBar *bar = verticalScrollBar();
    if (m_gaveWay && bar->value() != m_gaveWay->to)
        m_gaveWay.reset(); // scrolled since
    if (m_gaveWay && viewport()->height() >= m_gaveWay->height) {
        bar->setValue(m_gaveWay->from);
        m_gaveWay.reset();
    }
    const QRect read = visualRect(currentIndex());
    if (read.bottom() < 0 || read.top() >= heightBefore)
        return;
    const int before = bar->value();
    scrollTo(currentIndex());
    if (bar->value() == before)
        return;
    if (!m_gaveWay)
        m_gaveWay = GaveWay{.height = heightBefore, .from = before};
    m_gaveWay->to = bar->value();
}

void DeliveryView::setLoading(bool loading)
{
    if (m_loading && !loading && !m_model.sorted() && !currentIndex().isValid())
        scrollToBottom();
    m_loading = loading;
}

// Before the last row is chosen the rows are in their order, and afterwards it is followed again.
void DeliveryView::goToNewest()
{
    setFollowing(true);
    select(m_model.rowCount() - 1);
    setFollowing(true);
}

void DeliveryView::goToOldest()
{
    setFollowing(false);
    select(0);
    scrollToTop();
}

qint64 DeliveryView::newBelow() const { return m_newBelow->number(); }

int DeliveryView::bottomRow() const
{
    const int row = rowAt(viewport()->height() - 1);
    return row < 0 ? m_model.rowCount() - 1 : row;
}

void DeliveryView::remember()
{
    m_place.id = 0;
    const QModelIndex current = currentIndex();
    const bool inSight = current.isValid() && viewport()->rect().intersects(visualRect(current));
    const int row = inSight ? current.row() : rowAt(0);
    if (row < 0)
        return;
    m_place.id = m_model.idAt(row);
    m_place.top = rowViewportPosition(row);
    // Somebody who sorts wants to see the first rows of the new order, if no row is being read.
    if (m_sortWanted && !inSight)
        m_place.id = 0;
}

void DeliveryView::rememberSelection()
{
    m_place.hidden = !m_chosen && m_place.current != 0 && !currentIndex().isValid();
    if (!std::exchange(m_chosen, false))
        return;
    m_place.current = currentId();
    m_place.selected = selectedCount() <= mostRemembered ? selectedIds() : QList<qint64>();
}

void DeliveryView::restorePlace()
{
    m_sortWanted = false;
    updateGeometries();
    if (m_following) {
        scrollToBottom();
    } else if (m_place.id != 0) {
        const int row = m_model.nearestRow(m_place.id);
        if (row >= 0)
            verticalScrollBar()->setValue(verticalHeader()->sectionPosition(row) - m_place.top);
    }
    limitNewBelow();
}

void DeliveryView::restoreSelection()
{
    const QScopedValueRollback restoring(m_restoring, true);
    m_place.selected.removeIf([this](qint64 id) { return !m_model.knows(id); });
    std::vector<int> rows;
    for (const qint64 id : std::as_const(m_place.selected)) {
        const int row = m_model.rowOf(id);
        if (row >= 0)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    QItemSelection selection;
    for (size_t first = 0; first < rows.size();) {
        size_t last = first;
        while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1)
            ++last;
        selection.append(
            {m_model.index(rows[first], 0), m_model.index(rows[last], m_model.columnCount() - 1)});
        first = last + 1;
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    const int current = m_model.rowOf(m_place.current);
    if (current >= 0)
        selectionModel()->setCurrentIndex(m_model.index(current, int(Column::Number)),
                                          QItemSelectionModel::NoUpdate);
    // What is left of it may be another than what the details show.
    m_settle.start();
}

void DeliveryView::takeInserted(int first, int last)
{
    m_columns->makeRoomFor(m_model.lastId());
    if (m_following) {
        scrollToBottom();
        return;
    }
    if (!m_loading && !m_model.sorted() && first > bottomRow())
        m_newBelow->setNumber(m_newBelow->number() + arrived(first, last));
    limitNewBelow();
}

// What was imported is not new.
qint64 DeliveryView::arrived(int first, int last) const
{
    qint64 count = 0;
    for (int row = first; row <= last; ++row)
        count += m_model.packed(row).imported() ? 0 : 1;
    return count;
}

void DeliveryView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    limitNewBelow();
}

void DeliveryView::limitNewBelow()
{
    const qint64 below = m_model.sorted() ? 0 : m_model.rowCount() - 1 - bottomRow();
    m_newBelow->setNumber(qMin<qint64>(m_newBelow->number(), below));
    const QRect room = viewport()->geometry();
    m_newBelow->move(room.center().x() - m_newBelow->width() / 2,
                     room.bottom() - m_newBelow->height() - 8);
    m_newBelow->raise();
}

} // namespace ui
