// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/jsontreeview.h"

#include "json/pointer.h"
#include "json/scan.h"
#include "json/utf8.h"
#include "models/jsontreemodel.h"
#include "ui/filterterms.h"
#include "ui/icons.h"
#include "ui/shownbytes.h"
#include "ui/views/bytesearch.h"
#include "ui/views/codefont.h"
#include "ui/views/jsondelegate.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>

using models::JsonTreeModel;

namespace ui
{

namespace
{

constexpr double keyShare = 0.43;
constexpr int openedAtFirst = 60; // rows, about a window
constexpr int openedAtOnce = 2000; // by "expand all below"
constexpr qsizetype copyLimit = 8 * 1024 * 1024;

} // namespace

JsonTreeView::JsonTreeView(QWidget *parent)
    : QTreeView(parent)
    , m_model(new JsonTreeModel(this))
{
    setModel(m_model);
    setItemDelegate(new JsonDelegate(this));
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setAllColumnsShowFocus(true);
    setIndentation(16);
    setVerticalScrollMode(ScrollPerPixel);
    keepCodeFont(this);
    keepScaledFont(header(), 1);
    header()->setStretchLastSection(true);
    header()->setSectionsMovable(false);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setTabKeyNavigation(false);
    setAccessibleName(tr("Body as a tree"));
    setContextMenuPolicy(Qt::DefaultContextMenu);
}

void JsonTreeView::setDocument(const json::DocumentPtr &document, const models::LensPtr &lens,
                               const QList<json::Departure> &drift)
{
    m_hits.clear();
    m_currentHit = -1;
    m_model->setDocument(document, lens, drift);
    int budget = openedAtFirst;
    expandBelow({}, budget);
    scrollToTop();
    Q_EMIT pathChanged({});
}

// Breadth would open the wrong ones first: what stands on top is opened first, as it is read.
void JsonTreeView::expandBelow(const QModelIndex &index, int &budget)
{
    if (index.isValid() && m_model->canFetchMore(index) && m_model->rowCount(index) == 0)
        m_model->fetchMore(index);
    const int rows = m_model->rowCount(index);
    if (index.isValid() && rows > 0)
        expand(index);
    for (int row = 0; row < rows && budget > 0; ++row) {
        --budget;
        const QModelIndex child = m_model->index(row, 0, index);
        if (m_model->hasChildren(child))
            expandBelow(child, budget);
    }
}

QString JsonTreeView::currentPath() const
{
    const QModelIndex index = currentIndex();
    if (!index.isValid() || !m_model->document())
        return {};
    return shownBytes(json::displayPath(*m_model->document(), m_model->node(index)));
}

QString JsonTreeView::currentNote() const
{
    return currentIndex().data(Qt::AccessibleDescriptionRole).toString();
}

void JsonTreeView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT pathChanged(currentPath());
}

// Keys take what the picture of a webhook needs, until the user draws the line elsewhere.
void JsonTreeView::resizeEvent(QResizeEvent *event)
{
    const int keys = int(event->oldSize().width() * keyShare);
    if (event->oldSize().width() <= 0 || std::abs(header()->sectionSize(0) - keys) <= 1)
        header()->resizeSection(0, int(event->size().width() * keyShare));
    QTreeView::resizeEvent(event);
    // What is said of the current value takes room below; its row stays in sight.
    const QRect before(QPoint(), event->oldSize());
    if (currentIndex().isValid() && before.intersects(visualRect(currentIndex())))
        scrollTo(currentIndex());
}

void JsonTreeView::scrollContentsBy(int dx, int dy)
{
    QTreeView::scrollContentsBy(dx, dy);
    fetchVisible();
}

// A container's next children are fetched when its last row comes into sight.
void JsonTreeView::fetchVisible()
{
    const QModelIndex last = indexAt({0, viewport()->height() - 1});
    for (QModelIndex index = last; index.isValid(); index = index.parent()) {
        const QModelIndex parent = index.parent();
        const bool atEnd = index.row() + 1 >= m_model->rowCount(parent);
        if (atEnd && m_model->canFetchMore(parent))
            m_model->fetchMore(parent);
    }
}

qsizetype JsonTreeView::setNeedle(const QByteArray &needle)
{
    m_currentHit = -1;
    m_hits.clear();
    if (m_model->document())
        m_hits = findBytes(m_model->document()->text(), needle, hitLimit);
    return qsizetype(m_hits.size());
}

bool JsonTreeView::stepHit(int step)
{
    if (m_hits.empty())
        return true;
    const auto count = qsizetype(m_hits.size());
    const qsizetype from = m_currentHit < 0 && step < 0 ? 0 : m_currentHit;
    m_currentHit = (from + step + count) % count;
    const auto node = m_model->document()->nodeAt(m_hits[size_t(m_currentHit)]);
    const QModelIndex index = m_model->reveal(node);
    if (!index.isValid())
        return node == 0;
    setCurrentIndex(index);
    scrollTo(index, PositionAtCenter);
    return true;
}

