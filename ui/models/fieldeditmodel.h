// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/headers.h"

#include <QAbstractTableModel>

namespace models
{

struct EditedField {
    http::Field field;
    bool goes = true; // false: it stands there, but is left out

    bool operator==(const EditedField &) const = default;
};

// The headers of a request to be sent: each can be edited, or left out by its check box. What the
// program sets itself says so. A last, empty row takes another header.
class FieldEditModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Name, Value };

    using QAbstractTableModel::QAbstractTableModel;

    void setFields(const http::Fields &fields);
    void setRows(const QList<EditedField> &rows);
    const QList<EditedField> &rows() const { return m_rows; }
    http::Fields fields() const; // those that go out, in order
    bool isOurs(int row) const; // set as the request goes out
    void removeRow(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void edited();

private:
    bool isNew(int row) const { return row == m_rows.size(); }
    bool setText(int row, Column column, const QByteArray &text);

    QList<EditedField> m_rows;
};

} // namespace models
