// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/deliveryheader.h"

#include "models/deliverymodel.h"
#include "ui/icons.h"
#include "ui/views/codefont.h"

#include <QContextMenuEvent>
#include <QDataStream>
#include <QFontInfo>
#include <QMenu>
#include <QPainter>

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using models::Column;

namespace
{

constexpr int layoutVersion = 2;
constexpr int firstVersion = 1; // had no columns but those that every table has
constexpr int narrowestSummary = 160;
constexpr int drawnFor = 13; // the text size in pixels that the widths are given for

int drawnWidth(Column column)
{
    switch (column) {
    case Column::Mark:
        return 28;
    case Column::Number:
        return 48;
    case Column::Received:
        return 110;
    case Column::Signature:
        return 112;
    case Column::Freshness:
        return 126;
    case Column::Topic:
        return 130;
    case Column::Summary:
        return narrowestSummary;
    case Column::Size:
        return 62;
    case Column::Reply:
        return 58;
    case Column::Account:
        return 90;
    case Column::From:
        return 130;
    case Column::Secret:
        return 120;
    case Column::Endpoint:
        return 100;
    case Column::Method:
        return 70;
    case Column::Path:
        return 160;
    case Column::Duration:
        return 90;
    case Column::Age:
        return 80;
    case Column::Note:
        return 160;
    case Column::EventId:
        return 180;
    case Column::Scheme:
        return 120;
    }
    return 100;
}

// To the nearest, so that going there and back costs no width.
int inProportion(int width, int to, int from) { return qRound(double(width) * to / from); }

} // namespace

DeliveryHeader::DeliveryHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_fontHeight(QFontInfo(font()).pixelSize())
{
    setSectionsMovable(true);
    setSectionsClickable(true);
    setSortIndicatorClearable(true);
    setSortIndicator(-1, Qt::AscendingOrder);
    setHighlightSections(false);
    setMinimumSectionSize(24);
    setTextElideMode(Qt::ElideRight);
    connect(this, &QHeaderView::sectionResized, this, [this](int section) {
        if (section != int(Column::Summary))
            stretchSummary();
    });
}

void DeliveryHeader::setModel(QAbstractItemModel *model)
{
    QHeaderView::setModel(model);
    if (count() >= models::columnCount)
        resetColumns();
    if (model)
        connect(model, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex &, const QModelIndex &last) {
                    if (last.column() >= models::columnCount)
                        viewport()->update(); // titles stand as the values do
                });
}

void DeliveryHeader::resetColumns()
{
    removeAdded();
    for (int column = 0; column < count(); ++column) {
        moveSection(visualIndex(column), column);
        setSectionHidden(column, !models::shownAtFirst(Column(column)));
        if (!isSectionHidden(column))
            resizeSection(column, widthOf(Column(column)));
    }
    setSectionResizeMode(int(Column::Mark), QHeaderView::Fixed);
    stretchSummary();
}

bool DeliveryHeader::isShown(Column column) const { return !isSectionHidden(int(column)); }

// Never narrower than the number of the last row.
void DeliveryHeader::makeRoomFor(qint64 number)
{
    const int needed = fontMetrics().horizontalAdvance(QString::number(number)) + 18;
    if (isShown(Column::Number) && sectionSize(int(Column::Number)) < needed)
        resizeSection(int(Column::Number), needed);
}

void DeliveryHeader::setShown(Column column, bool shown)
{
    if (shown == isShown(column))
        return;
    setSectionHidden(int(column), !shown);
    if (shown)
        resizeSection(int(column), qMax(sectionSize(int(column)), widthOf(column)));
    keepUsable(int(column));
    stretchSummary();
}

// Without one column there is no header left to bring the others back.
void DeliveryHeader::keepUsable(int logicalIndex)
{
    if (hiddenSectionCount() == count())
        setSectionHidden(logicalIndex, false);
}

void DeliveryHeader::fillMenu(QMenu &menu)
{
    for (int column = 0; column < models::columnCount; ++column) {
        QAction *action = menu.addAction(models::columnTitle(Column(column)));
        action->setCheckable(true);
        action->setChecked(isShown(Column(column)));
        connect(action, &QAction::toggled, this,
                [this, column](bool shown) { setShown(Column(column), shown); });
    }
    for (int column = models::columnCount; column < count(); ++column) {
        const QString title = model()->headerData(column, orientation()).toString();
        QAction *action = menu.addAction(QString(title).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(!isSectionHidden(column));
        connect(action, &QAction::toggled, this,
                [this, column](bool shown) { setShown(Column(column), shown); });
    }
    offerUsual(menu);
    menu.addSeparator();
    if (deliveries())
        menu.addAction(tr("Add co&lumn…"), this, &DeliveryHeader::columnWanted);
    menu.addAction(tr("&Reset columns"), this, &DeliveryHeader::resetByUser);
}

QByteArray DeliveryHeader::layoutState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    const auto added = deliveries() ? deliveries()->addedColumns() : QList<models::AddedColumn>();
    stream << qint32(layoutVersion) << qint32(added.size());
    for (const models::AddedColumn &column : added)
        stream << column.pointer << column.path;
    stream << qint32(count()) << qint32(m_fontHeight) << saveState();
    return state;
}

