// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/rows.h"
#include "capture/store.h"
#include "signature/schemejson.h"

#include <QVariant>

namespace capture
{

using namespace Qt::Literals::StringLiterals;
using core::Result;
using core::Status;

static const QString latestJudgement
    = u"LEFT JOIN judgements j ON j.rowid = "
      "(SELECT max(rowid) FROM judgements WHERE delivery = d.id) "_s;

// What the program found out when a delivery came: a table each, where there was something.
static QString joinedFindings(int version)
{
    return version < 4 ? u""_s
                       : u"LEFT JOIN prints p ON p.id = d.id LEFT JOIN tests t ON t.id = d.id "
                         "LEFT JOIN oddities o ON o.id = d.id "_s;
}

// Every column of one table under its alias.
static QString of(const QString &alias, const QString &columns)
{
    return alias + u'.' + QString(columns).replace(u", "_s, u", "_s + alias + u'.');
}

static int width(const QString &columns) { return int(columns.count(u',')) + 1; }

static Summary readDeliverySummary(const Selection &row)
{
    int column = 0;
    const auto number = [&] { return row.number(column++); };
    const auto text = [&] { return row.text(column++); };
    Summary summary;
    summary.id = number();
    summary.receivedAt = number();
    summary.endpoint = text();
    summary.peer = text();
    summary.topic = text();
    summary.account = text();
    summary.eventId = text();
    summary.text = text();
    summary.method = row.bytes(column++);
    summary.target = row.bytes(column++);
    summary.bodySize = number();
    summary.status = int(number());
    summary.latency = row.isNull(column) ? -1 : row.number(column);
    ++column;
    summary.marked = number() != 0;
    summary.note = text();
    summary.judgedLater = number() != 0;
    summary.prints = readPrints(row, column);
    column += width(printsColumns());
    summary.test = number() != 0;
    summary.drifted = number() != 0;
    summary.overtaken = number() != 0;
    summary.importedAt = number();
    const Judgement shown = readJudgement(row, column, 1); // its event is in the row
    summary.signature = shown.verdict.signature;
    summary.freshness = shown.verdict.freshness;
    summary.ageSeconds = shown.verdict.ageSeconds;
    summary.scheme = shown.verdict.scheme;
    summary.secret = shown.verdict.secret;
    return summary;
}

// With what was said of it.
static Rejection readWholeRejection(const Selection &row)
{
    Rejection rejection = readRejection(row);
    rejection.marked = row.number(width(rejectionColumns())) != 0;
    rejection.note = row.text(width(rejectionColumns()) + 1);
    return rejection;
}

static Summary readRejectionSummary(const Selection &row)
{
    Summary summary = summarise(readWholeRejection(row));
    summary.importedAt = row.number(width(rejectionColumns()) + 2);
    return summary;
}

static QString deliverySummaries(int version)
{
    const QString event = version < 2 ? u"d.topic, d.account, d.event_id, d.summary"_s
                                      : u"coalesce(j.topic, d.topic), "
                                        "coalesce(j.account, d.account), "
                                        "coalesce(j.event_id, d.event_id), "
                                        "coalesce(j.summary, d.summary)"_s;
    const QString findings = version < 4
        ? u"NULL, NULL, NULL, NULL, NULL, 0, 0, 0"_s
        : of(u"p"_s, printsColumns()) + u", t.id IS NOT NULL, length(o.drift) > 0, o.newer > 0"_s;
    return u"SELECT d.id, d.received_at, d.endpoint, d.peer_address, "_s + event
        + u", d.method, d.target, d.body_size, a.status, a.latency, m.id IS NOT NULL, n.text, "
          "j.delivery IS NOT NULL, "_s
        + findings + (version < 3 ? u", 0"_s : u", i.imported_at"_s)
        + u", d.id, j.judged_at, coalesce(j.scheme, d.scheme), "
          "coalesce(j.signature, d.signature), coalesce(j.freshness, d.freshness), "
          "iif(j.delivery IS NULL, d.age, j.age), coalesce(j.secret, d.secret) "
          "FROM deliveries d LEFT JOIN answers a ON a.id = d.id LEFT JOIN marks m ON m.id = d.id "
          "LEFT JOIN notes n ON n.id = d.id "_s
        + (version < 3 ? u""_s : u"LEFT JOIN imports i ON i.id = d.id "_s) + joinedFindings(version)
        + latestJudgement
        + u"WHERE d.id > ? AND d.id <= ? AND d.id NOT IN (SELECT id FROM removed) ORDER BY d.id"_s;
}

// The last id of a slice of at most `limit` rows that begins above `after`.
static const QString sliceEnd
    = u"SELECT max(id) FROM (SELECT id FROM (SELECT id FROM (SELECT id FROM deliveries WHERE id > "
      u"%1 "
      "ORDER BY id LIMIT %2) UNION ALL SELECT id FROM (SELECT id FROM rejections WHERE id > %1 "
      "ORDER BY id LIMIT %2)) ORDER BY id LIMIT %2)"_s;

static QString rejectionQuery(const QString &range, int version)
{
    const bool knowsImports = version >= 3;
    return u"SELECT %1, m.id IS NOT NULL, n.text%3 FROM rejections r LEFT JOIN marks m ON "
           "m.id = r.id LEFT JOIN notes n ON n.id = r.id %4WHERE r.id > ? "
           "AND r.id NOT IN (SELECT id FROM removed) %2"_s.arg(
               of(u"r"_s, rejectionColumns()), range,
               knowsImports ? u", i.imported_at"_s : u", 0"_s,
               knowsImports ? u"LEFT JOIN imports i ON i.id = r.id "_s : u""_s);
}

Result<QList<Summary>> Store::summaries(qint64 after, int limit) const
{
    Selection deliveries(m_database, deliverySummaries(m_database.version()));
    Selection refused(m_database,
                      rejectionQuery(u"AND r.id <= ? ORDER BY r.id"_s, m_database.version()));
    // A slice whose rows were all removed is empty, so go on until one is not.
    while (true) {
        const Result<qint64> end = number(sliceEnd.arg(after).arg(limit));
        if (!end)
            return end.error();
        if (*end <= after)
            return QList<Summary>{};
        deliveries.start({after, *end});
        Result<QList<Summary>> rows = deliveries.all(readDeliverySummary);
        if (!rows)
            return rows;
        refused.start({after, *end});
        const Result<QList<Summary>> others = refused.all(readRejectionSummary);
        if (!others)
            return others;
        const qsizetype middle = rows->size();
        rows->append(*others);
        std::inplace_merge(rows->begin(), rows->begin() + middle, rows->end(),
                           [](const Summary &a, const Summary &b) { return a.id < b.id; });
        if (!rows->isEmpty())
            return rows;
        after = *end;
    }
}

static QString recordQuery(const QString &condition, int version)
{
    const bool knowsImports = version >= 3;
    QString findings;
    if (version >= 4)
        findings = u", "_s + of(u"p"_s, printsColumns()) + u", t.id IS NOT NULL, "_s
            + of(u"o"_s, odditiesColumns());
    return u"SELECT %1, %2, %3, m.id IS NOT NULL, n.text%6 FROM deliveries d "
           "LEFT JOIN answers a ON a.id = d.id LEFT JOIN marks m ON m.id = d.id "
           "LEFT JOIN notes n ON n.id = d.id %7 %8%4 "
           "WHERE %5 AND d.id NOT IN (SELECT id FROM removed) ORDER BY d.id LIMIT ?"_s.arg(
               of(u"d"_s, deliveryColumns()), of(u"a"_s, answerColumns()),
               of(u"j"_s, judgementColumns(version)), latestJudgement, condition,
               knowsImports ? u", i.origin, i.imported_at, i.unknown"_s + findings : u""_s,
               knowsImports ? u"LEFT JOIN imports i ON i.id = d.id"_s : u""_s,
               joinedFindings(version));
}

// Where in a row of recordQuery() the parts stand.
struct RecordColumns {
    explicit RecordColumns(int version)
        : answer(width(deliveryColumns()))
        , judgement(answer + width(answerColumns()))
        , mark(judgement + width(judgementColumns(version)))
        , test(mark + 5 + width(printsColumns()))
    {
    }

