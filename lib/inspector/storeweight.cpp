// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/storeweight.h"

#include "filter/match.h"
#include "inspector/exportrows.h"

#include <algorithm>

namespace inspector
{

using core::Result;

namespace
{

constexpr qint64 page = 8192; // of capture::Database
constexpr qint64 emptyStore = 22 * page; // a page for each table and index, and two of their text
constexpr qint64 besideTexts = 60; // of a row: its numbers, and what says where each column begins
constexpr qint64 prints = 45; // a row of these
constexpr qint64 indexEntry = 16;

qint64 sizeOf(const QString &text) { return text.size(); }

qint64 sizeOf(const http::Fields &fields)
{
    qint64 size = 0;
    for (const http::Field &field : fields)
        size += field.name.size() + field.value.size() + 4;
    return size;
}

qint64 sizeOf(const http::Request &request)
{
    const qint64 head = request.head.isEmpty() ? sizeOf(request.fields) : request.head.size();
    return head + sizeOf(request.trailers) + request.body.size();
}

qint64 sizeOf(const capture::Event &event)
{
    return sizeOf(event.topic) + sizeOf(event.account) + sizeOf(event.id) + sizeOf(event.summary);
}

qint64 sizeOf(const capture::Attempt &attempt)
{
    qint64 size = besideTexts + indexEntry + sizeOf(attempt.target) + attempt.bodyDigest.size();
    if (attempt.request)
        size += sizeOf(*attempt.request);
    if (attempt.response)
        size += sizeOf(attempt.response->fields) + attempt.response->body.size();
    return size;
}

// What SQLite takes for the rows of one table, added in the order of their keys: a leaf takes what
// still fits, and what is too long for one goes on in pages of its own.
// https://www.sqlite.org/fileformat2.html#b_tree_pages
class Leaves
{
public:
    void add(qint64 payload)
    {
        constexpr qint64 longest = page - 35;
        constexpr qint64 least = (page - 12) * 32 / 255 - 23;
        constexpr qint64 overflow = page - 4;
        qint64 cell = payload + 8; // its pointer, its length and its key
        if (payload > longest) {
            const qint64 kept = least + (payload - least) % overflow;
            const qint64 local = kept <= longest ? kept : least;
            m_pages += (payload - local + overflow - 1) / overflow;
            cell = local + 12;
        }
        if (cell > m_left) {
            ++m_pages;
            m_left = page - 8;
        }
        m_left -= cell;
    }

    qint64 bytes() const { return m_pages * page - m_left; }

private:
    qint64 m_pages = 0;
    qint64 m_left = 0; // of the last leaf
};

class Weight
{
public:
    void add(const capture::Record &record, const QList<capture::Judgement> &judgements)
    {
        const capture::Delivery &delivery = *record.delivery;
        const auto tls = delivery.tls.value_or(capture::TlsFacts());
        m_deliveries.add(besideTexts + sizeOf(delivery.endpoint) + sizeOf(delivery.peer.address)
                         + sizeOf(tls.version) + sizeOf(tls.cipher)
                         + tls.serverName.value_or(QByteArray()).size()
                         + delivery.request.method.size() + delivery.request.target.size()
                         + sizeOf(delivery.verdict.scheme) + sizeOf(delivery.verdict.secret)
                         + sizeOf(delivery.event) + sizeOf(delivery.request));
        m_beside += (delivery.prints == capture::Prints() ? 0 : prints) + sizeOf(record.note);
        if (record.answer)
            m_beside
                += indexEntry + 16 + sizeOf(record.answer->fields) + record.answer->body.size();
        for (const capture::Judgement &judgement : judgements)
            m_beside
                += besideTexts + indexEntry + sizeOf(judgement.event.value_or(capture::Event()));
        for (const capture::Attempt &attempt : record.attempts)
            m_beside += sizeOf(attempt);
        if (record.import)
            m_beside += indexEntry + sizeOf(record.import->origin) + record.import->unknown.size();
        ++m_count;
    }

    void add(const capture::Rejection &rejection)
    {
        m_rejections.add(besideTexts + sizeOf(rejection.detail) + rejection.bytes.size());
        ++m_count;
    }

    qint64 count() const { return m_count; }

    qint64 bytes(qint64 expected) const
    {
        const qint64 rows = m_deliveries.bytes() + m_rejections.bytes() + m_beside;
        const qint64 all
            = m_count == 0 ? 0 : qint64(double(rows) * double(expected) / double(m_count));
        return (emptyStore + all + page - 1) / page * page;
    }

private:
    Leaves m_deliveries;
    Leaves m_rejections;
    qint64 m_beside = 0; // in all other tables and indexes, whose rows are small
    qint64 m_count = 0;
};

} // namespace

Result<qint64> weighStore(const capture::Store &store, const ExportOrder &order, qint64 expected,
                          qint64 weighed, const WriteOn &writeOn)
{
    formats::Redaction redaction = order.redaction;
    ExportRows rows(store, order, false);
    if (const Result<bool> prepared = rows.prepare(order.filter, writeOn); !prepared)
        return prepared.error();
    Weight weight;
    while (weight.count() < weighed && (!writeOn || writeOn(weight.count()))) {
        const Result<bool> more = rows.next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        if (!rows.atDelivery()) {
            const capture::Rejection rejection = rows.takeRejection();
            if (filter::matches(order.filter, rejection))
                weight.add(redaction.applied(rejection));
            continue;
        }
        const capture::Record record = rows.takeRecord();
        if (!filter::matches(order.filter, record))
            continue;
        const auto judgements = store.judgements(record.delivery->id);
        if (!judgements)
            return judgements.error();
        weight.add(redaction.applied(record), *judgements);
    }
    return weight.bytes(std::max(expected, weight.count()));
}

} // namespace inspector
