// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractTableModel>

#include <optional>

namespace models
{

// A secret as it may be shown.
struct SecretRow {
    QString endpoint;
    QString label;
    QString lastFour;
    bool remembered = false;
    std::optional<qint64> verified; // webhooks that it verified; nothing: not counted

    bool operator==(const SecretRow &) const = default;
};

// The secrets dialog's table. It never holds a secret. A new name is only asked for:
// renameWanted().
class SecretModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Name, Endpoint, EndsWith, Verified, KeptIn };
    static constexpr int columns = 5;

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    void setRows(const QList<SecretRow> &rows);
    const QList<SecretRow> &rows() const { return m_rows; }
    int indexOf(const QString &endpoint, const QString &label) const; // -1: not there

Q_SIGNALS:
    void renameWanted(const QString &endpoint, const QString &label, const QString &newLabel);
    void renameRefused(const QString &why);

private:
    QString text(const SecretRow &row, Column column) const;
    QString labelProblem(const QString &endpoint, const QString &label) const;
    QString description(const SecretRow &row, Column column) const; // for screen readers

    QList<SecretRow> m_rows;
};

// A name that no secret of the endpoint has: "Client secret", "Client secret 2".
QString freeLabel(const QList<SecretRow> &rows, const QString &endpoint);

} // namespace models
