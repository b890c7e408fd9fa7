// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/deliverymodel.h"

#include <algorithm>
#include <numeric>

namespace models
{

DeliveryModel::DeliveryModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    connect(&m_sorter, &RowSorter::sorted, this, &DeliveryModel::takeOrder);
    m_more.setSingleShot(true);
    connect(&m_more, &QTimer::timeout, this, &DeliveryModel::askMore);
    m_readMore.setSingleShot(true);
    connect(&m_readMore, &QTimer::timeout, this, &DeliveryModel::valuesWanted);
}

int DeliveryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_visible.size());
}

int DeliveryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : models::columnCount + int(m_added.columns().size());
}

capture::Summary DeliveryModel::summary(int row) const
{
    return m_rows.summary(m_visible[size_t(row)]);
}

int DeliveryModel::rowOf(qint64 id) const
{
    const std::optional<quint32> row = m_rows.find(id);
    if (!row)
        return -1;
    const auto place = !m_ordered ? std::lower_bound(m_visible.begin(), m_visible.end(), *row)
                                  : std::find(m_visible.begin(), m_visible.end(), *row);
    return place != m_visible.end() && *place == *row ? int(place - m_visible.begin()) : -1;
}

int DeliveryModel::nearestRow(qint64 id) const
{
    if (m_ordered)
        return rowOf(id);
    const auto place
        = std::lower_bound(m_visible.begin(), m_visible.end(), id,
                           [this](quint32 row, qint64 wanted) { return m_rows[row].id < wanted; });
    return place == m_visible.end() ? rowCount() - 1 : int(place - m_visible.begin());
}

std::optional<Repeat> DeliveryModel::repeatOf(qint64 id) const
{
    const std::optional<quint32> row = m_rows.find(id);
    return row ? m_rows.repeat(*row) : std::nullopt;
}

QList<qint64> DeliveryModel::attemptsOf(int row) const
{
    return m_rows.attemptsOf(m_visible[size_t(row)]);
}

capture::Repeats DeliveryModel::repeats(qint64 after) const
{
    capture::Repeats repeats;
    for (qsizetype row = m_rows.lowerBound(after + 1); row < m_rows.size(); ++row) {
        if (m_rows[row].repeated())
            repeats.know(m_rows[row].id, m_rows[row].replayed != 0);
    }
    return repeats;
}

int DeliveryModel::nextTroubled(int row, int step) const
{
    for (int next = row + step; next >= 0 && next < rowCount(); next += step) {
        if (packed(next).troubled())
            return next;
    }
    return -1;
}

qint64 DeliveryModel::verifiedBy(const QString &endpoint, const QString &secret) const
{
    const QByteArray path = endpoint.toUtf8();
    const QByteArray label = secret.toUtf8();
    qint64 rows = 0;
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        const PackedRow &packed = m_rows[row];
        if (!packed.rejected() && packed.signatureVerdict() == signature::Signature::Verified
            && m_rows.string(packed.secret) == label && m_rows.string(packed.endpoint) == path)
            ++rows;
    }
    return rows;
}

qint64 DeliveryModel::unmarked() const
{
    qint64 rows = 0;
    for (qsizetype row = 0; row < m_rows.size(); ++row)
        rows += m_rows[row].marked == 0;
    return rows;
}

qsizetype DeliveryModel::bytes() const
{
    return m_rows.bytes() + m_added.bytes() + m_keys.bytes()
        + (m_reading ? m_reading->keys.bytes() : 0)
        + qsizetype((m_visible.capacity() + m_order.capacity()) * sizeof(quint32));
}

void DeliveryModel::append(const QList<capture::Summary> &rows)
{
    const qsizetype before = m_rows.size();
    for (const capture::Summary &row : rows)
        m_rows.append(row);
    const qsizetype added = m_rows.size() - before;
    if (added == 0)
        return;
    for (qsizetype row = before; row < m_rows.size(); ++row)
        m_counts.add(m_rows[row]);
    const bool behind = m_more.isActive();
    if (!behind)
        askNew();
    const Rows shown = behind ? Rows() : passing(before);
    if (m_ordered) {
        Rows all(static_cast<size_t>(added));
        std::iota(all.begin(), all.end(), quint32(before));
        appendSorted(all, shown);
    } else if (qsizetype(shown.size()) > mostInserted) {
        beginResetModel();
        m_visible.insert(m_visible.end(), shown.begin(), shown.end());
        endResetModel();
    } else if (!shown.empty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + int(shown.size()) - 1);
        m_visible.insert(m_visible.end(), shown.begin(), shown.end());
        endInsertRows();
    }
    if (keyColumn() >= 0)
        Q_EMIT keysWanted();
    Q_EMIT counted();
}

