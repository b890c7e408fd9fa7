// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/deliveryfacts.h"

namespace capture
{

using namespace Qt::Literals::StringLiterals;
using core::Result;

// Stores before the third version have no attempts.
static QString statement(int version)
{
    const QString attempts
        = version < 3 ? u"0"_s : u"(SELECT count(*) FROM attempts a WHERE a.delivery = d.id)"_s;
    return u"SELECT id, tls_version, %1 FROM deliveries d WHERE id >= ?1 AND id <= ?2"_s.arg(
        attempts);
}

Result<std::unique_ptr<DeliveryFacts>> DeliveryFacts::open(const QString &file)
{
    Result<Database> database = Database::open(file, Access::ReadNewer);
    if (!database)
        return database.error();
    std::unique_ptr<DeliveryFacts> facts(new DeliveryFacts(std::move(*database)));
    if (facts->m_rows.failed())
        return facts->m_rows.trouble();
    return facts;
}

DeliveryFacts::DeliveryFacts(Database database)
    : m_database(std::move(database))
    , m_rows(m_database, statement(m_database.version()))
{
}

Result<QHash<qint64, DeliveryFacts::Facts>> DeliveryFacts::read(qint64 first, qint64 last)
{
    QHash<qint64, Facts> facts;
    m_rows.start({first, last});
    while (m_rows.next())
        facts.insert(m_rows.number(0),
                     {.tlsVersion = m_rows.bytes(1), .attempts = m_rows.number(2)});
    if (m_rows.failed())
        return m_rows.trouble();
    return facts;
}

} // namespace capture
