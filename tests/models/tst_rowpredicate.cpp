// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/match.h"
#include "filter/parse.h"
#include "models/rowpredicate.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using filter::Match;
using models::DeliveryRows;
using models::RowPredicate;

// A packed row must answer as the whole summary does, which tst_match holds to the records.
class TstRowPredicate : public QObject
{
    Q_OBJECT

private:
    static capture::Summary delivery()
    {
        return {.id = 2414,
                .receivedAt = 1'795'428'000'250'000,
                .endpoint = u"/hooks"_s,
                .peer = u"34.192.18.4"_s,
                .topic = u"customer/updated"_s,
                .account = u"48213"_s,
                .eventId = u"evt_1"_s,
                .scheme = u"smile"_s,
                .secret = u"Dev store"_s,
                .text = u"Maya · 1,240 pts"_s,
                .method = "POST",
                .target = "/hooks?x=1 2",
                .bodySize = 412,
                .latency = 3000,
                .ageSeconds = 400,
                .status = 503,
                .signature = signature::Signature::Invalid,
                .freshness = signature::Freshness::Stale,
                .marked = true,
                .judgedLater = true,
                .test = true,
                .note = u"Check balance"_s};
    }

    static capture::Summary rejection()
    {
        capture::Summary row;
        row.id = 2415;
        row.receivedAt = 1'795'428'001'000'000;
        row.peer = u"10.0.0.7"_s;
        row.rejection = capture::Reason::MalformedHttp;
        return row;
    }

    static Match ask(const QString &text, const capture::Summary &row)
    {
        DeliveryRows rows;
        rows.append(row);
        return RowPredicate(filter::parse(text).filter).match(rows, rows[0]);
    }

private Q_SLOTS:
    void saysWhatTheSummarySays_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"sig:invalid",
                                 "sig:verified,invalid",
                                 "-sig:invalid",
                                 "fresh:stale",
                                 "fresh:fresh",
                                 "topic:customer/*",
                                 "topic:=customer",
                                 "account:48213",
                                 "secret:\"Dev store\"",
                                 "secret:\"\"",
                                 "from:34.*",
                                 "from:10.0.0.7",
                                 "endpoint:=/hooks",
                                 "scheme:smile",
                                 "event:evt",
                                 "method:post",
                                 "path:x=1",
                                 "path:/2$/",
                                 "summary:maya",
                                 "note:balance",
                                 "note:\"\"",
                                 "size:>400",
                                 "size:<=411",
                                 "age:5m..10m",
                                 "age:<1m",
                                 "reply:5xx",
                                 "reply:200",
                                 "duration:3ms",
                                 "n:2414",
                                 "n:>2414",
                                 "time:>2026-11-20",
                                 "time:>2100-01-01",
                                 "is:problem",
                                 "is:flagged",
                                 "is:rejected",
                                 "is:judged",
                                 "is:answered",
                                 "is:resent",
                                 "is:repeated",
                                 "is:replayed",
                                 "is:test",
                                 "has:note",
                                 "has:body",
                                 "has:answer",
                                 "has:sends",
                                 "has:account",
                                 "has:secret",
                                 "has:age",
                                 "maya",
                                 "nobody",
                                 "body:x",
                                 "h.User-Agent:x",
                                 "$.a:1",
                                 "maya sig:verified",
                                 "maya OR fresh:fresh",
                                 "-(topic:ping OR x)"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void saysWhatTheSummarySays()
    {
        QFETCH(const QString, text);
        const filter::Parsed parsed = filter::parse(text);
        QVERIFY(!parsed.fault);
        QCOMPARE(ask(text, delivery()), filter::matches(parsed.filter, delivery()));
        QCOMPARE(ask(text, rejection()), filter::matches(parsed.filter, rejection()));
    }

    void matchesAllWithoutAFilter() { QCOMPARE(ask({}, delivery()), Match::Yes); }

    // The pool cuts what is long, so that only the record knows the rest.
    void leavesCutTextsToTheRecord()
    {
        capture::Summary row = delivery();
        row.note = QString(models::StringPool::longest + 100, u'a') + u"needle"_s;
        QCOMPARE(ask(u"note:needle"_s, row), Match::NeedsRecord);
        QCOMPARE(ask(u"note:aaaa"_s, row), Match::Yes);
    }

    // Answers are remembered by the number of the string, not by the row.
    void keepsRowsApart()
    {
        DeliveryRows rows;
        for (qint64 id = 1; id <= 5000; ++id) {
            capture::Summary row = delivery();
            row.id = id;
            row.topic = u"topic/%1"_s.arg(id % 1700);
            rows.append(row);
        }
        const RowPredicate predicate(filter::parse(u"topic:=topic/7"_s).filter);
        QList<qint64> matching;
        for (qsizetype row = 0; row < rows.size(); ++row) {
            if (predicate.match(rows, rows[row]) == Match::Yes)
                matching.append(rows[row].id);
        }
        QCOMPARE(matching, (QList<qint64>{7, 1707, 3407}));
    }
};

QTEST_APPLESS_MAIN(TstRowPredicate)
#include "tst_rowpredicate.moc"
