// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/repeats.h"
#include "models/addedcolumns.h"
#include "models/rowfilter.h"
#include "models/rowsearch.h"
#include "models/rowsorter.h"
#include "models/rowtext.h"
#include "models/seenvalues.h"
#include "models/valuekeys.h"
#include "signature/schemebook.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

#include <functional>

namespace models
{

// The live table: deliveries and rejections, filtered by their verdicts and sorted, over a list of
// row numbers of its own.
class DeliveryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, // qint64
        SignatureRole, // int of signature::Signature
        FreshnessRole, // int of signature::Freshness
        RejectedRole, // bool
        TroubledRole, // bool
        StatusRole, // int
        MarkedRole, // bool
        MutedFromRole, // where in the text the less important part begins; -1: nowhere
        TagsRole, // QStringList, after the summary
        UnusualRole, // bool: a topic that nobody documents
    };

    // More than this at once is a reset: views take one better than so many rows inserted.
    static constexpr qsizetype mostInserted = 50'000;

    explicit DeliveryModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override; // -1: by arrival

    const DeliveryRows &rows() const { return m_rows; } // all of them, by arrival
    const RowCounts &counts() const { return m_counts; }
    const RowCounts &matching() const; // of the rows that the search lets through
    QList<SeenValue> valuesSeen(filter::Field field) const;
    const RowFilter &filter() const { return m_filter; }
    bool sorted() const { return m_sortColumn >= 0; }
    struct Sorting {
        int column = -1; // -1: by arrival
        Qt::SortOrder order = Qt::AscendingOrder;
    };
    Sorting sorting() const; // as chosen, though rows may not stand so yet
    qint64 lastId() const { return m_rows.lastId(); }
    qint64 idAt(int row) const { return packed(row).id; }
    const PackedRow &packed(int row) const { return m_rows[m_visible[size_t(row)]]; }
    capture::Summary summary(int row) const;
    int rowOf(qint64 id) const; // -1: unknown, or not shown
    int nearestRow(qint64 id) const; // that row, or by arrival the next that is shown
    std::optional<Repeat> repeatOf(qint64 id) const; // nothing: it came once, or is not known
    QList<qint64> attemptsOf(int row) const; // ids, of the latest ones; nothing: it came once
    capture::Repeats repeats(qint64 after) const; // of the rows with ids above that
    bool hasDraft(qint64 id) const { return m_drafts.contains(id); }
    bool knows(qint64 id) const { return m_rows.find(id).has_value(); }
    int nextTroubled(int row, int step) const; // -1: none that way
    qint64 verifiedBy(const QString &endpoint, const QString &secret) const;
    qint64 unmarked() const; // rows that a clear() would take
    qsizetype bytes() const;

    // The columns that a user added; they stand behind the others.
    const QList<AddedColumn> &addedColumns() const { return m_added.columns(); }
    int columnOf(const QByteArray &pointer) const; // -1: none was added
    std::optional<json::ShortValue> valueAt(int row, int column) const; // of an added one, if read
    QList<qint64> takeWanted() { return m_added.takeWanted(); } // whose values have to be read
    void endReading() { m_added.endReading(); } // what was taken and not set is wanted anew

    // Rows are sorted by an added column as soon as somebody has read its value of all of them.
    int keyColumn() const; // whose values are read for that; -1: none
    bool awaitsKeys() const { return m_reading.has_value(); } // rows stand as before until then
    QList<qint64> takeKeysWanted(); // of these rows; what came meanwhile is wanted next

public Q_SLOTS:
    void append(const QList<capture::Summary> &rows);
    void replace(models::DeliveryRows rows);
    void setAnswers(const QList<capture::Answer> &answers);
    void setJudgements(const QList<capture::Judgement> &judgements);
    void setMarked(const QList<qint64> &ids, bool marked);
    void setNote(qint64 id, const QString &note);
    void remove(const QList<qint64> &ids);
    void clear(qint64 upToId); // all but the marked ones
    void setFilter(const models::RowFilter &filter);
    void setSearch(const filter::Filter &filter); // beside the filter: both have to agree
    void addFound(const QList<qint64> &ids); // that match the search by their records
    void settleFound(qint64 upToId); // the records up to this one have all been looked at
    void setDrafts(const QSet<qint64> &ids); // what is kept of an edit to be sent again
    void setAttempted(qint64 id); // its record has another attempt
    bool addColumn(const models::AddedColumn &column); // false: there are too many
    void removeColumn(int column); // an added one
    void setValues(const QHash<qint64, json::ShortValues> &values);
    void setKeys(const QHash<qint64, json::ShortValues> &values); // of that column alone
    void endKeys(); // all that was wanted is set
    void dropKeys(); // they cannot be read, or nobody wants to wait for them
    void setTimeForm(models::TimeForm form);
    void setSchemes(const signature::SchemeBook &schemes); // whose names are shown

Q_SIGNALS:
    void counted(); // counts() or the number of rows shown is another
    void searchOutdated(qint64 id); // what was found from this row on may no longer match
    void valuesWanted(); // of added columns, to be taken
    void keysWanted(); // to be taken
    void keysDropped(); // of those that were taken none is wanted

private:
    using Rows = RowNumbers; // into m_rows

    QString displayText(quint32 row, Column column) const;
    QString tip(quint32 row, Column column) const;
    QString summaryTip(quint32 row) const;
    QVariant mutedFrom(quint32 row, Column column) const;
    bool hasStrangeTopic(const PackedRow &row) const;
    QString schemeName(const PackedRow &row) const;
    QVariant addedData(const PackedRow &row, int column, int role) const;
    QString addedTitle(int column, int role) const;
    QStringList tags(const PackedRow &row) const;
    QString received(quint32 row) const;
    Rows passing(qsizetype first);
    void askNew();
    void askMore();
    bool askAgain(const Rows &changed);
    void searchAgain(const Rows &changed);
    void reset();
    void appendSorted(const Rows &all, const Rows &shown);
    void rebuild();
    void relayout(const std::function<void()> &change);
    void takeOrder(const Rows &order);
    void change(const Rows &rows, Column first, Column last);
    void eraseShown(const std::vector<bool> &gone);
    void erase(const std::vector<bool> &gone);
    void renumber(Rows &rows, const std::vector<bool> &gone) const;
    void resort(Column column);
    void makeOrder();
    bool before(quint32 a, quint32 b) const;
    ValueKeys &keys() { return m_reading ? m_reading->keys : m_keys; }
    void awaitKeys(Sorting sorting);
    void wantKeyAgain(qint64 id);
    void readKeysAnew();

    DeliveryRows m_rows;
    Rows m_order; // all rows as sorted, while m_ordered
    Rows m_visible; // those of m_order, or by arrival, that pass the filter
    bool m_ordered = false; // later than m_sortColumn: a thread makes the order
    RowFilter m_filter;
    RowCounts m_counts;
    RowSearch m_search;
    RowCounts m_matching; // while there is a search
    QTimer m_more; // while there are rows that the search was not asked of
    mutable AddedColumns m_added; // whose values are wanted when they are asked for
    mutable QTimer m_readMore; // what is painted together is read together
    TimeForm m_timeForm = TimeForm::Clock;
    signature::SchemeBook m_schemes;
    QSet<qint64> m_drafts;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    RowSorter m_sorter;
    bool m_stale = false; // the order being made is of old values
    ValueKeys m_keys; // while rows are sorted by an added column
    struct Reading {
        Sorting sorting;
        ValueKeys keys;
    };
    std::optional<Reading> m_reading; // what rows will be sorted by once all values are read
};

} // namespace models
