// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/rowsorter.h"

#include "models/valuekeys.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>
#include <numeric>

namespace models
{

using signature::Freshness;
using signature::Signature;

namespace
{

// Worst first: what somebody looks for comes to the top.
int severity(const PackedRow &row)
{
    if (row.rejected())
        return 4;
    switch (row.signatureVerdict()) {
    case Signature::Invalid:
        return 0;
    case Signature::Malformed:
        return 1;
    case Signature::Unsigned:
        return 2;
    case Signature::NoSecret:
        return 3;
    case Signature::Verified:
        return 5;
    case Signature::NotApplicable:
        return 6;
    }
    return 6;
}

// The field whose text a column is sorted by; none for one that is sorted by a number.
constexpr quint32 PackedRow::*textOf(Column column)
{
    switch (column) {
    case Column::Topic:
        return &PackedRow::topic;
    case Column::Summary:
        return &PackedRow::text;
    case Column::Account:
        return &PackedRow::account;
    case Column::From:
        return &PackedRow::peer;
    case Column::Secret:
        return &PackedRow::secret;
    case Column::Endpoint:
        return &PackedRow::endpoint;
    case Column::Method:
    case Column::Path:
        return &PackedRow::request;
    case Column::Note:
        return &PackedRow::note;
    case Column::EventId:
        return &PackedRow::eventId;
    case Column::Scheme:
        return &PackedRow::scheme;
    case Column::Mark:
    case Column::Number:
    case Column::Received:
    case Column::Signature:
    case Column::Freshness:
    case Column::Size:
    case Column::Reply:
    case Column::Duration:
    case Column::Age:
        break;
    }
    return nullptr;
}

struct Keys {
    std::vector<qint64> numbers;
    std::vector<QByteArrayView> texts; // into the pool, whose strings never move
    std::shared_ptr<const StringPool> pool;
};

Keys keysOf(const DeliveryRows &rows, Column column)
{
    Keys keys{.numbers = {}, .texts = {}, .pool = rows.strings()};
    const bool text = sortsByText(column);
    text ? keys.texts.reserve(size_t(rows.size())) : keys.numbers.reserve(size_t(rows.size()));
    for (qsizetype row = 0; row < rows.size(); ++row) {
        if (text)
            keys.texts.push_back(sortText(rows, rows[row], column));
        else
            keys.numbers.push_back(sortNumber(rows[row], column));
    }
    return keys;
}

template <typename Before> RowNumbers ordered(size_t count, Before before)
{
    RowNumbers rows(count);
    std::iota(rows.begin(), rows.end(), 0U);
    std::stable_sort(rows.begin(), rows.end(), before);
    return rows;
}

template <typename Key> RowNumbers orderedBy(const std::vector<Key> &keys, Qt::SortOrder order)
{
    return ordered(keys.size(), [&keys, order](quint32 a, quint32 b) {
        return order == Qt::AscendingOrder ? keys[a] < keys[b] : keys[b] < keys[a];
    });
}

} // namespace

bool sortsByText(Column column) { return textOf(column) != nullptr; }

qint64 sortNumber(const PackedRow &row, Column column)
{
    switch (column) {
    case Column::Mark:
        return row.marked ? 0 : 1;
    case Column::Received:
        return row.receivedAt;
    case Column::Signature:
        return severity(row);
    case Column::Freshness:
    case Column::Age:
        // What has no age stands after all that have one.
        return row.ageSeconds().value_or(std::numeric_limits<qint64>::max());
    case Column::Size:
        return row.size;
    case Column::Reply:
        return row.status;
    case Column::Duration:
        return row.latency;
    default:
        return row.id;
    }
}

QByteArrayView sortText(const DeliveryRows &rows, const PackedRow &row, Column column)
{
    const QByteArrayView text = rows.string(row.*textOf(column));
    const qsizetype space = text.indexOf(' ');
    if (space < 0)
        return text;
    if (column == Column::Method)
        return text.first(space);
    return column == Column::Path ? text.sliced(space + 1) : text;
}

bool standsBefore(const DeliveryRows &rows, Column column, Qt::SortOrder order, quint32 a,
                  quint32 b)
{
    const PackedRow &first = rows[order == Qt::AscendingOrder ? a : b];
    const PackedRow &second = rows[order == Qt::AscendingOrder ? b : a];
    if (sortsByText(column)) {
        const QByteArrayView left = sortText(rows, first, column);
        const QByteArrayView right = sortText(rows, second, column);
        return left != right ? left < right : a < b;
    }
    const qint64 left = sortNumber(first, column);
    const qint64 right = sortNumber(second, column);
    return left != right ? left < right : a < b;
}

void RowSorter::sort(const DeliveryRows &rows, Column column, Qt::SortOrder order)
{
    const auto keys = std::make_shared<const Keys>(keysOf(rows, column));
    const bool text = sortsByText(column);
    start([keys, text, order] {
        return text ? orderedBy(keys->texts, order) : orderedBy(keys->numbers, order);
    });
}

void RowSorter::sort(const ValueKeys &keys, qsizetype rows, Qt::SortOrder order)
{
    const auto all = std::make_shared<const std::vector<ValueKey>>(keys.keys(rows));
    start([all, texts = keys.texts(), order] { // which the keys look into
        return ordered(all->size(), [&all, order](quint32 a, quint32 b) {
            return standsBefore((*all)[a], (*all)[b], order);
        });
    });
}

void RowSorter::start(const std::function<RowNumbers()> &make)
{
    const int generation = ++m_generation;
    m_busy = true;
    QThreadPool::globalInstance()->start([sorter = QPointer(this), make, generation] {
        RowNumbers result = make();
        // The object may be gone by the time this runs in its thread, never while it runs there.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [sorter, generation, result = std::move(result)] {
                if (sorter)
                    sorter->finish(generation, result);
            },
            Qt::QueuedConnection);
    });
}

void RowSorter::cancel()
{
    ++m_generation;
    m_busy = false;
}

void RowSorter::finish(int generation, const RowNumbers &order)
{
    if (generation != m_generation)
        return;
    m_busy = false;
    Q_EMIT sorted(order);
}

} // namespace models
