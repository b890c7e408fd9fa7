// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/schememodel.h"

#include "models/schemewords.h"

#include <algorithm>

namespace models
{

using namespace Qt::Literals::StringLiterals;

// A heading's index has no id; a scheme's has its group's place and one.
QModelIndex SchemeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex SchemeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, quintptr(0));
}

int SchemeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    const bool heading = parent.internalId() == 0 && parent.column() == 0;
    return heading ? int(m_groups.at(parent.row()).rows.size()) : 0;
}

int SchemeModel::columnCount(const QModelIndex &) const { return columns; }

const SchemeModel::Row *SchemeModel::rowAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    return &m_groups.at(qsizetype(index.internalId()) - 1).rows.at(index.row());
}

QVariant SchemeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row *row = rowAt(index);
    const auto column = Column(index.column());
    if (!row) {
        const bool title = column == Column::Name && role == Qt::DisplayRole;
        return title ? m_groups.at(index.row()).title : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return text(*row, column);
    case Qt::ToolTipRole:
        return row->proposal < 0 ? text(*row, column)
                                 : m_detection.proposals.at(row->proposal).reasons.join(u'\n');
    case Qt::AccessibleTextRole:
        return column == Column::Name ? description(*row) : text(*row, column);
    case IdRole:
        return row->scheme < 0 ? QString() : m_schemes.at(row->scheme).id;
    default:
        return {};
    }
}

QString SchemeModel::text(const Row &row, Column column) const
{
    if (row.scheme < 0)
        return column == Column::Name ? tr("None: signatures are not judged") : QString();
    const signature::Scheme &scheme = m_schemes.at(row.scheme);
    switch (column) {
    case Column::Name:
        return scheme.name;
    case Column::Signature:
        return row.proposal < 0 ? placesText(scheme) : m_detection.proposals.at(row.proposal).sign;
    case Column::Backing:
        return backingText(scheme);
    case Column::Body:
        return bodyText(scheme);
    }
    return {};
}

QString SchemeModel::description(const Row &row) const
{
    if (row.scheme < 0)
        return text(row, Column::Name);
    const signature::Scheme &scheme = m_schemes.at(row.scheme);
    return tr("%1, signature in %2, %3, body %4")
        .arg(scheme.name, text(row, Column::Signature), backingText(scheme).toLower(),
             bodyText(scheme).toLower());
}

QVariant SchemeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (Column(section)) {
    case Column::Name:
        return tr("Sender");
    case Column::Signature:
        return tr("Signature in");
    case Column::Backing:
        return tr("Known from");
    case Column::Body:
        return tr("Body");
    }
    return {};
}

Qt::ItemFlags SchemeModel::flags(const QModelIndex &index) const
{
    // The cursor passes over what is not enabled.
    return rowAt(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                        : Qt::NoItemFlags;
}

void SchemeModel::setSchemes(const signature::SchemeBook &schemes)
{
    beginResetModel();
    m_book = schemes;
    m_schemes = schemes.all();
    arrange();
    endResetModel();
}

void SchemeModel::setDetection(const signature::Detection &detection)
{
    beginResetModel();
    m_detection = detection;
    arrange();
    endResetModel();
}

void SchemeModel::setFilter(const QString &words)
{
    const QStringList wanted = words.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    if (wanted == m_words)
        return;
    beginResetModel();
    m_words = wanted;
    arrange();
    endResetModel();
}

bool SchemeModel::matches(const signature::Scheme &scheme) const
{
    const QString all = QStringList{scheme.name, scheme.id, placesText(scheme),
                                    familyText(scheme.family), backingText(scheme)}
                            .join(u'\n')
                            .toCaseFolded();
    return std::all_of(m_words.begin(), m_words.end(),
                       [&all](const QString &word) { return all.contains(word); });
}

void SchemeModel::add(const QString &title, const Row &row)
{
    const auto group = std::find_if(m_groups.begin(), m_groups.end(),
                                    [&title](const Group &has) { return has.title == title; });
    if (group == m_groups.end())
        m_groups.append({title, {row}});
    else
        group->rows.append(row);
}

void SchemeModel::arrange()
{
    m_groups.clear();
    for (int at = 0; at < m_detection.proposals.size() && m_words.isEmpty(); ++at) {
        const QString &id = m_detection.proposals.at(at).scheme;
        const auto scheme
            = std::find_if(m_schemes.begin(), m_schemes.end(),
                           [&id](const signature::Scheme &known) { return known.id == id; });
        if (scheme != m_schemes.end())
            add(tr("What arrived here looks like"),
                {.scheme = int(scheme - m_schemes.begin()), .proposal = at});
    }
    if (m_words.isEmpty())
        add(tr("No scheme"), {});
    for (int at = 0; at < m_schemes.size(); ++at) {
        const signature::Scheme &scheme = m_schemes.at(at);
        if (matches(scheme))
            add(m_book.isOwn(scheme.id) ? tr("Your own") : familyText(scheme.family),
                {.scheme = at});
    }
}

// The catalogue's row rather than the proposal's.
QModelIndex SchemeModel::indexOf(const QString &id) const
{
    for (int group = rowCount() - 1; group >= 0; --group) {
        const QModelIndex heading = index(group, 0);
        for (int row = 0; row < rowCount(heading); ++row) {
            const QModelIndex at = index(row, 0, heading);
            if (at.data(IdRole).toString() == id)
                return at;
        }
    }
    return {};
}

QModelIndex SchemeModel::first() const { return index(0, 0, index(0, 0)); }

qsizetype SchemeModel::shown() const
{
    qsizetype count = 0;
    for (const Group &group : m_groups)
        count += std::count_if(group.rows.begin(), group.rows.end(),
                               [](const Row &row) { return row.scheme >= 0 && row.proposal < 0; });
    return count;
}

std::optional<signature::Scheme> SchemeModel::scheme(const QModelIndex &index) const
{
    const Row *row = rowAt(index);
    return row && row->scheme >= 0 ? std::optional(m_schemes.at(row->scheme)) : std::nullopt;
}

} // namespace models
