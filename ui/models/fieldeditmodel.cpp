// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/fieldeditmodel.h"

#include "models/shownbytes.h"

#include <algorithm>

namespace models
{

static constexpr qsizetype mostUndone = 200;

void FieldEditModel::setFields(const http::Fields &fields)
{
    Rows rows;
    for (const http::Field &field : fields)
        rows.append(EditedField{field});
    setRows(rows);
}

void FieldEditModel::setRows(const Rows &rows)
{
    if (rows == m_rows)
        return;
    remember();
    put(rows);
}

http::Fields FieldEditModel::fields() const
{
    http::Fields fields;
    for (const EditedField &row : m_rows) {
        if (row.goes && !row.field.name.isEmpty())
            fields.append(http::Field{row.field.name, row.forced.value_or(row.field.value)});
    }
    return fields;
}

// Of fields with one name the first stands for the first, and so on.
void FieldEditModel::setOutgoing(const std::optional<http::Fields> &fields)
{
    http::Fields left = fields.value_or(http::Fields());
    QList<Sent> sent(m_rows.size());
    for (qsizetype row = 0; row < m_rows.size() && fields; ++row) {
        const http::Field &own = m_rows[row].field;
        if (!m_rows[row].goes || own.name.isEmpty())
            continue;
        const auto same = std::find_if(left.begin(), left.end(), [&own](const http::Field &field) {
            return http::sameName(field.name, own.name);
        });
        if (same == left.end()) {
            sent[row].differs = true;
            continue;
        }
        sent[row] = {same->value != written(int(row)), same->value};
        left.erase(same);
    }
    if (sent != m_sent) {
        m_sent = sent;
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()), 1));
    }
    if (left != m_added) {
        m_added = left;
        Q_EMIT addedChanged();
    }
}

bool FieldEditModel::isOurs(int row) const
{
    return row < m_rows.size()
        && (http::sameName(m_rows[row].field.name, "Host")
            || http::sameName(m_rows[row].field.name, "Content-Length"));
}

bool FieldEditModel::isSetWhenSent(int row) const
{
    return !isNew(row) && m_rows[row].goes && !isForced(row)
        && (isOurs(row) || m_sent.value(row).differs);
}

bool FieldEditModel::isForced(int row) const { return isOurs(row) && m_rows[row].forced; }

const QByteArray &FieldEditModel::written(int row) const
{
    return m_rows[row].forced ? *m_rows[row].forced : m_rows[row].field.value;
}

// It begins with what would go out now, so that nothing is wrong before somebody writes it.
void FieldEditModel::setForced(int row, bool forced)
{
    std::optional<QByteArray> &value = m_rows[row].forced;
    value.reset();
    if (!forced)
        return;
    const QByteArray now = m_sent.value(row).value.value_or(QByteArray());
    value = now.isEmpty() ? m_rows[row].field.value : now;
}

void FieldEditModel::removeRow(int row)
{
    if (row < 0 || row >= m_rows.size())
        return;
    remember();
    Rows rows = m_rows;
    rows.removeAt(row);
    put(rows);
}

void FieldEditModel::remember()
{
    m_past.append(m_rows);
    if (m_past.size() > mostUndone)
        m_past.removeFirst();
    m_future.clear();
    Q_EMIT historyChanged();
}

void FieldEditModel::forgetEdits()
{
    m_past.clear();
    m_future.clear();
    Q_EMIT historyChanged();
}

void FieldEditModel::undo() { step(m_past, m_future); }
void FieldEditModel::redo() { step(m_future, m_past); }

void FieldEditModel::step(QList<Rows> &from, QList<Rows> &to)
{
    if (from.isEmpty())
        return;
    to.append(m_rows);
    put(from.takeLast());
    Q_EMIT historyChanged();
}

// Where one row came or went the others stay what they are for a view.
void FieldEditModel::put(const Rows &rows)
{
    const auto [old, now] = std::mismatch(m_rows.begin(), m_rows.end(), rows.begin(), rows.end());
    const auto at = int(old - m_rows.begin());
    if (rows.size() == m_rows.size()) {
        m_rows = rows;
        m_sent.fill({}, m_rows.size());
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()), 1));
    } else if (rows.size() + 1 == m_rows.size() && std::equal(old + 1, m_rows.end(), now)) {
        beginRemoveRows({}, at, at);
        m_rows = rows;
        m_sent.remove(at);
        endRemoveRows();
    } else if (rows.size() == m_rows.size() + 1 && std::equal(old, m_rows.end(), now + 1)) {
        beginInsertRows({}, at, at);
        m_rows = rows;
        m_sent.insert(at, Sent());
        endInsertRows();
    } else {
        beginResetModel();
        m_rows = rows;
        m_sent.fill({}, m_rows.size());
        endResetModel();
    }
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

