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
    return u"SELECT tls_version, %1 FROM deliveries d WHERE id = ?1"_s.arg(attempts);
}

Result<std::unique_ptr<DeliveryFacts>> DeliveryFacts::open(const QString &file)
{
    Result<Database> database = Database::open(file, Access::ReadNewer);
    if (!database)
        return database.error();
    std::unique_ptr<DeliveryFacts> facts(new DeliveryFacts(std::move(*database)));
    if (const auto trouble = facts->trouble())
        return *trouble;
    return facts;
}

DeliveryFacts::DeliveryFacts(Database database)
    : m_database(std::move(database))
    , m_row(m_database, statement(m_database.version()))
{
}

std::optional<DeliveryFacts::Facts> DeliveryFacts::read(qint64 id)
{
    m_row.start({id});
    if (!m_row.next())
        return {};
    return Facts{.tlsVersion = m_row.bytes(0), .attempts = m_row.number(1)};
}

std::optional<core::Error> DeliveryFacts::trouble() const
{
    return m_row.failed() ? std::optional(m_row.trouble()) : std::nullopt;
}

} // namespace capture
