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
    QString joined;
    if (version >= 4)
        joined += u"LEFT JOIN prints p ON p.id = d.id LEFT JOIN tests t ON t.id = d.id "_s;
    if (version >= 5)
        joined += u"LEFT JOIN oddities o ON o.id = d.id "_s;
    return joined;
}

// Every column of one table under its alias.
static QString of(const QString &alias, const QString &columns)
{
    return alias + u'.' + QString(columns).replace(u", "_s, u", "_s + alias + u'.');
}

static int width(const QString &columns) { return int(columns.count(u',')) + 1; }

static Summary readDeliverySummary(const QSqlQuery &row)
{
    int column = 0;
    const auto next = [&] { return row.value(column++); };
    Summary summary;
    summary.id = next().toLongLong();
    summary.receivedAt = next().toLongLong();
    summary.endpoint = next().toString();
    summary.peer = next().toString();
    summary.topic = next().toString();
    summary.account = next().toString();
    summary.eventId = next().toString();
    summary.text = next().toString();
    summary.method = next().toByteArray();
    summary.target = next().toByteArray();
    summary.bodySize = next().toLongLong();
    summary.status = next().toInt();
    const QVariant latency = next();
    summary.latency = latency.isNull() ? -1 : latency.toLongLong();
    summary.marked = next().toBool();
    summary.note = next().toString();
    summary.judgedLater = next().toBool();
    summary.prints = readPrints(row, column);
    column += width(printsColumns());
    summary.test = next().toBool();
    summary.drifted = next().toBool();
    summary.overtaken = next().toBool();
    const Judgement shown = readJudgement(row, column, 1); // its event is in the row
    summary.signature = shown.verdict.signature;
    summary.freshness = shown.verdict.freshness;
    summary.ageSeconds = shown.verdict.ageSeconds;
    summary.scheme = shown.verdict.scheme;
    summary.secret = shown.verdict.secret;
    return summary;
}

static QString deliverySummaries(int version)
{
    const QString event = version < 2 ? u"d.topic, d.account, d.event_id, d.summary"_s
                                      : u"coalesce(j.topic, d.topic), "
                                        "coalesce(j.account, d.account), "
                                        "coalesce(j.event_id, d.event_id), "
                                        "coalesce(j.summary, d.summary)"_s;
    const QString prints = version < 4 ? u"NULL, NULL, NULL"_s : of(u"p"_s, printsColumns());
    const QString findings = prints + (version < 4 ? u", 0"_s : u", t.id IS NOT NULL"_s)
        + (version < 5 ? u", 0, 0"_s : u", length(o.drift) > 0, o.newer > 0"_s);
    return u"SELECT d.id, d.received_at, d.endpoint, d.peer_address, "_s + event
        + u", d.method, d.target, d.body_size, a.status, a.latency, m.id IS NOT NULL, n.text, "
          "j.delivery IS NOT NULL, "_s
        + findings
        + u", d.id, j.judged_at, coalesce(j.scheme, d.scheme), "
          "coalesce(j.signature, d.signature), coalesce(j.freshness, d.freshness), "
          "iif(j.delivery IS NULL, d.age, j.age), coalesce(j.secret, d.secret) "
          "FROM deliveries d LEFT JOIN answers a ON a.id = d.id LEFT JOIN marks m ON m.id = d.id "
          "LEFT JOIN notes n ON n.id = d.id "_s
        + joinedFindings(version) + latestJudgement
        + u"WHERE d.id > ? AND d.id <= ? AND d.id NOT IN (SELECT id FROM removed) ORDER BY d.id"_s;
}

// The last id of a slice of at most `limit` rows that begins above `after`.
static const QString sliceEnd
    = u"SELECT max(id) FROM (SELECT id FROM (SELECT id FROM (SELECT id FROM deliveries WHERE id > "
      u"%1 "
      "ORDER BY id LIMIT %2) UNION ALL SELECT id FROM (SELECT id FROM rejections WHERE id > %1 "
      "ORDER BY id LIMIT %2)) ORDER BY id LIMIT %2)"_s;

Result<QList<Summary>> Store::summaries(qint64 after, int limit) const
{
    const int version = m_database.version();
    // A slice whose rows were all removed is empty, so go on until one is not.
    while (true) {
        const Result<qint64> end = number(sliceEnd.arg(after).arg(limit));
        if (!end)
            return end.error();
        if (*end <= after)
            return QList<Summary>{};
        QList<Summary> rows;
        QSqlQuery deliveries = m_database.prepare(deliverySummaries(version));
        QSqlQuery refused
            = m_database.prepare(u"SELECT %1, m.id IS NOT NULL, n.text FROM rejections r LEFT JOIN "
                                 u"marks m ON m.id = r.id "
                                 "LEFT JOIN notes n ON n.id = r.id WHERE r.id > ? AND r.id <= ? "
                                 "AND r.id NOT IN (SELECT id FROM removed) ORDER BY r.id"_s.arg(
                                     of(u"r"_s, rejectionColumns())));
        for (QSqlQuery *query : {&deliveries, &refused}) {
            query->bindValue(0, after);
            query->bindValue(1, *end);
            if (const Status done = execute(*query); !done)
                return done.error();
        }
        while (deliveries.next())
            rows.append(readDeliverySummary(deliveries));
        const qsizetype middle = rows.size();
        while (refused.next()) {
            Summary row = summarise(readRejection(refused));
            row.marked = refused.value(width(rejectionColumns())).toBool();
            row.note = refused.value(width(rejectionColumns()) + 1).toString();
            rows.append(row);
        }
        std::inplace_merge(rows.begin(), rows.begin() + middle, rows.end(),
                           [](const Summary &a, const Summary &b) { return a.id < b.id; });
        if (!rows.isEmpty())
            return rows;
        after = *end;
    }
}

