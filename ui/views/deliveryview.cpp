// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/deliveryview.h"

#include "models/deliverymodel.h"
#include "ui/tokens.h"
#include "ui/views/codefont.h"
#include "ui/views/deliverydelegate.h"
#include "ui/views/deliveryheader.h"
#include "ui/views/newbelow.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace ui
{

using models::Column;
using models::DeliveryModel;

DeliveryView::DeliveryView(DeliveryModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_delegate(new DeliveryDelegate(this))
    , m_columns(new DeliveryHeader(this))
    , m_newBelow(new NewBelow(this))
{
    setAccessibleName(tr("Webhooks"));
    setItemDelegate(m_delegate);
    setHorizontalHeader(m_columns);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setRowHeight();
    watchBefore();
    setModel(&model);
    watchAfter();
    setSortingEnabled(true);
    m_settle.setSingleShot(true);
    m_settle.setInterval(60);
    connect(&m_settle, &QTimer::timeout, this, &DeliveryView::selectionSettled);
    // What is read stays selected: only the sight moves.
    connect(m_newBelow, &QAbstractButton::clicked, this, [this] { setFollowing(true); });
    connect(m_columns, &DeliveryHeader::fitWanted, this, &DeliveryView::fitColumn);
}

qint64 DeliveryView::currentId() const
{
    return currentIndex().isValid() ? m_model.idAt(currentIndex().row()) : 0;
}

qsizetype DeliveryView::selectedCount() const
{
    qsizetype rows = 0;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        rows += range.height();
    return rows;
}

QList<qint64> DeliveryView::selectedIds() const
{
    QItemSelection ranges = selectionModel()->selection();
    std::sort(ranges.begin(), ranges.end(),
              [](const auto &a, const auto &b) { return a.top() < b.top(); });
    QList<qint64> ids;
    for (const QItemSelectionRange &range : std::as_const(ranges)) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            ids.append(m_model.idAt(row));
    }
    return ids;
}

void DeliveryView::setCompact(bool compact)
{
    m_delegate->setCompact(compact);
    setRowHeight();
    if (m_following)
        scrollToBottom();
    else
        scrollTo(currentIndex());
}

QSize DeliveryView::minimumSizeHint() const
{
    constexpr int rows = 3;
    const int height
        = horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize();
    return {QTableView::minimumSizeHint().width(), height};
}

void DeliveryView::setPointedOut(bool problems, bool repeats)
{
    m_delegate->setTinted(problems);
    m_delegate->setRepeats(repeats);
    viewport()->update();
}

void DeliveryView::invertSelection()
{
    if (m_model.rowCount() == 0)
        return;
    const QItemSelection all(m_model.index(0, 0), m_model.index(m_model.rowCount() - 1, 0));
    selectionModel()->select(all, QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
}

// Where there is no row there is nothing that a menu could act on; from the keyboard it is that of
// the current one.
bool DeliveryView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ContextMenu) {
        const auto *menu = static_cast<QContextMenuEvent *>(event);
        if (menu->reason() != QContextMenuEvent::Keyboard && !indexAt(menu->pos()).isValid())
            return true;
    }
    return QTableView::viewportEvent(event);
}

void DeliveryView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    const int first = rowAt(0);
    if (first < 0)
        return;
    QPainter painter(viewport());
    const QColor accent = tokens(palette()).accent;
    const int width = 3;
    const int left = isRightToLeft() ? viewport()->width() - width : 0;
    for (int row = first; row <= bottomRow(); ++row) {
        const QModelIndex index = m_model.index(row, int(Column::Number));
        const int top = rowViewportPosition(row);
        if (selectionModel()->isSelected(index)) {
            painter.fillRect(left, top, width, rowHeight(row), accent);
        } else if (hasFocus() && currentIndex().row() == row) {
            painter.setPen(accent);
            painter.drawRect(0, top, viewport()->width() - 1, rowHeight(row) - 1);
        }
    }
}

void DeliveryView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_columns->stretchSummary();
    if (m_following)
        scrollToBottom(); // a message above takes its room from the newest rows
    else
        giveWay(event->oldSize().height()); // nor is the row lost that is being read
    limitNewBelow();
}

void DeliveryView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid() && index.column() == int(Column::Mark)
        && event->modifiers() == Qt::NoModifier) {
        return Q_EMIT markWanted(m_model.idAt(index.row()),
                                 !index.data(DeliveryModel::MarkedRole).toBool());
    }
    m_pressed.reset();
    m_dragging = false;
    if (event->button() == Qt::LeftButton && index.isValid() && event->modifiers() == Qt::NoModifier
        && selectionModel()->isSelected(index))
        m_pressed = event->position().toPoint();
    QTableView::mousePressEvent(event);
}

// From a selected row on rows are dragged out; from any other, as ever, more are selected.
void DeliveryView::mouseMoveEvent(QMouseEvent *event)
{
    m_dragging = m_dragging && event->buttons() != Qt::NoButton;
    if (m_dragging)
        return; // the drag begins when there is a file
    if (!m_pressed)
        return QTableView::mouseMoveEvent(event);
    const QPoint way = event->position().toPoint() - *m_pressed;
    if (way.manhattanLength() < QApplication::startDragDistance())
        return;
    m_pressed.reset();
    m_dragging = true;
    Q_EMIT dragWanted();
}

void DeliveryView::mouseReleaseEvent(QMouseEvent *event)
{
    m_pressed.reset();
    // The rows stay selected, which a click would have reduced to one.
    if (!std::exchange(m_dragging, false))
        QTableView::mouseReleaseEvent(event);
}

void DeliveryView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setRowHeight();
}

void DeliveryView::selectionChanged(const QItemSelection &selected,
                                    const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    viewport()->update(); // the bar at the edge is outside the changed cells
    if (m_restoring)
        return;
    m_chosen = true;
    m_settle.start();
}

void DeliveryView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (m_restoring || !current.isValid())
        return;
    m_chosen = true;
    setFollowing(false);
    m_settle.start();
}

void DeliveryView::setRowHeight()
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int height = m_delegate->sizeHint(option, {}).height();
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

// To the rows in sight only: measuring a million would take its time.
void DeliveryView::fitColumn(int column)
{
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    const QString title = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    int width = metrics.horizontalAdvance(title) + 24;
    const bool glyph = column == int(Column::Signature) || column == int(Column::Freshness);
    const QFontMetrics cells
        = column == int(Column::Received) ? QFontMetrics(codeFont(*this)) : metrics;
    for (int row = qMax(0, rowAt(0)); row <= bottomRow(); ++row) {
        const QString text = m_model.index(row, column).data().toString();
        width = qMax(width, cells.horizontalAdvance(text) + (glyph ? 22 : 0));
    }
    m_columns->resizeSection(column, width + 2 * DeliveryDelegate::padding);
}

} // namespace ui