bool DeliveryHeader::restoreLayout(const QByteArray &state)
{
    if (!deliveries())
        return false;
    QDataStream stream(state);
    qint32 version = 0;
    qint32 columns = 0;
    qint32 fontHeight = 0;
    QByteArray inner;
    stream >> version;
    if (version < firstVersion || version > layoutVersion)
        return false;
    const auto added = version > firstVersion ? readStored(stream) : QList<models::AddedColumn>();
    stream >> columns >> fontHeight >> inner;
    if (!added || stream.status() != QDataStream::Ok || fontHeight <= 0
        || columns != models::columnCount + added->size())
        return false;
    const QByteArray unsorted = unsortedState(inner, columns);
    if (unsorted.isEmpty())
        return false;
    removeAdded();
    for (const models::AddedColumn &column : *added)
        deliveries()->addColumn(column);
    restoreState(unsorted);
    for (int column = 0; fontHeight != m_fontHeight && column < count(); ++column)
        resizeSection(column, inProportion(sectionSize(column), m_fontHeight, fontHeight));
    // The mark is drawn at one size, whatever the text has and whatever was kept of its column.
    resizeSection(int(Column::Mark), widthOf(Column::Mark));
    setSectionResizeMode(int(Column::Mark), QHeaderView::Fixed);
    keepUsable(int(Column::Summary));
    stretchSummary();
    return true;
}

void DeliveryHeader::stretchSummary()
{
    const int summary = int(Column::Summary);
    if (m_stretching || count() < models::columnCount || isSectionHidden(summary))
        return;
    m_stretching = true;
    const int room = viewport()->width() - length() + sectionSize(summary);
    resizeSection(summary, qMax(widthOf(Column::Summary), room));
    m_stretching = false;
}

void DeliveryHeader::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    const int section = logicalIndexAt(event->pos());
    if (section >= models::columnCount)
        offerAdded(menu, section);
    if (section >= 0 && section != int(Column::Mark))
        menu.addAction(tr("&Fit width"), this, [this, section] { Q_EMIT fitWanted(section); });
    menu.addSeparator();
    fillMenu(menu); // the longest part, which may need to be scrolled to
    menu.exec(event->globalPos());
}

// The mark's column shows a flag; its word is for those who cannot see it.
void DeliveryHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    if (logicalIndex == int(Column::Mark))
        option->text.clear();
    if (logicalIndex >= models::columnCount && showsNumbers(logicalIndex))
        option->textAlignment = Qt::AlignRight | Qt::AlignVCenter;
}

void DeliveryHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    painter->save();
    QHeaderView::paintSection(painter, rect, logicalIndex);
    painter->restore();
    if (logicalIndex != int(Column::Mark))
        return;
    constexpr int size = 15;
    QRect place(0, 0, size, size);
    place.moveCenter(rect.center());
    const Tokens &look = tokens(palette());
    painter->drawPixmap(
        place, drawing(u"status/flag"_s, size, devicePixelRatioF(), look.muted, look.base));
}

void DeliveryHeader::changeEvent(QEvent *event)
{
    QHeaderView::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    const int before = std::exchange(m_fontHeight, QFontInfo(font()).pixelSize());
    if (before == m_fontHeight || before <= 0)
        return;
    for (int column = 0; column < count(); ++column) {
        if (!isSectionHidden(column) && column != int(Column::Mark))
            resizeSection(column, inProportion(sectionSize(column), m_fontHeight, before));
    }
    stretchSummary();
}

QSize DeliveryHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), fontMetrics().height() + 9};
}

int DeliveryHeader::widthOf(Column column) const
{
    if (column == Column::Mark)
        return drawnWidth(column);
    const int scaled = drawnWidth(column) * qMax(m_fontHeight, 8) / drawnFor;
    // Fonts differ in width, and a cut time or size is of no use.
    if (column == Column::Received)
        return qMax(scaled,
                    QFontMetrics(codeFont(*this)).horizontalAdvance(u"00:00:00.000"_s) + 18);
    if (column == Column::Freshness) // with its icon
        return qMax(scaled, fontMetrics().horizontalAdvance(tr("Future · +59 min")) + 40);
    if (column == Column::Size)
        return qMax(scaled, fontMetrics().horizontalAdvance(u"888.8 KB"_s) + 18);
    return scaled;
}

} // namespace ui
