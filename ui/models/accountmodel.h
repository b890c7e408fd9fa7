// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/accounts.h"

#include <QAbstractTableModel>

namespace models
{

// The accounts that webhooks came for.
class AccountModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Name, Webhooks, Problems, LastSeen, Topics };
    static constexpr int columns = 5;
    enum Role {
        WantsAttentionRole = Qt::UserRole, // bool: what the cell says is a reason to look closer
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setAccounts(const QList<Account> &accounts);
    const Account &account(int row) const { return m_accounts[row]; }
    int rowOf(const QString &name) const; // -1: unknown

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    QString text(const Account &account, Column column) const;
    void order();

    QList<Account> m_accounts;
    Column m_column = Column::LastSeen;
    Qt::SortOrder m_order = Qt::DescendingOrder;
};

// Sentences: what came for the account, whether it has stopped, and which permission a topic needs.
QString accountText(const Account &account);

} // namespace models
