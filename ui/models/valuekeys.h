// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/shortvalue.h"
#include "models/deliveryrows.h"

namespace models
{

// What a row is sorted by where its column is an added one. Its texts are in a pool.
struct ValueKey {
    enum class Kind { Number, Text, Missing };

    Kind kind = Kind::Missing;
    double number = 0;
    QByteArrayView folded; // of a text: without regard to case
    QByteArrayView text; // as it stands
};

// Numbers stand by their value, before texts, which stand without regard to case and only then by
// it. What is missing stands last in either order, and equal ones do not stand before each other.
bool standsBefore(const ValueKey &a, const ValueKey &b, Qt::SortOrder order);

// The keys of all rows for one column, as somebody reads the values: 16 bytes each, and each text
// once. Of a row whose value was not read yet it is missing.
class ValueKeys
{
public:
    ValueKeys();

    // Ids of rows whose values have to be read; they are being read from now on.
    QList<qint64> takeWanted(const DeliveryRows &rows);
    void wantAgain(qint64 id); // it may be another by now
    void askAnew(const DeliveryRows &rows); // for what was taken and never put

    void put(quint32 row, const std::optional<json::ShortValue> &value);
    void erase(const std::vector<bool> &gone); // rows

    ValueKey key(quint32 row) const;
    bool standsBefore(quint32 a, quint32 b, Qt::SortOrder order) const; // equal ones by arrival

    // As they are now, and what their texts are in.
    std::vector<ValueKey> keys(qsizetype rows) const;
    std::shared_ptr<const StringPool> texts() const { return m_texts; }

    qsizetype bytes() const; // of memory

private:
    static constexpr quint32 none = std::numeric_limits<quint32>::max(); // is no text's number

    struct Packed {
        double number = 0;
        quint32 text = none; // none: the value is missing
        quint32 folded = none; // none: it is a number
    };

    std::vector<Packed> m_keys; // by row, as far as they were read
    std::shared_ptr<StringPool> m_texts;
    qint64 m_askedUpTo = 0; // id
    QList<qint64> m_again;
};

} // namespace models
