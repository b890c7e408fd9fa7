// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/document.h"
#include "json/shape.h"
#include "models/lens.h"

#include <QAbstractItemModel>
#include <QHash>

#include <vector>

namespace models
{

// A JSON text as a tree of Key and Value. Only what was asked for is made: a container's children
// come 500 at a time. Numbers and order are as received; strings are decoded and made visible.
class JsonTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Column { Key, Value };
    enum Role {
        KindRole = Qt::UserRole,
        RepeatedRole,
        NoteRole, // QString: a few words behind the value, usually none
        DriftRole, // bool: the value is otherwise than in the texts before
    };
    static constexpr int fetchSize = 500;
    static constexpr qsizetype shownLength = 1000; // characters of a string
    static constexpr qsizetype revealLimit = 100'000; // children fetched to reach one of them

    explicit JsonTreeModel(QObject *parent = nullptr);

    // nullptr: nothing to show. Through a lens it says what the provider documents of the values.
    // What is otherwise than before is marked; what is gone, at the object that had it.
    void setDocument(const json::DocumentPtr &document, const LensPtr &lens = {},
                     const QList<json::Departure> &drift = {});
    const json::DocumentPtr &document() const { return m_document; }

    json::Document::Node node(const QModelIndex &index) const;

    // The row of a node, fetched where it is not there yet; invalid beyond the reveal limit.
    QModelIndex reveal(json::Document::Node node);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Item {
        json::Document::Node node = 0;
        json::Document::Node next = 0; // the first child that is not fetched yet
        quint32 parent = 0;
        int row = 0;
        json::Kind kind = json::Kind::Null;
        QString key;
        QString value;
        LensNote note = {};
        bool drifted = false;
        const LensField *field = nullptr; // what is documented of it
        std::vector<quint32> children = {};
    };

    quint32 itemOf(const QModelIndex &index) const;
    QModelIndex indexOf(quint32 item, Column column = Column::Key) const;
    Item makeItem(json::Document::Node node, quint32 parent, int row) const;
    QString valueText(json::Document::Node node, json::Kind kind) const;
    QString spokenText(const Item &item, Column column) const;
    QString spokenValue(const Item &item) const;
    QString hint(const Item &item, Column column) const;
    QString textHint(const Item &item, Column column) const;
    void lookThrough(Item &item) const;
    void noteDrift(Item &item) const;
    void place(const QList<json::Departure> &drift);
    quint32 fetchUntil(quint32 parent, json::Document::Node node);
    void fetch(quint32 item, qsizetype count);
    bool hasMore(const Item &item) const;

    json::DocumentPtr m_document;
    LensPtr m_lens;
    QHash<json::Document::Node, LensNote> m_drift;
    std::vector<Item> m_items; // the first one is the invisible root
    bool m_rootIsRow = false; // the text is one scalar
};

} // namespace models