QString FieldEditModel::valueText(int row) const
{
    const Sent sent = m_sent.value(row);
    if (isForced(row))
        return tr("%1 · sent as written").arg(shownBytes(written(row)));
    if (!isSetWhenSent(row))
        return shownBytes(m_rows[row].field.value);
    if (sent.differs && !sent.value)
        return tr("%1 · left out when sent").arg(shownBytes(m_rows[row].field.value));
    const QString value = shownBytes(sent.value.value_or(QByteArray()));
    return value.isEmpty() ? tr("set when sent") : tr("%1 · set when sent").arg(value);
}

QString FieldEditModel::valueTip(int row) const
{
    if (!isOurs(row) || !m_rows[row].goes)
        return valueText(row);
    return isForced(row) ? tr("%1. Untick it to have it set when sent.").arg(valueText(row))
                         : tr("%1. Tick it to write another value.").arg(valueText(row));
}

// Of the name whether the header goes out, of the value whether it is forced.
QVariant FieldEditModel::checkState(int row, bool name) const
{
    if (isNew(row) || (!name && (!isOurs(row) || !m_rows[row].goes)))
        return {};
    return (name ? m_rows[row].goes : isForced(row)) ? Qt::Checked : Qt::Unchecked;
}

QVariant FieldEditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool name = Column(index.column()) == Column::Name;
    if (isNew(index.row())) {
        const bool hint = role == Qt::DisplayRole && name;
        return hint ? QVariant(tr("Add a header")) : QVariant();
    }
    const EditedField &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        if (name && row.field.name.isEmpty())
            return row.field.value.isEmpty() ? tr("Add a header")
                                             : tr("Without a name it is left out");
        return name ? shownBytes(row.field.name) : valueText(index.row());
    case Qt::EditRole:
        return shownBytes(name ? row.field.name : written(index.row()));
    case Qt::ToolTipRole:
        return name ? QVariant() : QVariant(valueTip(index.row()));
    case Qt::CheckStateRole:
        return checkState(index.row(), name);
    case Qt::AccessibleDescriptionRole:
        return !row.goes || row.field.name.isEmpty() ? tr("Left out")
            : isForced(index.row())                  ? tr("Goes out as written")
                                                     : tr("Goes out");
    case SetWhenSentRole:
        return name ? row.field.name.isEmpty() : isSetWhenSent(index.row());
    case ForcedRole:
        return row.goes && isForced(index.row());
    default:
        return {};
    }
}

// A header that is added takes the row that it was typed in, so that its next cell is beside it;
// the row for another one comes behind.
void FieldEditModel::setText(int row, Column column, const QByteArray &text)
{
    remember();
    if (isNew(row)) {
        beginInsertRows({}, row + 1, row + 1);
        m_rows.append(EditedField{});
        m_sent.append(Sent());
        endInsertRows();
    }
    http::Field &field = m_rows[row].field;
    if (column == Column::Name)
        field.name = text;
    else if (isForced(row))
        m_rows[row].forced = text;
    else
        field.value = text;
    m_sent[row] = {};
}

// What is shown of bad bytes is no text to be kept, so an unchanged cell leaves them alone.
bool FieldEditModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const int row = index.row();
    const bool name = Column(index.column()) == Column::Name;
    if (role == Qt::CheckStateRole && checkState(row, name).isValid()) {
        remember();
        if (name)
            m_rows[row].goes = value.toInt() == Qt::Checked;
        else
            setForced(row, value.toInt() == Qt::Checked);
    } else if (role == Qt::EditRole && value.toString() != data(index, Qt::EditRole).toString()) {
        setText(row, Column(index.column()), value.toString().toUtf8());
    } else {
        return false;
    }
    Q_EMIT dataChanged(this->index(row, 0), this->index(row, 1));
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
    const bool name = Column(index.column()) == Column::Name;
    if (checkState(index.row(), name).isValid() && !isNew(index.row()))
        flags |= Qt::ItemIsUserCheckable;
    const bool fixed = (isOurs(index.row()) && (name || !isForced(index.row())))
        || (!name && isSetWhenSent(index.row()));
    return fixed ? flags : flags | Qt::ItemIsEditable;
}

} // namespace models
