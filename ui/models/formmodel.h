// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/headers.h"

#include <QAbstractTableModel>

namespace models
{

// The fields of an application/x-www-form-urlencoded body (WHATWG URL, 5.1): names and values with
// their percent signs and plus signs decoded, in received order. At most `limit` of them.
http::Fields formFields(QByteArrayView body, qsizetype limit);

// Shows them as Key and Value.
class FormModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Key, Value };
    static constexpr qsizetype limit = 10'000;

    explicit FormModel(QObject *parent = nullptr);

    void setFields(const http::Fields &fields);
    const http::Field &field(const QModelIndex &index) const { return m_fields[index.row()]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    http::Fields m_fields;
};

} // namespace models
