// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

// The columns of the live table that a user added.

#include "models/deliverymodel.h"
#include "models/factcolumns.h"
#include "ui/views/deliveryheader.h"

#include <QDataStream>
#include <QMenu>
#include <QStandardItemModel>
#include <QTableView>

#include <algorithm>

namespace ui
{

using models::Column;

static constexpr int mostInSight = 200; // rows that are looked at

models::DeliveryModel *DeliveryHeader::deliveries() const
{
    return qobject_cast<models::DeliveryModel *>(model());
}

bool DeliveryHeader::addColumn(const models::AddedColumn &column)
{
    const int before = count();
    if (!deliveries() || !deliveries()->addColumn(column))
        return false;
    const int section = deliveries()->columnOf(column.pointer);
    if (count() > before) {
        resizeSection(section, widthOf(Column(section)));
        moveSection(visualIndex(section),
                    visualIndex(before > models::columnCount ? before - 1 : int(Column::Summary))
                        + 1);
    }
    setShown(Column(section), true);
    stretchSummary();
    if (const int over = length() - viewport()->width(); count() > before && over > 0)
        resizeSection(section, std::max(sectionSize(section) - over, narrowestOf(section)));
    return true;
}

// A number has room in it; the title's tooltip has what is cut of that.
int DeliveryHeader::narrowestOf(int section) const { return widthOf(Column(section)) * 2 / 3; }

// In sight, as far as its values were read.
bool DeliveryHeader::showsNumbers(int section) const
{
    const auto *table = qobject_cast<const QTableView *>(parentWidget());
    const int first = table ? table->rowAt(0) : -1;
    const int below = table ? table->rowAt(table->viewport()->height() - 1) : -1;
    const int end = below < 0 && model() ? model()->rowCount() - 1 : below;
    const int last = std::min(end, first + mostInSight);
    for (int row = first; row >= 0 && row <= last; ++row) {
        const int alignment = model()->index(row, section).data(Qt::TextAlignmentRole).toInt();
        if (alignment & Qt::AlignRight)
            return true;
    }
    return false;
}

void DeliveryHeader::removeAdded()
{
    while (deliveries() && count() > models::columnCount)
        deliveries()->removeColumn(count() - 1);
}

void DeliveryHeader::resetByUser()
{
    const QByteArray before = layoutState();
    resetColumns();
    if (layoutState() != before)
        Q_EMIT columnsReset(before);
}

void DeliveryHeader::offerAdded(QMenu &menu, int section)
{
    const models::AddedColumn column = deliveries()->addedColumns()[section - models::columnCount];
    if (!models::isFactColumn(column))
        menu.addAction(tr("Filter by this &value…"), this,
                       [this, column] { Q_EMIT filterBegun(column.path + u':'); });
    menu.addAction(tr("Re&move column"), this, [this, column] { removeColumn(column); });
}

void DeliveryHeader::removeColumn(const models::AddedColumn &column)
{
    const int section = deliveries() ? deliveries()->columnOf(column.pointer) : -1;
    if (section < 0)
        return;
    const AddedPlace place{.column = column,
                           .place = visualIndex(section),
                           .width = isSectionHidden(section) ? 0 : sectionSize(section)};
    deliveries()->removeColumn(section);
    keepUsable(int(Column::Summary));
    stretchSummary();
    Q_EMIT removed(place);
}

bool DeliveryHeader::addBack(const AddedPlace &removed)
{
    if (!addColumn(removed.column))
        return false;
    const int section = deliveries()->columnOf(removed.column.pointer);
    moveSection(visualIndex(section), std::min(removed.place, count() - 1));
    if (removed.width > 0)
        resizeSection(section, removed.width);
    stretchSummary();
    return true;
}

// Added columns like others, that need no webhook to be added from.
void DeliveryHeader::offerUsual(QMenu &menu)
{
    if (!deliveries())
        return;
    const bool room = deliveries()->addedColumns().size() < models::AddedColumns::most;
    const auto usual = QList{models::headerColumn("Content-Type")} + models::factColumns();
    for (const models::AddedColumn &column : usual) {
        if (deliveries()->columnOf(column.pointer) >= 0)
            continue;
        QAction *action = menu.addAction(models::columnTitle(column));
        action->setCheckable(true);
        action->setEnabled(room);
        connect(action, &QAction::toggled, this, [this, column] { addColumn(column); });
    }
}

// What cannot be a column is none: the settings are a file that anybody can edit.
std::optional<QList<models::AddedColumn>> DeliveryHeader::readStored(QDataStream &stream)
{
    qint32 count = 0;
    stream >> count;
    QList<models::AddedColumn> columns;
    for (int i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        models::AddedColumn column;
        stream >> column.pointer >> column.path;
        const bool there = std::any_of(columns.begin(), columns.end(), [&](const auto &other) {
            return other.pointer == column.pointer;
        });
        if (there || !models::isColumn(column) || columns.size() == models::AddedColumns::most)
            return {};
        columns.append(column);
    }
    return columns;
}

// As a header with so many columns takes it, tried on another one; empty: it does not. Where rows
// stand is this moment's: that is not restored, and nobody is told that they are sorted.
QByteArray DeliveryHeader::unsortedState(const QByteArray &state, int columns)
{
    QStandardItemModel model(0, columns);
    QHeaderView header(Qt::Horizontal);
    header.setModel(&model);
    if (!header.restoreState(state) || header.count() != columns)
        return {};
    header.setSortIndicator(-1, Qt::AscendingOrder);
    return header.saveState();
}

} // namespace ui
