// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/fieldsmodel.h"

#include "json/utf8.h"
#include "models/fieldmeaning.h"
#include "models/shownbytes.h"

#include <algorithm>

namespace models
{

namespace
{

bool isProviders(const http::Field &field) { return field.name.toLower().startsWith("smile-"); }

} // namespace

FieldsModel::FieldsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void FieldsModel::setFields(const http::Fields &fields, qint64 receivedAt)
{
    beginResetModel();
    m_fields = fields;
    m_receivedAt = receivedAt;
    arrange();
    endResetModel();
}

void FieldsModel::setAsReceived(bool asReceived)
{
    beginResetModel();
    m_asReceived = asReceived;
    arrange();
    endResetModel();
}

void FieldsModel::arrange()
{
    m_rows.clear();
    for (qsizetype place = 0; place < m_fields.size(); ++place)
        m_rows.append({.place = place, .pinned = isProviders(m_fields[place])});
    if (!m_asReceived)
        std::stable_partition(m_rows.begin(), m_rows.end(),
                              [](const Row &row) { return row.pinned; });
}

const http::Field &FieldsModel::field(const QModelIndex &index) const
{
    return m_fields[m_rows[index.row()].place];
}

int FieldsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FieldsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : 3; }

QVariant FieldsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[index.row()];
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return hasBadBytes(m_fields[row.place], column)
            ? tr("Not UTF-8. Each � stands for bytes that cannot be shown.")
            : text(row, column);
    case PinnedRole:
        return row.pinned;
    case BadBytesRole:
        return hasBadBytes(m_fields[row.place], column);
    default:
        return {};
    }
}

QString FieldsModel::text(const Row &row, Column column) const
{
    const http::Field &shown = m_fields[row.place];
    switch (column) {
    case Column::Name:
        return shownBytes(shown.name);
    case Column::Value:
        return shownBytes(shown.value);
    case Column::Meaning:
        return fieldMeaning(shown, m_receivedAt);
    }
    Q_UNREACHABLE();
}

bool FieldsModel::hasBadBytes(const http::Field &field, Column column) const
{
    switch (column) {
    case Column::Name:
        return json::countBadUtf8(field.name) > 0;
    case Column::Value:
        return json::countBadUtf8(field.value) > 0;
    case Column::Meaning:
        return false;
    }
    Q_UNREACHABLE();
}

QVariant FieldsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical && role == Qt::AccessibleTextRole)
        return shownBytes(m_fields[m_rows[section].place].name);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Name:
        return tr("Name");
    case Column::Value:
        return tr("Value");
    case Column::Meaning:
        return tr("Meaning");
    }
    Q_UNREACHABLE();
}

} // namespace models