    int answer;
    int judgement;
    int mark; // and behind it the note, the import, and the prints
    int test; // and behind it the oddities
};

static Record readRecord(const Selection &row, int version, const RecordColumns &at)
{
    Record record;
    Delivery delivery = readDelivery(row);
    if (version >= 4) {
        delivery.prints = readPrints(row, at.mark + 5);
        delivery.test = row.number(at.test) != 0;
        record.oddities = readOddities(row, at.test + 1);
    }
    record.delivery = std::make_shared<const Delivery>(std::move(delivery));
    if (!row.isNull(at.answer))
        record.answer = readAnswer(row, at.answer);
    if (!row.isNull(at.judgement)) {
        const Judgement latest = readJudgement(row, at.judgement, version);
        record.judged = latest.verdict;
        record.judgedEvent = latest.event;
    }
    record.marked = row.number(at.mark) != 0;
    record.note = row.text(at.mark + 1);
    if (version >= 3 && !row.isNull(at.mark + 2))
        record.import = Import{.origin = row.text(at.mark + 2),
                               .importedAt = row.number(at.mark + 3),
                               .unknown = row.bytes(at.mark + 4)};
    return record;
}

static Result<QList<Record>> readRecords(const Database &database, const QString &condition,
                                         qint64 id, int limit)
{
    const int version = database.version();
    const RecordColumns at(version);
    Selection query(database, recordQuery(condition, version));
    query.start({id, limit});
    return query.all([&](const Selection &row) { return readRecord(row, version, at); });
}

Result<QList<Record>> Store::records(qint64 after, int limit) const
{
    auto records = readRecords(m_database, u"d.id > ?"_s, after, limit);
    if (!records)
        return records;
    if (const Status added = addAttempts(*records); !added)
        return added.error();
    return records;
}

Result<std::optional<Record>> Store::record(qint64 id) const
{
    auto found = readRecords(m_database, u"d.id = ?"_s, id, 1);
    if (!found)
        return found.error();
    if (found->isEmpty())
        return std::optional<Record>();
    if (const Status added = addAttempts(*found); !added)
        return added.error();
    return std::optional(found->first());
}

Result<QList<Rejection>> Store::rejections(qint64 after, int limit) const
{
    Selection query(m_database, rejectionQuery(u"ORDER BY r.id LIMIT ?"_s, m_database.version()));
    query.start({after, limit});
    return query.all(readWholeRejection);
}

Result<std::optional<Rejection>> Store::rejection(qint64 id) const
{
    const Result<QList<Rejection>> next = rejections(id - 1, 1);
    if (!next)
        return next.error();
    if (next->isEmpty() || next->first().id != id)
        return std::optional<Rejection>();
    return std::optional(next->first());
}

Result<QList<Judgement>> Store::judgements(qint64 id) const
{
    const int version = m_database.version();
    Selection query(m_database,
                    u"SELECT %1 FROM judgements WHERE delivery = ? ORDER BY rowid"_s.arg(
                        judgementColumns(version)));
    query.start({id});
    return query.all([version](const Selection &row) { return readJudgement(row, 0, version); });
}

Result<qint64> Store::deliveryCount() const
{
    return number(u"SELECT (SELECT count(*) FROM deliveries) - (SELECT count(*) FROM removed "
                  "WHERE id IN (SELECT id FROM deliveries))"_s);
}

Result<QList<Endpoint>> Store::endpoints() const
{
    const int version = m_database.version();
    Selection query(m_database,
                    u"SELECT %1 FROM endpoints ORDER BY path"_s.arg(endpointColumns(version)));
    auto endpoints
        = query.all([version](const Selection &row) { return readEndpoint(row, version); });
    if (endpoints && endpoints->isEmpty())
        endpoints->append(Endpoint{});
    return endpoints;
}

// One that cannot be read, of another version or by somebody's hand, is unknown here.
Result<signature::SchemeBook> Store::schemes() const
{
    if (m_database.version() < 2)
        return signature::SchemeBook();
    QSqlQuery query
        = m_database.prepare(u"SELECT json FROM schemes ORDER BY id LIMIT %1"_s.arg(mostSchemes));
    if (const Status done = execute(query); !done)
        return done.error();
    QList<signature::Scheme> schemes;
    while (query.next()) {
        if (const auto scheme = signature::readScheme(query.value(0).toByteArray()))
            schemes.append(*scheme);
    }
    return signature::SchemeBook(schemes);
}

Result<QList<std::pair<QString, QString>>> Store::secretLabels() const
{
    QSqlQuery query = m_database.prepare(
        u"SELECT endpoint, label FROM secret_labels ORDER BY endpoint, label"_s);
    if (const Status done = execute(query); !done)
        return done.error();
    QList<std::pair<QString, QString>> labels;
    while (query.next())
        labels.append({query.value(0).toString(), query.value(1).toString()});
    return labels;
}

} // namespace capture
