// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/filtercompleter.h"

#include "ui/tokens.h"
#include "ui/views/filterfield.h"

#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace ui
{

namespace
{

constexpr int noteRole = Qt::UserRole;
constexpr int gap = 24; // between an offer and its note
constexpr int padding = 6;
constexpr int widest = 560;
constexpr int frame = 6; // of the field, which is not to be covered

// The offer on the left, its note on the right.
class OfferDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize plain = QStyledItemDelegate::sizeHint(option, index);
        const int note = option.fontMetrics.horizontalAdvance(index.data(noteRole).toString());
        return {option.fontMetrics.horizontalAdvance(index.data().toString()) + gap + note
                    + 2 * padding,
                plain.height() + 4};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Tokens &look = tokens(option.palette);
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, option.palette.highlight());
        const QRect room = option.rect.adjusted(padding, 0, -padding, 0);
        const QString text = index.data().toString();
        painter->setPen(look.text);
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft, text);
        const int left = option.fontMetrics.horizontalAdvance(text) + gap;
        painter->setPen(look.muted);
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignRight,
                          option.fontMetrics.elidedText(index.data(noteRole).toString(),
                                                        Qt::ElideRight, room.width() - left));
    }
};

} // namespace

// The offers, and under them what the keys do.
class FilterCompleter::List : public QListView
{
public:
    List()
        : m_foot(new QLabel(FilterCompleter::tr("Tab completes · Esc closes · F1 syntax"), this))
    {
        m_foot->setForegroundRole(QPalette::PlaceholderText);
        m_foot->setBackgroundRole(QPalette::Base);
        m_foot->setAutoFillBackground(true);
        m_foot->setContentsMargins(padding, 3, padding, 4);
        setViewportMargins(0, 0, 0, m_foot->sizeHint().height());
    }

    QSize footSize() const { return m_foot->sizeHint(); }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QListView::resizeEvent(event);
        const QRect room = contentsRect();
        const int high = m_foot->sizeHint().height();
        m_foot->setGeometry(room.left(), room.bottom() + 1 - high, room.width(), high);
    }

private:
    QLabel *m_foot;
};

FilterCompleter::FilterCompleter(FilterField &field)
    : QCompleter(&field)
    , m_field(field)
    , m_offers(new QStandardItemModel(this))
    , m_list(new List)
{
    setPopup(m_list); // which is its own from now on
    setModel(m_offers);
    setWidget(&field);
    setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    setMaxVisibleItems(12);
    popup()->setItemDelegate(new OfferDelegate(popup()));
    popup()->setAccessibleName(tr("Offers for the filter"));
    connect(this, qOverload<const QString &>(&QCompleter::activated), this, &FilterCompleter::take);
}

bool FilterCompleter::offering() const { return popup()->isVisible(); }

bool FilterCompleter::chosen() const
{
    return offering() && popup()->selectionModel()->hasSelection();
}

void FilterCompleter::offer(const models::Completions &completions)
{
    m_completions = completions;
    m_offers->clear();
    for (const models::Completion &offer : completions.offers) {
        auto *item = new QStandardItem(offer.text);
        item->setData(offer.note, noteRole);
        item->setData(offer.note.isEmpty() ? offer.text : tr("%1, %2").arg(offer.text, offer.note),
                      Qt::AccessibleTextRole);
        m_offers->appendRow(item);
    }
    if (completions.offers.isEmpty())
        return popup()->hide();
    QRect place = m_field.cursorRect();
    place.moveLeft(m_field.placeOf(completions.position));
    const int needed = popup()->sizeHintForColumn(0)
        + popup()->verticalScrollBar()->sizeHint().width() + 2 * padding;
    place.setWidth(
        std::min(std::max(needed, m_list->footSize().width() + 2 * m_list->frameWidth()), widest));
    place.setBottom(place.bottom() + frame);
    complete(place);
    makeRoomForFoot();
}

// What completes knows of the offers alone, and puts them over the field where there is no room.
void FilterCompleter::makeRoomForFoot()
{
    QRect place = popup()->geometry();
    const int high = m_list->footSize().height();
    if (place.top() < m_field.mapToGlobal(QPoint(0, 0)).y())
        place.setTop(place.top() - high);
    else
        place.setBottom(place.bottom() + high);
    popup()->setGeometry(place);
}

void FilterCompleter::takeFirst()
{
    const QString chosen = popup()->currentIndex().data().toString();
    take(chosen.isEmpty() ? m_completions.offers.value(0).text : chosen);
}

void FilterCompleter::take(const QString &text)
{
    popup()->hide();
    const models::Completions where = m_completions; // what is replaced is completed anew
    const auto offer = std::find_if(where.offers.begin(), where.offers.end(),
                                    [&text](const auto &each) { return each.text == text; });
    const qsizetype before = offer == where.offers.end() ? 0 : offer->before;
    m_field.replace(where.position - before, where.length + before, text);
    Q_EMIT taken();
}

} // namespace ui
