// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

// The columns of the live table that a user added.

#include "filter/jsonpath.h"
#include "json/pointer.h"
#include "models/deliverymodel.h"
#include "ui/views/deliveryheader.h"

#include <QDataStream>
#include <QMenu>

namespace ui
{

using models::Column;

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
    return true;
}

void DeliveryHeader::removeAdded()
{
    while (deliveries() && count() > models::columnCount)
        deliveries()->removeColumn(count() - 1);
}

void DeliveryHeader::offerAdded(QMenu &menu, int section)
{
    const models::AddedColumn column = deliveries()->addedColumns()[section - models::columnCount];
    menu.addAction(tr("Filter by this &value…"), this,
                   [this, column] { Q_EMIT filterBegun(column.path + u':'); });
    menu.addAction(tr("Re&move column"), this, [this, column] {
        deliveries()->removeColumn(deliveries()->columnOf(column.pointer));
        keepUsable(int(Column::Summary));
        stretchSummary();
    });
}

// What cannot be a column is none: the settings are a file that anybody can edit.
void DeliveryHeader::addStored(QDataStream &stream)
{
    qint32 added = 0;
    stream >> added;
    removeAdded();
    for (int i = 0; i < added && stream.status() == QDataStream::Ok; ++i) {
        models::AddedColumn column;
        stream >> column.pointer >> column.path;
        if (json::isPointer(column.pointer) && filter::JsonPath::read(column.path) && deliveries())
            deliveries()->addColumn(column);
    }
}

} // namespace ui