static QString recordQuery(const QString &condition, int version)
{
    const bool knowsImports = version >= 3;
    QString findings;
    if (version >= 4)
        findings += u", "_s + of(u"p"_s, printsColumns()) + u", t.id IS NOT NULL"_s;
    if (version >= 5)
        findings += u", "_s + of(u"o"_s, odditiesColumns());
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

static Record readRecord(const QSqlQuery &row, int version)
{
    const int answer = width(deliveryColumns());
    const int judgement = answer + width(answerColumns());
    const int mark = judgement + width(judgementColumns(version));
    Record record;
    Delivery delivery = readDelivery(row);
    const int test = mark + 5 + width(printsColumns());
    if (version >= 4) {
        delivery.prints = readPrints(row, mark + 5);
        delivery.test = row.value(test).toBool();
    }
    if (version >= 5)
        record.oddities = readOddities(row, test + 1);
    record.delivery = std::make_shared<const Delivery>(std::move(delivery));
    if (!row.isNull(answer))
        record.answer = readAnswer(row, answer);
    if (!row.isNull(judgement)) {
        const Judgement latest = readJudgement(row, judgement, version);
        record.judged = latest.verdict;
        record.judgedEvent = latest.event;
    }
    record.marked = row.value(mark).toBool();
    record.note = row.value(mark + 1).toString();
    if (version >= 3 && !row.isNull(mark + 2))
        record.import = Import{.origin = row.value(mark + 2).toString(),
                               .importedAt = row.value(mark + 3).toLongLong(),
                               .unknown = row.value(mark + 4).toByteArray()};
    return record;
}

Result<QList<Record>> Store::records(qint64 after, int limit) const
{
    QSqlQuery query = m_database.prepare(recordQuery(u"d.id > ?"_s, m_database.version()));
    query.bindValue(0, after);
    query.bindValue(1, limit);
    if (const Status done = execute(query); !done)
        return done.error();
    QList<Record> records;
    while (query.next())
        records.append(readRecord(query, m_database.version()));
    if (const Status added = addAttempts(records); !added)
        return added.error();
    return records;
}

Result<std::optional<Record>> Store::record(qint64 id) const
{
    QSqlQuery query = m_database.prepare(recordQuery(u"d.id = ?"_s, m_database.version()));
    query.bindValue(0, id);
    query.bindValue(1, 1);
    if (const Status done = execute(query); !done)
        return done.error();
    if (!query.next())
        return std::optional<Record>();
    QList<Record> found{readRecord(query, m_database.version())};
    if (const Status added = addAttempts(found); !added)
        return added.error();
    return std::optional(found.first());
}

Result<QList<Rejection>> Store::rejections(qint64 after, int limit) const
{
    QSqlQuery query = m_database.prepare(
        u"SELECT %1 FROM rejections WHERE id > ? AND id NOT IN (SELECT id FROM removed) "
        "ORDER BY id LIMIT ?"_s.arg(rejectionColumns()));
    query.bindValue(0, after);
    query.bindValue(1, limit);
    if (const Status done = execute(query); !done)
        return done.error();
    QList<Rejection> rejections;
    while (query.next())
        rejections.append(readRejection(query));
    return rejections;
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
    QSqlQuery query
        = m_database.prepare(u"SELECT %1 FROM judgements WHERE delivery = ? ORDER BY rowid"_s.arg(
            judgementColumns(m_database.version())));
    query.bindValue(0, id);
    if (const Status done = execute(query); !done)
        return done.error();
    QList<Judgement> judgements;
    while (query.next())
        judgements.append(readJudgement(query, 0, m_database.version()));
    return judgements;
}

Result<qint64> Store::deliveryCount() const
{
    return number(u"SELECT (SELECT count(*) FROM deliveries) - (SELECT count(*) FROM removed "
                  "WHERE id IN (SELECT id FROM deliveries))"_s);
}

Result<QList<Endpoint>> Store::endpoints() const
{
    QSqlQuery query = m_database.prepare(
        u"SELECT %1 FROM endpoints ORDER BY path"_s.arg(endpointColumns(m_database.version())));
    if (const Status done = execute(query); !done)
        return done.error();
    QList<Endpoint> endpoints;
    while (query.next())
        endpoints.append(readEndpoint(query, m_database.version()));
    if (endpoints.isEmpty())
        endpoints.append(Endpoint{});
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
