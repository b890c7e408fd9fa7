// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/endpointmodel.h"

#include "core/clock.h"
#include "http/status.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace models
{
namespace
{

constexpr qsizetype longestPath = 1024;

// The targets that arrive are compared as bytes, so a path is what may stand in one (RFC
// 3986, 3.3).
bool isPathCharacter(QChar c) { return c > u' ' && c < QChar(0x7F) && c != u'?' && c != u'#'; }

} // namespace

int EndpointModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_endpoints.size());
}

int EndpointModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant EndpointModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &endpoint = m_endpoints.at(index.row());
    const auto column = Column(index.column());
    if (role == Qt::DisplayRole)
        return text(endpoint, column);
    if (role == Qt::CheckStateRole && column == Column::Path)
        return endpoint.enabled ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::AccessibleTextRole && column == Column::Path)
        return endpoint.enabled ? tr("%1, enabled").arg(endpoint.path)
                                : tr("%1, switched off").arg(endpoint.path);
    return {};
}

QString EndpointModel::text(const capture::Endpoint &endpoint, Column column) const
{
    switch (column) {
    case Column::Path:
        return endpoint.path;
    case Column::Scheme: {
        const auto scheme = m_schemes.find(endpoint.scheme);
        if (scheme)
            return scheme->name;
        return endpoint.scheme.isEmpty() ? tr("None") : tr("%1 (unknown)").arg(endpoint.scheme);
    }
    case Column::Reply:
        return replyText(endpoint, core::now());
    }
    return {};
}

QVariant EndpointModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return section < m_endpoints.size() ? m_endpoints.at(section).path : QVariant();
    switch (Column(section)) {
    case Column::Path:
        return tr("Path");
    case Column::Scheme:
        return tr("Scheme");
    case Column::Reply:
        return tr("Reply");
    }
    return {};
}

Qt::ItemFlags EndpointModel::flags(const QModelIndex &index) const
{
    const auto flags = QAbstractTableModel::flags(index);
    const bool path = index.isValid() && Column(index.column()) == Column::Path;
    return path ? flags | Qt::ItemIsUserCheckable : flags;
}

bool EndpointModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    auto endpoint = m_endpoints.at(index.row());
    endpoint.enabled = value.toInt() == Qt::Checked;
    change(index.row(), endpoint);
    return true;
}

void EndpointModel::setEndpoints(const QList<capture::Endpoint> &endpoints)
{
    if (endpoints == m_endpoints)
        return;
    beginResetModel();
    m_endpoints = endpoints;
    endResetModel();
}

void EndpointModel::setSchemes(const signature::SchemeBook &schemes)
{
    m_schemes = schemes;
    if (!m_endpoints.isEmpty())
        Q_EMIT dataChanged(index(0, int(Column::Scheme)),
                           index(rowCount() - 1, int(Column::Scheme)));
}

void EndpointModel::change(int row, const capture::Endpoint &endpoint)
{
    if (m_endpoints.at(row) == endpoint)
        return;
    m_endpoints[row] = endpoint;
    Q_EMIT dataChanged(index(row, 0), index(row, columns - 1));
    Q_EMIT edited();
}

int EndpointModel::add()
{
    capture::Endpoint endpoint;
    endpoint.path = u"/hooks"_s;
    const auto row = int(m_endpoints.size());
    for (int number = 2; !pathProblem(m_endpoints, row, endpoint.path).isEmpty(); ++number)
        endpoint.path = u"/hooks-%1"_s.arg(number);
    beginInsertRows({}, row, row);
    m_endpoints.append(endpoint);
    endInsertRows();
    Q_EMIT edited();
    return row;
}

void EndpointModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_endpoints.removeAt(row);
    endRemoveRows();
    Q_EMIT edited();
}

QString pathProblem(const QList<capture::Endpoint> &endpoints, int row, const QString &path)
{
    if (!path.startsWith(u'/'))
        return EndpointModel::tr("A path starts with a slash.");
    if (path.size() > longestPath)
        return EndpointModel::tr("A path has at most %1 characters.")
            .arg(QLocale().toString(longestPath));
    if (!std::all_of(path.begin(), path.end(), isPathCharacter))
        return EndpointModel::tr("A path has no spaces, no “?”, no “#” and only ASCII characters.");
    if (path.size() > 1 && path.endsWith(u'/'))
        return EndpointModel::tr("Leave out the slash at the end; what is below the path matches.");
    for (int other = 0; other < endpoints.size(); ++other) {
        if (other != row && endpoints.at(other).path == path)
            return EndpointModel::tr("Another endpoint has this path.");
    }
    return {};
}

QString replyText(const capture::ResponseProfile &profile)
{
    const auto phrase = QString::fromLatin1(http::reasonPhrase(profile.status));
    const auto status = u"%1 %2"_s.arg(profile.status).arg(phrase).trimmed();
    if (profile.delayMilliseconds == 0)
        return status;
    return EndpointModel::tr("%1 after %2 ms")
        .arg(status, QLocale().toString(profile.delayMilliseconds));
}

QString replyText(const capture::Endpoint &endpoint, qint64 now)
{
    const auto &rules = endpoint.rules.answers;
    const auto on = std::count_if(rules.begin(), rules.end(), [now](const auto &rule) {
        return rule.until == 0 || now < rule.until;
    });
    const QString reply = replyText(endpoint.profile);
    if (on == 0)
        return reply;
    return on == 1 ? EndpointModel::tr("%1, 1 rule").arg(reply)
                   : EndpointModel::tr("%1, %L2 rules").arg(reply).arg(on);
}

} // namespace models