void JsonTreeView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && currentIndex().isValid())
        return copyText(valueText(currentIndex()), tr("The value was copied."));
    if (event->key() == Qt::Key_Asterisk && currentIndex().isValid()) {
        int budget = openedAtOnce;
        return expandBelow(currentIndex().siblingAtColumn(0), budget);
    }
    QTreeView::keyPressEvent(event);
}

// A string without its quotes and escapes, anything else as it stands.
QString JsonTreeView::valueText(const QModelIndex &index) const
{
    const json::Document &document = *m_model->document();
    const auto node = m_model->node(index);
    const QByteArrayView value = document.value(node);
    if (document.kind(node) == json::Kind::String)
        return QString::fromUtf8(json::unescaped(value));
    return jsonText(index);
}

void JsonTreeView::copyText(const QString &text, const QString &what)
{
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT copied(what);
}

void JsonTreeView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index
        = event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    QMenu menu(this);
    setCurrentIndex(index);
    fillMenu(menu, index.siblingAtColumn(0));
    menu.exec(event->reason() == QContextMenuEvent::Keyboard
                  ? viewport()->mapToGlobal(visualRect(index).bottomLeft())
                  : event->globalPos());
}

// What the text says of a value, as far as a clipboard takes it.
QString JsonTreeView::jsonText(const QModelIndex &index) const
{
    const QByteArrayView value = m_model->document()->value(m_model->node(index));
    return QString::fromUtf8(json::wholeBeginning(value, copyLimit));
}

// The body may change while the menu is open: then nothing is done.
void JsonTreeView::fillMenu(QMenu &menu, const QPersistentModelIndex &row)
{
    const auto add = [&](const QString &label, auto action) {
        return menu.addAction(label, this, [row, action] {
            if (row.isValid())
                action();
        });
    };
    add(tr("Copy &value"), [=, this] { copyText(valueText(row), tr("The value was copied.")); });
    add(tr("Copy &key"), [=, this] { copyText(row.data().toString(), tr("The key was copied.")); });
    add(tr("Copy &path"), [=, this] { copyText(currentPath(), tr("The path was copied.")); });
    add(tr("Copy as &JSON"), [=, this] { copyText(jsonText(row), tr("The JSON was copied.")); });
    if (m_filterable)
        offerFilter(menu, row);
    menu.addSeparator();
    add(tr("&Expand all below"), [=, this] {
        int budget = openedAtOnce;
        expandBelow(row, budget);
    })->setEnabled(m_model->hasChildren(row));
    menu.addAction(tr("C&ollapse all"), this, &QTreeView::collapseAll);
    menu.addSeparator();
    add(tr("Show &bytes"), [=, this] { showBytes(row); });
}

QString JsonTreeView::currentTerm() const
{
    const QModelIndex index = currentIndex();
    if (!index.isValid() || !m_model->document())
        return {};
    return filterTerm(*m_model->document(), m_model->node(index));
}

void JsonTreeView::offerFilter(QMenu &menu, const QPersistentModelIndex &row)
{
    menu.addSeparator();
    const QString term = filterTerm(*m_model->document(), m_model->node(row));
    menu.addAction(tr("&Filter by value"), this, [this, term] { Q_EMIT filterWanted(term); })
        ->setEnabled(!term.isEmpty());
    menu.addAction(tr("E&xclude value"), this, [this, term] { Q_EMIT filterWanted(u'-' + term); })
        ->setEnabled(!term.isEmpty());
    const json::Document &document = *m_model->document();
    const models::AddedColumn column{
        .pointer = json::pointer(document, m_model->node(row)),
        .path = QString::fromUtf8(json::displayPath(document, m_model->node(row)))};
    menu.addAction(tr("&Add as column"), this, [this, column] { Q_EMIT columnWanted(column); });
}

void JsonTreeView::showBytes(const QModelIndex &index)
{
    const json::Document &document = *m_model->document();
    const auto node = m_model->node(index);
    const QByteArrayView value = document.value(node);
    const qsizetype end = value.data() + value.size() - document.text().constData();
    Q_EMIT bytesWanted(document.offset(node), end - document.offset(node));
}

// The whole row is painted as chosen, and the arrows are ours: Fusion's are hard to see.
void JsonTreeView::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    row.state.setFlag(QStyle::State_HasFocus, hasFocus());
    if (selectionModel()->isSelected(index)) {
        const Tokens &look = tokens(palette());
        painter->fillRect(row.rect, hasFocus() ? look.selection : look.selectionInactive);
    }
    QTreeView::drawRow(painter, row, index);
}

void JsonTreeView::drawBranches(QPainter *painter, const QRect &rect,
                                const QModelIndex &index) const
{
    if (!m_model->hasChildren(index))
        return;
    const QString name
        = isExpanded(index) ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right");
    constexpr int size = 12;
    const int left = rect.right() - (indentation() + size) / 2 + 1;
    const int top = rect.top() + (rect.height() - size) / 2;
    const Tokens &look = tokens(palette());
    painter->drawPixmap(
        left, top,
        drawing(name, size, painter->device()->devicePixelRatioF(), look.muted, look.base));
}

} // namespace ui
