// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/detection.h"
#include "signature/schemebook.h"

#include <QAbstractItemModel>

namespace models
{

// All schemes to choose from, in groups: what a request looks like, none, the store's own, then the
// catalogue's families. Groups are headings, their rows schemes.
class SchemeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Column { Name, Signature, Backing, Body };
    static constexpr int columns = 4;
    enum Role { IdRole = Qt::UserRole }; // of a scheme's row; empty: none

    using QAbstractItemModel::QAbstractItemModel;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    void setSchemes(const signature::SchemeBook &schemes);
    void setDetection(const signature::Detection &detection); // what it looks like, first
    void setFilter(const QString &words); // all of them must be in a scheme's names or places
    QModelIndex indexOf(const QString &id) const; // invalid: it is not shown
    QModelIndex first() const; // the first scheme that is shown
    qsizetype shown() const; // schemes, without "none" and what is shown twice
    std::optional<signature::Scheme> scheme(const QModelIndex &index) const;

private:
    struct Row {
        int scheme = -1; // its place in m_schemes; -1: none
        int proposal = -1; // its place among the proposals
    };
    struct Group {
        QString title;
        QList<Row> rows;
    };

    void arrange();
    void add(const QString &title, const Row &row);
    bool matches(const signature::Scheme &scheme) const;
    QString text(const Row &row, Column column) const;
    QString description(const Row &row) const; // for screen readers
    const Row *rowAt(const QModelIndex &index) const; // null: a heading

    signature::SchemeBook m_book;
    QList<signature::Scheme> m_schemes;
    signature::Detection m_detection;
    QStringList m_words;
    QList<Group> m_groups;
};

} // namespace models
