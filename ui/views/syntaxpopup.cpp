// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/syntaxpopup.h"

#include "filter/field.h"
#include "ui/tokens.h"
#include "ui/views/codefont.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int meaningRole = Qt::UserRole;
constexpr int padding = 10;
constexpr int gap = 20; // between an example and its meaning
constexpr int edge = 8; // that is left free of the window

// The example, and its meaning in a column of its own; a title over both.
class SyntaxDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static int exampleWidth(const QListWidget &list)
    {
        const QFontMetrics metrics(codeFont(list));
        int widest = 0;
        for (int row = 0; row < list.count(); ++row)
            widest = std::max(
                widest,
                isTitle(*list.item(row)) ? 0 : metrics.horizontalAdvance(list.item(row)->text()));
        return widest;
    }

    static int width(const QListWidget &list)
    {
        int widest = 0;
        for (int row = 0; row < list.count(); ++row)
            widest = std::max(
                widest,
                list.fontMetrics().horizontalAdvance(list.item(row)->data(meaningRole).toString()));
        return exampleWidth(list) + gap + widest + 3 * padding; // with room for rounding
    }

    static bool isTitle(const QListWidgetItem &item) { return item.flags() == Qt::NoItemFlags; }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, std::max(22, option.fontMetrics.height() + 6)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const auto &list = *qobject_cast<const QListWidget *>(option.widget);
        const Tokens &look = tokens(option.palette);
        const QRect room = option.rect.adjusted(padding, 0, -padding, 0);
        const bool title = isTitle(*list.item(index.row()));
        QFont font = title ? option.font : codeFont(list);
        font.setBold(title);
        if (!title && (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) != 0)
            painter->fillRect(option.rect, look.selection);
        painter->setFont(font);
        painter->setPen(title ? look.muted : look.text);
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
        if (title)
            return;
        const QRect rest = room.adjusted(exampleWidth(list) + gap, 0, 0, 0);
        painter->setFont(option.font);
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
                          option.fontMetrics.elidedText(index.data(meaningRole).toString(),
                                                        Qt::ElideRight, rest.width()));
    }
};

} // namespace

SyntaxPopup::SyntaxPopup(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_list(new QListWidget)
{
    setFrameShape(StyledPanel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(m_list);
    m_list->setFrameShape(NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setItemDelegate(new SyntaxDelegate(m_list));
    m_list->setAccessibleName(tr("What a filter can ask for"));
    setFocusProxy(m_list);
    fill();
    connect(m_list, &QListWidget::itemClicked, this, &SyntaxPopup::take);
}

void SyntaxPopup::fill()
{
    addTitle(tr("What to ask for"));
    for (const filter::FieldFacts &field : filter::fields()) {
        if (!field.example.isEmpty())
            addRow(field.example, field.meaning);
    }
    addTitle(tr("How to ask"));
    addRow(u"topic:ping fresh:stale"_s, tr("both hold"));
    addRow(u"sig:invalid OR sig:unsigned"_s, tr("one of them holds"));
    addRow(u"(sig:invalid OR fresh:stale) topic:ping"_s, tr("what belongs together"));
    addRow(u"-topic:ping"_s, tr("does not hold"));
    addRow(u"topic:=ping"_s, tr("exactly this; without = what holds it"));
    addRow(u"size:>=10k"_s, tr("at least; also :> more, :< less, :<= at most"));
    addRow(u"reply:400..499"_s, tr("from one to the other"));
    addRow(u"path:/hooks/*"_s, tr("* is any text"));
    addRow(u"/order-\\d+/i"_s, tr("a regular expression; i: in either case"));
    addRow(u"\"points balance\""_s, tr("as it stands, with its space"));
}

void SyntaxPopup::addTitle(const QString &title)
{
    auto *item = new QListWidgetItem(title, m_list);
    item->setFlags(Qt::NoItemFlags);
}

void SyntaxPopup::addRow(const QString &example, const QString &meaning)
{
    auto *item = new QListWidgetItem(example, m_list);
    item->setData(meaningRole, meaning);
    item->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(example, meaning));
    item->setToolTip(tr("Add %1 to the filter").arg(example));
}

void SyntaxPopup::openUnder(const QWidget &anchor)
{
    const QWidget &window = *anchor.window();
    const QRect within(window.mapToGlobal(QPoint(edge, edge)),
                       window.size() - QSize(2 * edge, 2 * edge));
    const QPoint below = anchor.mapToGlobal(QPoint(anchor.width(), anchor.height() + 2));
    ensurePolished();
    const int frames = 2 + 2 * frameWidth();
    const int bar = m_list->verticalScrollBar()->sizeHint().width();
    const int wide = std::min(SyntaxDelegate::width(*m_list) + bar + frames, within.width());
    const int all = m_list->sizeHintForRow(0) * m_list->count() + frames;
    const int high = std::clamp(within.bottom() - below.y(), m_list->sizeHintForRow(0) * 4, all);
    setGeometry(std::clamp(below.x() - wide, within.left(), within.right() + 1 - wide), below.y(),
                wide, high);
    m_list->scrollToTop();
    m_list->setCurrentRow(1);
    show();
    m_list->setFocus();
}

void SyntaxPopup::take()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || SyntaxDelegate::isTitle(*item))
        return;
    close();
    Q_EMIT chosen(item->text());
}

// The list leaves these to what holds it.
void SyntaxPopup::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return take();
    case Qt::Key_Escape:
        close();
        return;
    default:
        QFrame::keyPressEvent(event);
    }
}

} // namespace ui
