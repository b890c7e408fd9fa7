// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/seenvalues.h"

#include "models/rowpredicate.h"

#include <QDeadlineTimer>
#include <QHash>

#include <algorithm>

namespace models
{

using filter::Field;

namespace
{

constexpr int mostMilliseconds = 30;
constexpr qsizetype askedAtOnce = 4096; // rows between two looks at the clock
constexpr qsizetype mostValues = 5000; // that are told apart

// What rows with the same value have in common; -1: this row has none.
qint64 keyOf(const PackedRow &row, Field field)
{
    switch (field) {
    case Field::Signature:
        return row.rejected() ? -1 : qint64(row.signature);
    case Field::Freshness:
        return row.rejected() ? -1 : qint64(row.freshness);
    case Field::Reply:
        return row.status > 0 ? qint64(row.status) : -1;
    default: {
        const quint32 string = stringOf(row, field);
        return string == 0 ? -1 : qint64(string);
    }
    }
}

QString textOf(const DeliveryRows &rows, Field field, qint64 key)
{
    const filter::FieldFacts &facts = filter::facts(field);
    if (facts.kind == filter::Kind::List)
        return facts.words.value(key);
    if (field == Field::Reply)
        return QString::number(key);
    return QString::fromUtf8(partOf(rows.string(quint32(key)), field));
}

bool hasValues(Field field)
{
    return field == Field::Signature || field == Field::Freshness || field == Field::Reply
        || filter::facts(field).kind == filter::Kind::Text;
}

} // namespace

QList<SeenValue> valuesSeen(const DeliveryRows &rows, Field field)
{
    if (!hasValues(field))
        return {};
    QHash<qint64, qint64> counts;
    const QDeadlineTimer until(mostMilliseconds);
    for (qsizetype row = rows.size() - 1; row >= 0; --row) {
        if (row % askedAtOnce == 0 && until.hasExpired())
            break;
        const qint64 key = keyOf(rows[row], field);
        if (key >= 0 && (counts.size() < mostValues || counts.contains(key)))
            ++counts[key];
    }
    QHash<QString, qint64> texts; // of "POST /a" and "POST /b" the method is the same
    for (const auto &[key, count] : counts.asKeyValueRange())
        texts[textOf(rows, field, key)] += count;
    QList<SeenValue> values;
    for (const auto &[text, count] : texts.asKeyValueRange())
        values.append({.text = text, .rows = count});
    std::sort(values.begin(), values.end(), [](const SeenValue &a, const SeenValue &b) {
        return a.rows != b.rows ? a.rows > b.rows : a.text < b.text;
    });
    return values;
}

} // namespace models
