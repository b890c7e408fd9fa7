// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/summary.h"
#include "models/grouptable.h"
#include "models/repeat.h"
#include "models/stringpool.h"

#include <QHash>

#include <limits>
#include <optional>
#include <vector>

namespace models
{

// A Summary with its strings in a pool and its numbers cut to what a table can show.
struct PackedRow {
    qint64 id;
    qint64 receivedAt; // microseconds
    quint64 group; // of deliveries that may be one, tried again; 0: none
    quint32 endpoint;
    quint32 peer;
    quint32 topic;
    quint32 account;
    quint32 eventId;
    quint32 scheme;
    quint32 secret;
    quint32 text;
    quint32 request; // "POST /target"
    quint32 note;
    qint32 age; // seconds; of a rejection: how many were folded
    quint32 size;
    qint32 latency; // microseconds; -1: none
    quint32 signaturePrint; // 0: none
    quint32 previous; // row of its group, of a copy the last one; GroupTable::none: there is none
    quint32 first; // row of those tried again; mostly its own
    quint32 attempt : 20; // from 1
    quint32 import : 9; // which one brought it, counted from 1; 0: it arrived here
    quint32 drifted : 1;
    quint32 overtaken : 1;
    quint32 byId : 1; // the group is of the sender's id, and not of the body
    quint16 status;
    quint16 signature : 3;
    quint16 freshness : 3;
    quint16 rejection : 5;
    quint16 marked : 1;
    quint16 judgedLater : 1;
    quint16 test : 1;
    quint16 replayed : 1; // its signature was there before
    quint16 copied : 1; // an import brought again what was there

    static constexpr qint32 noAge = std::numeric_limits<qint32>::min();
    static constexpr int noRejection = 31;
    static constexpr quint32 lastImport = (1U << 9) - 1;

    signature::Signature signatureVerdict() const { return signature::Signature(signature); }
    signature::Freshness freshnessVerdict() const { return signature::Freshness(freshness); }
    bool imported() const { return import != 0; }
    bool repeated() const { return attempt > 1; }
    bool rejected() const { return rejection != noRejection; }
    std::optional<qint64> ageSeconds() const;

    // Whether somebody looking for trouble would stop here.
    bool troubled() const;
};
static_assert(sizeof(PackedRow) == 96);

// The rows of a store by ascending id: a million stay well under 200 MB. Not the order of the
// table, which is a list of row numbers of its own.
class DeliveryRows
{
public:
    DeliveryRows();

    qsizetype size() const { return m_size; }
    const PackedRow &operator[](qsizetype row) const { return m_chunks[chunk(row)][place(row)]; }
    PackedRow &operator[](qsizetype row) { return m_chunks[chunk(row)][place(row)]; }
    qint64 lastId() const;

    void append(const capture::Summary &row); // ids not above lastId() are there already
    std::optional<quint32> find(qint64 id) const;
    qsizetype lowerBound(qint64 id) const; // the first row with this id or a higher one
    capture::Summary summary(qsizetype row) const;
    std::optional<Repeat> repeat(qsizetype row) const; // nothing: it came once
    QList<qint64> attemptsOf(qsizetype row) const; // ids, the latest ones; nothing: it came once
    void setVerdict(qsizetype row, const signature::Verdict &verdict);
    void setEvent(qsizetype row, const capture::Event &event);
    void setNote(qsizetype row, const QString &note);

    QByteArrayView string(quint32 number) const { return m_strings->at(number); }
    QString text(quint32 number) const { return QString::fromUtf8(m_strings->at(number)); }
    std::shared_ptr<const StringPool> strings() const { return m_strings; }

    // Keeps the rows for which `keep` says true. Which attempt one is stays so when earlier ones
    // go.
    template <typename Keep> void retain(Keep keep)
    {
        DeliveryRows kept(m_strings);
        kept.m_imports = m_imports;
        std::vector<quint32> firsts; // of those kept, by the old numbers
        for (qsizetype row = 0; row < m_size; ++row) {
            if (!keep((*this)[row]))
                continue;
            const quint32 first = (*this)[row].first;
            firsts.push_back(first);
            kept.push((*this)[row]);
            kept.linkAgain(firsts, since(first));
        }
        *this = std::move(kept);
        if (m_size == 0)
            m_strings = std::make_shared<StringPool>();
    }

    qsizetype bytes() const; // of memory

    static constexpr qsizetype mostAttempts = 50; // that attemptsOf() gives

private:
    explicit DeliveryRows(std::shared_ptr<StringPool> strings);

    static constexpr qsizetype chunkSize = 1 << 16;
    static size_t chunk(qsizetype row) { return size_t(row / chunkSize); }
    static size_t place(qsizetype row) { return size_t(row % chunkSize); }

    quint32 importOf(qint64 importedAt); // its number
    static quint64 groupOf(const capture::Summary &row, quint32 endpoint, quint32 eventId);
    void push(const PackedRow &row);
    void link(); // the last row
    void linkAgain(const std::vector<quint32> &firsts, qint64 since); // likewise, of those kept
    qint64 since(quint32 first) const; // when the delivery came that it is the first one left of
    quint32 exchangeLast();
    bool signedBefore(const PackedRow &row) const;
    quint32 lastOf(quint64 group) const; // GroupTable::none: there is none
    quint32 originalOf(const PackedRow &copy) const; // likewise
    Repeat copyOf(const PackedRow &copy) const;

    std::vector<std::vector<PackedRow>> m_chunks; // of a fixed capacity: rows are never moved
    qsizetype m_size = 0;
    std::shared_ptr<StringPool> m_strings;
    QList<qint64> m_imports; // by number, from 1: when
    GroupTable m_lastOfGroup;
    QHash<quint32, qint64> m_since; // by row: those whose first one went
};

} // namespace models
