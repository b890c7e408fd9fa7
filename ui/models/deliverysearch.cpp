// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/deliverymodel.h"
#include "models/factcolumns.h"

#include <QDeadlineTimer>

#include <algorithm>

namespace models
{

namespace
{

// Asking a million rows may take longer than a window may stand still.
constexpr int firstMilliseconds = 40;
constexpr int furtherMilliseconds = 12;

} // namespace

void DeliveryModel::setFilter(const RowFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    reset();
    Q_EMIT counted();
}

void DeliveryModel::setSearch(const filter::Filter &filter)
{
    m_search = RowSearch(filter);
    m_more.stop();
    askNew();
    reset();
    Q_EMIT counted();
}

// Rows that are behind are asked in ever more slices, with what the window has to do in between.
void DeliveryModel::askNew()
{
    m_search.ask(m_rows, QDeadlineTimer(firstMilliseconds));
    if (!m_search.passesAll() && m_search.asked() < m_rows.size())
        m_more.start();
}

void DeliveryModel::askMore()
{
    m_search.ask(m_rows, QDeadlineTimer(furtherMilliseconds));
    if (m_search.asked() < m_rows.size())
        m_more.start();
    reset();
    Q_EMIT counted();
}

// Only the rows that are otherwise now are drawn anew.
void DeliveryModel::setDrafts(const QSet<qint64> &ids)
{
    const QSet<qint64> before = std::exchange(m_drafts, ids);
    Rows changed;
    for (const qint64 id : (before - ids) + (ids - before)) {
        if (const std::optional<quint32> row = m_rows.find(id))
            changed.push_back(*row);
    }
    change(changed, Column::Summary, Column::Summary);
}

void DeliveryModel::setAttempted(qint64 id)
{
    const std::optional<quint32> row = m_rows.find(id);
    if (!row)
        return;
    searchAgain({*row});
    wantKeyAgain(id);
    const QList<AddedColumn> &columns = m_added.columns();
    if (std::none_of(columns.begin(), columns.end(), isFactColumn))
        return;
    m_added.endReading(); // What is being read may be of before.
    if (m_added.want(id))
        m_readMore.start();
}

void DeliveryModel::addFound(const QList<qint64> &ids)
{
    bool any = false;
    for (const qint64 id : ids) {
        const std::optional<quint32> row = m_rows.find(id);
        any = (row && m_search.find(*row)) || any;
    }
    if (!any)
        return;
    reset();
    Q_EMIT counted();
}

void DeliveryModel::settleFound(qint64 upToId)
{
    if (!m_search.settle(m_rows.lowerBound(upToId + 1)))
        return;
    reset();
    Q_EMIT counted();
}

const RowCounts &DeliveryModel::matching() const
{
    return m_search.passesAll() ? m_counts : m_matching;
}

QList<SeenValue> DeliveryModel::valuesSeen(filter::Field field) const
{
    return models::valuesSeen(m_rows, field);
}

// The numbers from `first` on that pass, by arrival; counts those that match.
DeliveryModel::Rows DeliveryModel::passing(qsizetype first)
{
    Rows rows;
    const bool all = m_search.passesAll();
    const qsizetype end = all ? m_rows.size() : m_search.asked();
    rows.reserve(size_t(std::max<qsizetype>(end - first, 0)));
    for (qsizetype row = first; row < end; ++row) {
        if (!m_search.passes(row))
            continue;
        if (!all)
            m_matching.add(m_rows[row]);
        if (m_filter.passes(m_rows[row]))
            rows.push_back(quint32(row));
    }
    return rows;
}

void DeliveryModel::rebuild()
{
    m_matching = {};
    Rows shown = passing(0);
    if (!m_ordered) {
        m_visible = std::move(shown);
        return;
    }
    std::vector<bool> passes(size_t(m_rows.size()));
    for (const quint32 row : shown)
        passes[row] = true;
    m_visible.clear();
    std::copy_if(m_order.begin(), m_order.end(), std::back_inserter(m_visible),
                 [&passes](quint32 row) { return passes[row]; });
}

void DeliveryModel::reset()
{
    beginResetModel();
    rebuild();
    endResetModel();
}

// What the search asks may have changed in these rows; true: others match now.
bool DeliveryModel::askAgain(const Rows &changed)
{
    bool other = false;
    qint64 open = 0;
    for (const quint32 row : changed) {
        const bool before = m_search.passes(row);
        const bool opened = m_search.askAgain(m_rows, row);
        other = m_search.passes(row) != before || other;
        if (opened && (open == 0 || m_rows[row].id < open))
            open = m_rows[row].id;
    }
    if (open != 0)
        Q_EMIT searchOutdated(open);
    return other;
}

// It is laid out anew only where a row comes or goes.
void DeliveryModel::searchAgain(const Rows &changed)
{
    if (!askAgain(changed))
        return;
    reset();
    Q_EMIT counted();
}

} // namespace models
