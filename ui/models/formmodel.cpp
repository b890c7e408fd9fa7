// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/formmodel.h"

#include "json/utf8.h"
#include "models/shownbytes.h"
#include "signature/formdata.h"

namespace models
{

namespace
{

constexpr qsizetype shownBytesLimit = 1000; // a cell shows no more

// What escapes nothing stands as received.
http::Field fieldOf(QByteArrayView pair)
{
    const auto read = signature::readParameters(pair);
    if (!read || read->isEmpty())
        return {.name = pair.toByteArray(), .value = {}};
    return {.name = read->constFirst().first, .value = read->constFirst().second};
}

} // namespace

http::Fields formFields(QByteArrayView body, qsizetype limit)
{
    http::Fields fields;
    qsizetype at = 0;
    while (at < body.size() && fields.size() < limit) {
        const qsizetype found = body.indexOf('&', at);
        const qsizetype end = found < 0 ? body.size() : found;
        if (end > at)
            fields.append(fieldOf(body.sliced(at, end - at)));
        at = end + 1;
    }
    return fields;
}

FormModel::FormModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void FormModel::setFields(const http::Fields &fields)
{
    beginResetModel();
    m_fields = fields;
    endResetModel();
}

int FormModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_fields.size());
}

int FormModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : 2; }

QVariant FormModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const http::Field &shown = m_fields[index.row()];
    const QByteArray &bytes = Column(index.column()) == Column::Key ? shown.name : shown.value;
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return shownBytes(json::wholeBeginning(bytes, shownBytesLimit));
    return {};
}

QVariant FormModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return Column(section) == Column::Key ? tr("Key") : tr("Value");
}

} // namespace models
