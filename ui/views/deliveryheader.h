// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/addedcolumns.h"
#include "models/column.h"

#include <QHeaderView>

#include <optional>

class QMenu;

namespace models
{
class DeliveryModel;
}

namespace ui
{

// The live table's columns: which are shown, where and how wide. The summary takes what room is
// left.
class DeliveryHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit DeliveryHeader(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    void resetColumns(); // as at first
    void resetByUser(); // the same, then columnsReset() where that changed something
    bool isShown(models::Column column) const;
    void makeRoomFor(qint64 number);
    void setShown(models::Column column, bool shown);

    // Beside the last one that was added, the first one beside the summary; shown where it is
    // there. False: there are too many.
    bool addColumn(const models::AddedColumn &column);

    // Where an added column stood, to be put back there.
    struct AddedPlace {
        models::AddedColumn column;
        int place = 0; // from the left
        int width = 0; // 0: it was hidden
    };
    void removeColumn(const models::AddedColumn &column); // then removed()
    bool addBack(const AddedPlace &removed); // false: there are too many by now

    // A check box for every column, to be shown under a menu's name or at the pointer.
    void fillMenu(QMenu &menu);

    // Both carry a version: what another one wrote is not restored. Where it cannot be, everything
    // stays as it is.
    QByteArray layoutState() const;
    bool restoreLayout(const QByteArray &state);

public Q_SLOTS:
    void stretchSummary();

Q_SIGNALS:
    void fitWanted(int logicalIndex); // to the rows in sight
    void filterBegun(const QString &term); // by an added column, with its value to be typed
    void columnWanted(); // another one, by what somebody types
    void removed(const ui::DeliveryHeader::AddedPlace &column); // by somebody, alone
    void columnsReset(const QByteArray &before); // by somebody; the layout that was

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const override;
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    void changeEvent(QEvent *event) override;
    QSize sizeHint() const override;

private:
    models::DeliveryModel *deliveries() const; // null: this header has none
    static std::optional<QList<models::AddedColumn>> readStored(QDataStream &stream);
    static QByteArray unsortedState(const QByteArray &state, int columns);
    void offerAdded(QMenu &menu, int section);
    void offerUsual(QMenu &menu);
    void removeAdded();
    int widthOf(models::Column column) const;
    int narrowestOf(int section) const; // of those that were added
    bool showsNumbers(int section) const;
    void keepUsable(int logicalIndex);

    bool m_stretching = false;
    int m_fontHeight;
};

} // namespace ui
