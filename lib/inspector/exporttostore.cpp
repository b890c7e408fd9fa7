// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/importreader.h"
#include "capture/partialcopy.h"
#include "inspector/exportrows.h"

namespace inspector
{

using core::Result;
using core::Status;

namespace
{

// Writes what of a store is asked for into another.
class StoreCopy
{
public:
    StoreCopy(const capture::Store &from, const ExportOrder &order, capture::PartialCopy &to,
              const signature::SchemeBook &schemes, capture::ImportReader &imports)
        : m_from(from)
        , m_imports(imports)
        , m_filter(order.filter)
        , m_redaction(order.redaction)
        , m_to(to)
        , m_schemes(schemes)
    {
    }

    Status take(const capture::Record &record)
    {
        if (!filter::matches(m_filter, record))
            return core::Done{};
        auto judgements = m_from.judgements(record.delivery->id);
        if (!judgements)
            return judgements.error();
        ++m_count;
        if (m_redaction.isEmpty())
            return m_to.add(record, *judgements);
        for (capture::Judgement &judgement : *judgements)
            judgement.event.reset(); // It was found in what is hidden here.
        return m_to.add(redacted(record), *judgements);
    }

    Status take(const capture::Rejection &rejection)
    {
        if (!filter::matches(m_filter, rejection))
            return core::Done{};
        ++m_count;
        if (!m_redaction.isEmpty()) // What a file had beside it cannot be looked into.
            return m_to.add(m_redaction.applied(rejection), {});
        const auto import = m_imports.read(rejection.id);
        return import ? m_to.add(rejection, *import) : import.error();
    }

    qint64 count() const { return m_count; }

private:
    // Neither the few words of a row nor its prints tell what is hidden.
    capture::Record redacted(const capture::Record &record)
    {
        capture::Record shown = m_redaction.applied(record);
        auto delivery = std::make_shared<capture::Delivery>(*shown.delivery);
        const auto scheme = m_schemes.find(delivery->verdict.scheme);
        delivery->event.summary
            = scheme ? capture::describeEvent(delivery->request, *scheme).summary : QString();
        delivery->prints = {};
        shown.delivery = std::move(delivery);
        return shown;
    }

    const capture::Store &m_from;
    capture::ImportReader &m_imports;
    const filter::Filter &m_filter;
    formats::Redaction m_redaction;
    capture::PartialCopy &m_to;
    const signature::SchemeBook &m_schemes;
    qint64 m_count = 0;
};

// Who sends there, how that signs and whom it tells of; not what it is answered, nor where that is
// sent on to.
QList<capture::Endpoint> plain(const QList<capture::Endpoint> &endpoints)
{
    QList<capture::Endpoint> plain;
    for (const capture::Endpoint &endpoint : endpoints)
        plain.append({.path = endpoint.path,
                      .scheme = endpoint.scheme,
                      .rules = {.subject = endpoint.rules.subject}});
    return plain;
}

} // namespace

Result<std::optional<qint64>> exportToStore(const capture::Store &store, const ExportOrder &order,
                                            const QString &file, const WriteOn &writeOn)
{
    const auto schemes = store.schemes();
    const auto endpoints = store.endpoints();
    if (!schemes || !endpoints)
        return schemes ? endpoints.error() : schemes.error();
    const auto to = capture::PartialCopy::begin(file);
    if (!to)
        return to.error();
    const auto imports = capture::ImportReader::open(store.file());
    if (!imports)
        return imports.error();
    ExportRows rows(store, order, false);
    const Result<bool> prepared = rows.prepare(order.filter, writeOn);
    if (!prepared)
        return prepared.error();
    if (!*prepared)
        return std::optional<qint64>();
    StoreCopy copy(store, order, **to, *schemes, **imports);
    for (bool goesOn = true; goesOn; goesOn = !writeOn || writeOn(copy.count())) {
        const Result<bool> more = rows.next();
        if (!more)
            return more.error();
        if (!*more) {
            const Status finished = (*to)->finish(plain(*endpoints), schemes->own());
            return finished ? Result<std::optional<qint64>>(copy.count()) : finished.error();
        }
        const Status taken
            = rows.atDelivery() ? copy.take(rows.takeRecord()) : copy.take(rows.takeRejection());
        if (!taken)
            return taken.error();
    }
    return std::optional<qint64>(); // told to stop
}

} // namespace inspector