void DeliveryModel::replace(DeliveryRows rows)
{
    m_sorter.cancel();
    beginResetModel();
    m_rows = std::move(rows);
    m_added.forget();
    readKeysAnew();
    m_counts = {};
    for (qsizetype row = 0; row < m_rows.size(); ++row)
        m_counts.add(m_rows[row]);
    m_ordered = false;
    m_order.clear();
    m_search.forget();
    askNew();
    rebuild();
    endResetModel();
    if (sorted())
        makeOrder();
    if (awaitsKeys()) {
        Q_EMIT keysDropped();
        Q_EMIT keysWanted();
    }
    Q_EMIT searchOutdated(1);
    Q_EMIT counted();
}

void DeliveryModel::setAnswers(const QList<capture::Answer> &answers)
{
    Rows changed;
    for (const capture::Answer &answer : answers) {
        const std::optional<quint32> row = m_rows.find(answer.id);
        if (!row)
            continue;
        m_rows[*row].status = quint16(std::clamp(answer.status, 0, 65535));
        m_rows[*row].latency
            = qint32(std::min<qint64>(answer.latency, std::numeric_limits<qint32>::max()));
        changed.push_back(*row);
    }
    change(changed, Column::Reply, Column::Duration);
    searchAgain(changed);
    resort(Column::Reply);
    resort(Column::Duration);
}

void DeliveryModel::setJudgements(const QList<capture::Judgement> &judgements)
{
    Rows changed;
    for (const capture::Judgement &judgement : judgements) {
        const std::optional<quint32> row = m_rows.find(judgement.id);
        if (!row)
            continue;
        m_counts.add(m_rows[*row], -1);
        m_rows.setVerdict(*row, judgement.verdict);
        if (judgement.event)
            m_rows.setEvent(*row, *judgement.event);
        m_counts.add(m_rows[*row]);
        changed.push_back(*row);
    }
    if (changed.empty())
        return;
    askAgain(changed);
    if (m_filter.passesAll() && m_search.passesAll())
        change(changed, Column::Mark, Column::Scheme);
    else
        reset();
    for (const Column column :
         {Column::Signature, Column::Freshness, Column::Age, Column::Secret, Column::Topic,
          Column::Account, Column::Summary, Column::EventId, Column::Scheme})
        resort(column);
    Q_EMIT counted();
}

void DeliveryModel::setMarked(const QList<qint64> &ids, bool marked)
{
    Rows changed;
    for (const qint64 id : ids) {
        if (const std::optional<quint32> row = m_rows.find(id)) {
            m_rows[*row].marked = marked;
            changed.push_back(*row);
        }
    }
    change(changed, Column::Mark, Column::Mark);
    searchAgain(changed);
    resort(Column::Mark);
}

void DeliveryModel::setNote(qint64 id, const QString &note)
{
    const std::optional<quint32> row = m_rows.find(id);
    if (!row)
        return;
    m_rows.setNote(*row, note);
    change({*row}, Column::Summary, Column::Note);
    searchAgain({*row});
    resort(Column::Note);
}

void DeliveryModel::setTimeForm(TimeForm form)
{
    m_timeForm = form;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, int(Column::Received)),
                           index(rowCount() - 1, int(Column::Received)));
}

void DeliveryModel::setSchemes(const signature::SchemeBook &schemes)
{
    m_schemes = schemes;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, int(Column::Scheme)),
                           index(rowCount() - 1, int(Column::Scheme)));
}

// Tells the views of the changed cells: exactly where rows stand by arrival, else of all rows,
// which costs no more than finding each one's place.
void DeliveryModel::change(const Rows &rows, Column first, Column last)
{
    if (rows.empty() || m_visible.empty())
        return;
    auto from = m_visible.begin();
    auto to = m_visible.end();
    if (!m_ordered) {
        const auto [low, high] = std::minmax_element(rows.begin(), rows.end());
        from = std::lower_bound(m_visible.begin(), m_visible.end(), *low);
        to = std::upper_bound(m_visible.begin(), m_visible.end(), *high);
    }
    if (from != to)
        Q_EMIT dataChanged(index(int(from - m_visible.begin()), int(first)),
                           index(int(to - m_visible.begin()) - 1, int(last)));
}

} // namespace models
