// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/contents.h"

namespace capture
{

using namespace Qt::Literals::StringLiterals;
using core::Result;

namespace
{

// Looking each row up where there is nothing to find would take a third of the time.
QString statement(const ContentParts &parts, int version)
{
    const QString otherEvent = version < 2 ? u""_s : u" AND j.topic IS NOT NULL"_s;
    QString columns = u"id"_s;
    if (parts.texts)
        columns += u", topic, account, event_id, summary, target, "
                   "iif(?4, EXISTS(SELECT 1 FROM notes n WHERE n.id = d.id), 0) OR "
                   "iif(?5, EXISTS(SELECT 1 FROM judgements j WHERE j.delivery = d.id%1), 0)"_s.arg(
                       otherEvent);
    if (parts.fields)
        columns += u", head, trailers"_s;
    if (parts.body)
        columns += u", iif(body_size <= ?3, body, x'')"_s;
    return u"SELECT %1 FROM deliveries d WHERE id > ?1 AND id <= ?2 "
           "AND NOT iif(?6, EXISTS(SELECT 1 FROM removed r WHERE r.id = d.id), 0) ORDER BY id"_s
               .arg(columns);
}

} // namespace

Result<std::unique_ptr<Contents>> Contents::open(const QString &file, const ContentParts &parts)
{
    Result<Database> database = Database::open(file, Access::ReadNewer);
    if (!database)
        return database.error();
    std::unique_ptr<Contents> contents(new Contents(std::move(*database), parts));
    if (const auto trouble = contents->trouble())
        return *trouble;
    return contents;
}

Contents::Contents(Database database, const ContentParts &parts)
    : m_database(std::move(database))
    , m_parts(parts)
    , m_changes(m_database,
                u"SELECT EXISTS(SELECT 1 FROM notes), EXISTS(SELECT 1 FROM judgements), "
                "EXISTS(SELECT 1 FROM removed)"_s)
    , m_rows(m_database, statement(parts, m_database.version()))
{
}

void Contents::start(qint64 after, qint64 upTo, qint64 largestBody)
{
    m_changes.start({});
    const bool known = m_changes.next();
    const auto any = [this, known](int table) { return known ? m_changes.number(table) : 1; };
    m_rows.start({after, upTo, largestBody, any(0), any(1), any(2)});
    m_changes.start({}); // what it read from is not held
}

std::optional<core::Error> Contents::trouble() const
{
    for (const Selection *one : {&m_rows, &m_changes}) {
        if (one->failed())
            return one->trouble();
    }
    return {};
}

bool Contents::next(Content &content)
{
    if (!m_rows.next())
        return false;
    int column = 0;
    const auto view = [this, &column] { return m_rows.view(column++); };
    content = {.id = m_rows.number(column++)};
    if (m_parts.texts) {
        content.topic = view();
        content.account = view();
        content.event = view();
        content.summary = view();
        content.target = view();
        content.amended = m_rows.number(column++) != 0;
    }
    if (m_parts.fields) {
        content.head = view();
        content.trailers = view();
    }
    if (m_parts.body)
        content.body = view();
    return true;
}

} // namespace capture
