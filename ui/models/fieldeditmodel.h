// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/headers.h"

#include <QAbstractTableModel>

#include <optional>

namespace models
{

struct EditedField {
    http::Field field;
    bool goes = true; // false: it stands there, but is left out
    // Of what is set when sent: what goes out in its place.
    std::optional<QByteArray> forced = std::nullopt;

    bool operator==(const EditedField &) const = default;
};

// The headers of a request to be sent: each can be edited, or left out by its check box. What is
// set as the request goes out shows the value that it would have now; a second check box beside it
// forces another value. A last, empty row takes another header. Edits can be undone.
class FieldEditModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Name, Value };
    enum Role {
        SetWhenSentRole = Qt::UserRole, // bool: the text is not what was typed
        ForcedRole // bool: it goes out as written in place of what would be set
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setFields(const http::Fields &fields); // an edit, as what follows
    void setRows(const QList<EditedField> &rows);
    const QList<EditedField> &rows() const { return m_rows; }
    http::Fields fields() const; // those that go out, in order, the forced ones as they do
    void removeRow(int row);

    // Those of the request that would go out now; nothing: it cannot be made. An empty value of
    // Host: where it goes is not known.
    void setOutgoing(const std::optional<http::Fields> &fields);
    http::Fields added() const { return m_added; } // they go out as well, and have no row

    bool canUndo() const { return !m_past.isEmpty(); }
    bool canRedo() const { return !m_future.isEmpty(); }
    void forgetEdits(); // what stands there now is where undoing ends

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

public Q_SLOTS:
    void undo();
    void redo();

Q_SIGNALS:
    void edited();
    void historyChanged(); // canUndo() or canRedo()
    void addedChanged();

private:
    using Rows = QList<EditedField>;

    // What becomes of a row's value as the request goes out.
    struct Sent {
        bool differs = false;
        std::optional<QByteArray> value; // nothing: it is left out

        bool operator==(const Sent &) const = default;
    };

    bool isNew(int row) const { return row == m_rows.size(); }
    bool isOurs(int row) const;
    bool isForced(int row) const;
    void setForced(int row, bool forced);
    bool isSetWhenSent(int row) const;
    const QByteArray &written(int row) const; // the value
    QString valueText(int row) const;
    QString valueTip(int row) const;
    QVariant checkState(int row, bool name) const;
    void setText(int row, Column column, const QByteArray &text);
    void remember();
    void put(const Rows &rows);
    void step(QList<Rows> &from, QList<Rows> &to);

    Rows m_rows;
    QList<Sent> m_sent; // of the rows
    http::Fields m_added;
    QList<Rows> m_past; // the latest last
    QList<Rows> m_future;
};

} // namespace models
