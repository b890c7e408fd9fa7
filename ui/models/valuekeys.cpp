// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/valuekeys.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace models
{

namespace
{

bool isLess(const ValueKey &a, const ValueKey &b)
{
    if (a.kind != b.kind)
        return a.kind < b.kind;
    if (a.number != b.number)
        return a.number < b.number;
    return a.folded != b.folded ? a.folded < b.folded : a.text < b.text;
}

bool isDecimal(QByteArrayView text, bool withExponent)
{
    const QByteArrayView digits = text.startsWith('-') ? text.sliced(1) : text;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return !digits.isEmpty() && isDigit(digits.front())
        && std::all_of(digits.begin(), digits.end(), [=](char c) {
               return isDigit(c) || c == '.'
                   || (withExponent && (c == 'e' || c == 'E' || c == '+' || c == '-'));
           });
}

// What no double holds is larger than any, or too small to be told from zero.
double outOfRange(QByteArrayView text)
{
    if (text.contains("e-") || text.contains("E-"))
        return 0;
    constexpr double infinity = std::numeric_limits<double>::infinity();
    return text.startsWith('-') ? -infinity : infinity;
}

// Headers have their numbers as texts, and so have many amounts; with an exponent it may be an id.
std::optional<double> numberIn(const json::ShortValue &value)
{
    const QByteArrayView text = value.text;
    if (value.cut || !isDecimal(text, value.kind == json::Kind::Number))
        return {};
    double number = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), number);
    if (end != text.end())
        return {};
    return error == std::errc::result_out_of_range ? outOfRange(text) : number;
}

QByteArray folded(const QByteArray &text)
{
    return QString::fromUtf8(text).toCaseFolded().toUtf8();
}

} // namespace

bool standsBefore(const ValueKey &a, const ValueKey &b, Qt::SortOrder order)
{
    using Kind = ValueKey::Kind;
    if (a.kind == Kind::Missing || b.kind == Kind::Missing)
        return a.kind != Kind::Missing && b.kind == Kind::Missing;
    return order == Qt::AscendingOrder ? isLess(a, b) : isLess(b, a);
}

ValueKeys::ValueKeys()
    : m_texts(std::make_shared<StringPool>())
{
}

QList<qint64> ValueKeys::takeWanted(const DeliveryRows &rows)
{
    QList<qint64> ids = std::exchange(m_again, {});
    std::sort(ids.begin(), ids.end());
    for (qsizetype row = rows.lowerBound(m_askedUpTo + 1); row < rows.size(); ++row) {
        if (!rows[row].rejected())
            ids.append(rows[row].id);
    }
    m_askedUpTo = rows.lastId();
    return ids;
}

void ValueKeys::wantAgain(qint64 id)
{
    if (id <= m_askedUpTo && !m_again.contains(id))
        m_again.append(id);
}

// Values are put by ascending rows.
void ValueKeys::askAnew(const DeliveryRows &rows)
{
    const auto known = std::min(qsizetype(m_keys.size()), rows.size());
    m_askedUpTo = known == 0 ? 0 : rows[known - 1].id;
}

void ValueKeys::put(quint32 row, const std::optional<json::ShortValue> &value)
{
    if (row >= m_keys.size())
        m_keys.resize(row + 1);
    m_keys[row] = {};
    if (!value)
        return;
    m_keys[row].text = m_texts->add(value->text);
    if (const auto number = numberIn(*value))
        m_keys[row].number = *number;
    else
        m_keys[row].folded = m_texts->add(folded(value->text));
}

void ValueKeys::erase(const std::vector<bool> &gone)
{
    size_t kept = 0;
    for (size_t row = 0; row < m_keys.size(); ++row) {
        if (!gone[row])
            m_keys[kept++] = m_keys[row];
    }
    m_keys.resize(kept);
}

ValueKey ValueKeys::key(quint32 row) const
{
    if (row >= m_keys.size() || m_keys[row].text == none)
        return {};
    const Packed &packed = m_keys[row];
    if (packed.folded == none)
        return {.kind = ValueKey::Kind::Number,
                .number = packed.number,
                .folded = {},
                .text = m_texts->at(packed.text)};
    return {.kind = ValueKey::Kind::Text,
            .number = 0,
            .folded = m_texts->at(packed.folded),
            .text = m_texts->at(packed.text)};
}

bool ValueKeys::standsBefore(quint32 a, quint32 b, Qt::SortOrder order) const
{
    const ValueKey first = key(a);
    const ValueKey second = key(b);
    return models::standsBefore(first, second, order)
        || (a < b && !models::standsBefore(second, first, order));
}

std::vector<ValueKey> ValueKeys::keys(qsizetype rows) const
{
    std::vector<ValueKey> keys;
    keys.reserve(size_t(rows));
    for (qsizetype row = 0; row < rows; ++row)
        keys.push_back(key(quint32(row)));
    return keys;
}

qsizetype ValueKeys::bytes() const
{
    return qsizetype(m_keys.capacity() * sizeof(Packed)) + m_texts->bytes();
}

} // namespace models
