// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/fieldeditmodel.h"

#include "models/shownbytes.h"

namespace models
{

void FieldEditModel::setFields(const http::Fields &fields)
{
    QList<EditedField> rows;
    for (const http::Field &field : fields)
        rows.append(EditedField{field});
    setRows(rows);
}

void FieldEditModel::setRows(const QList<EditedField> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
    Q_EMIT edited();
}

http::Fields FieldEditModel::fields() const
{
    http::Fields fields;
    for (const EditedField &row : m_rows) {
        if (row.goes && !row.field.name.isEmpty())
            fields.append(row.field);
    }
    return fields;
}

bool FieldEditModel::isOurs(int row) const
{
    return row < m_rows.size()
        && (http::sameName(m_rows[row].field.name, "Host")
            || http::sameName(m_rows[row].field.name, "Content-Length"));
}

void FieldEditModel::removeRow(int row)
{
    if (row < 0 || row >= m_rows.size())
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    Q_EMIT edited();
}

int FieldEditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size()) + 1;
}

int FieldEditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant FieldEditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = Column(index.column());
    if (isNew(index.row())) {
        const bool hint = role == Qt::DisplayRole && column == Column::Name;
        return hint ? QVariant(tr("Add a header")) : QVariant();
    }
    const EditedField &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        if (column == Column::Value && isOurs(index.row()))
            return tr("%1 · set by the app").arg(shownBytes(row.field.value));
        [[fallthrough]];
    case Qt::EditRole:
        return shownBytes(column == Column::Name ? row.field.name : row.field.value);
    case Qt::CheckStateRole:
        return column == Column::Name ? QVariant(row.goes ? Qt::Checked : Qt::Unchecked)
                                      : QVariant();
    case Qt::AccessibleDescriptionRole:
        return row.goes ? tr("Goes out") : tr("Left out");
    default:
        return {};
    }
}

bool FieldEditModel::setText(int row, Column column, const QByteArray &text)
{
    if (isNew(row)) {
        if (text.isEmpty())
            return false;
        beginInsertRows({}, row, row);
        m_rows.append(EditedField{});
        endInsertRows();
    }
    http::Field &field = m_rows[row].field;
    (column == Column::Name ? field.name : field.value) = text;
    return true;
}

// What is shown of bad bytes is no text to be kept, so an unchanged cell leaves them alone.
bool FieldEditModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role == Qt::CheckStateRole && !isNew(index.row()))
        m_rows[index.row()].goes = value.toInt() == Qt::Checked;
    else if (role != Qt::EditRole || value == data(index, Qt::EditRole)
             || !setText(index.row(), Column(index.column()), value.toString().toUtf8()))
        return false;
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), 1));
    Q_EMIT edited();
    return true;
}

QVariant FieldEditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return section < m_rows.size() ? shownBytes(m_rows[section].field.name) : tr("New header");
    return Column(section) == Column::Name ? tr("Name") : tr("Value");
}

Qt::ItemFlags FieldEditModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    if (Column(index.column()) == Column::Name && !isNew(index.row()))
        flags |= Qt::ItemIsUserCheckable;
    return isOurs(index.row()) ? flags : flags | Qt::ItemIsEditable;
}

} // namespace models
