// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/endpoint.h"
#include "signature/schemebook.h"

#include <QAbstractTableModel>

namespace models
{

// The endpoints as the settings edit them.
class EndpointModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Path, Scheme, Reply };
    static constexpr int columns = 3;

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    void setEndpoints(const QList<capture::Endpoint> &endpoints);
    const QList<capture::Endpoint> &endpoints() const { return m_endpoints; }
    void setSchemes(const signature::SchemeBook &schemes);
    void change(int row, const capture::Endpoint &endpoint);
    int add(); // a free path; the new row
    void remove(int row);

Q_SIGNALS:
    void edited(); // by change(), add(), remove() or a check box, not by setEndpoints()

private:
    QString text(const capture::Endpoint &endpoint, Column column) const;

    QList<capture::Endpoint> m_endpoints;
    signature::SchemeBook m_schemes;
};

// Why `path` cannot be the one of endpoint `row`, as a sentence; empty when it can.
QString pathProblem(const QList<capture::Endpoint> &endpoints, int row, const QString &path);

// "200 OK", "503 Service Unavailable after 250 ms".
QString replyText(const capture::ResponseProfile &profile);

// The same with the rules that are in force before it: "200 OK, 3 rules".
QString replyText(const capture::Endpoint &endpoint, qint64 now);

} // namespace models
