// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/secretmodel.h"

#include <QLocale>

namespace models
{
namespace
{

constexpr qsizetype longestLabel = 100;

bool sameKeys(const QList<SecretRow> &a, const QList<SecretRow> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const SecretRow &x, const SecretRow &y) {
                          return x.endpoint == y.endpoint && x.label == y.label;
                      });
}

} // namespace

int SecretModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SecretModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant SecretModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = m_rows.at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::EditRole:
        return column == Column::Name ? row.label : QVariant();
    case Qt::AccessibleTextRole:
        return description(row, column);
    default:
        return {};
    }
}

QString SecretModel::text(const SecretRow &row, Column column) const
{
    switch (column) {
    case Column::Name:
        return row.label;
    case Column::Endpoint:
        return row.endpoint;
    case Column::EndsWith:
        return row.lastFour.isEmpty() ? tr("not shown") : u'…' + row.lastFour;
    case Column::Verified:
        if (!row.verified)
            return tr("not counted");
        if (*row.verified == 0)
            return tr("none yet");
        return *row.verified == 1 ? tr("1 webhook")
                                  : tr("%1 webhooks").arg(QLocale().toString(*row.verified));
    case Column::KeptIn:
        return row.remembered ? tr("System keyring") : tr("This session only");
    }
    return {};
}

QString SecretModel::description(const SecretRow &row, Column column) const
{
    switch (column) {
    case Column::Name:
        return row.label;
    case Column::Endpoint:
        return tr("Endpoint %1").arg(row.endpoint);
    case Column::EndsWith:
        return row.lastFour.isEmpty() ? tr("Last four characters not shown")
                                      : tr("Ends with %1").arg(row.lastFour);
    case Column::Verified:
        return tr("Verified here: %1").arg(text(row, column));
    case Column::KeptIn:
        return tr("Kept in: %1").arg(text(row, column));
    }
    return {};
}

QVariant SecretModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return section < m_rows.size() ? m_rows.at(section).label : QVariant();
    switch (Column(section)) {
    case Column::Name:
        return tr("Name");
    case Column::Endpoint:
        return tr("Endpoint");
    case Column::EndsWith:
        return tr("Ends with");
    case Column::Verified:
        return tr("Verified here");
    case Column::KeptIn:
        return tr("Kept in");
    }
    return {};
}

Qt::ItemFlags SecretModel::flags(const QModelIndex &index) const
{
    const auto flags = QAbstractTableModel::flags(index);
    const bool name = index.isValid() && Column(index.column()) == Column::Name;
    return name ? flags | Qt::ItemIsEditable : flags;
}

bool SecretModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const auto &row = m_rows.at(index.row());
    const auto label = value.toString().simplified();
    if (label == row.label)
        return false;
    const auto problem = labelProblem(row.endpoint, label);
    if (!problem.isEmpty()) {
        Q_EMIT renameRefused(problem);
        return false;
    }
    Q_EMIT renameWanted(row.endpoint, row.label, label);
    return true;
}

QString SecretModel::labelProblem(const QString &endpoint, const QString &label) const
{
    if (label.isEmpty())
        return tr("A secret needs a name.");
    if (label.size() > longestLabel)
        return tr("A name has at most %1 characters.").arg(longestLabel);
    if (indexOf(endpoint, label) >= 0)
        return tr("Another secret is called “%1”.").arg(label);
    return {};
}

void SecretModel::setRows(const QList<SecretRow> &rows)
{
    if (rows == m_rows)
        return;
    if (sameKeys(rows, m_rows)) {
        m_rows = rows;
        Q_EMIT dataChanged(index(0, 0), index(int(rows.size()) - 1, columns - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int SecretModel::indexOf(const QString &endpoint, const QString &label) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).endpoint == endpoint && m_rows.at(row).label == label)
            return row;
    }
    return -1;
}

QString freeLabel(const QList<SecretRow> &rows, const QString &endpoint)
{
    const auto taken = [&](const QString &label) {
        return std::any_of(rows.begin(), rows.end(), [&](const SecretRow &row) {
            return row.endpoint == endpoint && row.label == label;
        });
    };
    auto label = SecretModel::tr("Client secret");
    for (int number = 2; taken(label); ++number)
        label = SecretModel::tr("Client secret %1").arg(number);
    return label;
}

} // namespace models
