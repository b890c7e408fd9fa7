// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/comparison.h"

#include <QAbstractTableModel>

namespace models
{

// A comparison as a table, whose columns are those of its mode.
class ComparisonModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        ChangeRole = Qt::UserRole, // int of RowChange
        NumberRole, // bool: a line number or an offset
        IgnoredRole, // bool: it is otherwise, but does not count
    };

    explicit ComparisonModel(QObject *parent = nullptr);

    void setComparison(const models::Comparison &comparison, const QString &left,
                       const QString &right); // what the two are called

    const Comparison &comparison() const { return m_comparison; }
    // What is otherwise within the text of a cell, in its characters.
    QList<core::Run> marks(const QModelIndex &index) const;
    // Where in the next run of changes the first one stands that counts; -1: there is none.
    int nextChange(int row, int step) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString shown(int row, int column) const;
    bool changed(int row) const;
    bool counts(int row) const; // it is changed, and not ignored
    bool beginsRun(int row) const;

    Comparison m_comparison;
    QStringList m_titles;
};

} // namespace models
