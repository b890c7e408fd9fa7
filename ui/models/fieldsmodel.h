// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/headers.h"

#include <QAbstractTableModel>

namespace models
{

// A request's headers: Name, Value and Meaning. The provider's own stand first unless the order
// received is asked for.
class FieldsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Name, Value, Meaning };
    enum Role { PinnedRole = Qt::UserRole, BadBytesRole };

    explicit FieldsModel(QObject *parent = nullptr);

    // `receivedAt` in microseconds since the epoch; times are told against it.
    void setFields(const http::Fields &fields, qint64 receivedAt);
    void setAsReceived(bool asReceived);

    const http::Field &field(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        qsizetype place = 0; // in m_fields
        bool pinned = false;
    };

    void arrange();
    QString text(const Row &row, Column column) const;
    bool hasBadBytes(const http::Field &field, Column column) const;

    http::Fields m_fields;
    QList<Row> m_rows;
    qint64 m_receivedAt = 0;
    bool m_asReceived = false;
};

} // namespace models
