// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/rows.h"
#include "filter/match.h"
#include "filter/parse.h"
#include "support/builders.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using filter::Match;

namespace
{

constexpr qint64 now = 1'795'428'000'000'000; // 2026-11-23T10:00:00Z

filter::Filter read(const QString &text)
{
    const filter::Parsed parsed = filter::parse(text, now);
    if (parsed.fault)
        qFatal("%s: %s", qPrintable(text), qPrintable(parsed.fault->text));
    return parsed.filter;
}

capture::Record record()
{
    capture::Delivery made = builders::delivery(
        R"({"topic":"customer/updated","data":{"customer":{"id":904311782,"email":"Maya@example.org",)"
        R"("points":1240,"big":12345678901234567890,"vip":null,"gone":true,"at":"2026-11-20T10:00:00Z",)"
        R"("tags":["a","b"],"first name":"Zo\u00eb","n":"7"}},"list":[{"v":1},{"v":20}]})");
    made.id = 2414;
    made.receivedAt = now + 250'000;
    made.request.fields.append(http::Field{"User-Agent", "Smile/2.0"});
    made.request.fields.append(http::Field{"X-Count", "15"});
    made.request.target = "/hooks?shop=1";
    made.verdict = {.scheme = u"smile"_s,
                    .signature = signature::Signature::Invalid,
                    .freshness = signature::Freshness::Stale,
                    .ageSeconds = 400,
                    .secret = {}};
    made.event = {.topic = u"customer/updated"_s,
                  .account = u"48213"_s,
                  .id = u"evt_1"_s,
                  .summary = u"maya · 1,240 pts"_s};
    capture::Record record;
    record.delivery = builders::stored(made);
    record.answer
        = capture::Answer{.id = 2414, .status = 404, .fields = {}, .body = {}, .latency = 3000};
    record.marked = true;
    record.note = u"Check balance"_s;
    return record;
}

capture::Content askedOf(const capture::Content &content, const filter::Filter &filter)
{
    const capture::ContentParts parts = filter::partsAsked(filter);
    capture::Content asked{.id = content.id};
    if (parts.texts) {
        asked = content;
        asked.head = asked.trailers = asked.body = {};
    }
    if (parts.fields) {
        asked.head = content.head;
        asked.trailers = content.trailers;
    }
    if (parts.body)
        asked.body = content.body;
    return asked;
}

} // namespace

class TstMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesRecords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("matches");
        const auto row = [](const QString &text, bool matches) {
            QTest::newRow(qPrintable(text)) << text << matches;
        };
        row(u"sig:invalid"_s, true);
        row(u"sig:verified"_s, false);
        row(u"sig:verified,invalid"_s, true);
        row(u"-sig:verified"_s, true);
        row(u"fresh:stale"_s, true);
        row(u"topic:customer"_s, true);
        row(u"topic:CUSTOMER/*"_s, true);
        row(u"topic:custom*r"_s, false);
        row(u"topic:=customer"_s, false);
        row(u"topic:=customer/updated"_s, true);
        row(u"topic:/^cust.*d$/"_s, true);
        row(u"account:48213"_s, true);
        row(u"secret:\"\""_s, true);
        row(u"from:127.*"_s, true);
        row(u"method:post"_s, true);
        row(u"path:shop=1"_s, true);
        row(u"endpoint:=/"_s, true);
        row(u"scheme:smile"_s, true);
        row(u"event:evt"_s, true);
        row(u"note:\"check balance\""_s, true);
        row(u"size:>100"_s, true);
        row(u"size:>10k"_s, false);
        row(u"age:5m..10m"_s, true);
        row(u"age:<1m"_s, false);
        row(u"reply:4xx"_s, true);
        row(u"reply:404"_s, true);
        row(u"reply:>=500"_s, false);
        row(u"duration:3ms"_s, true);
        row(u"n:2400..2500"_s, true);
        row(u"n:2414"_s, true);
        row(u"n:>2414"_s, false);
        row(u"time:2026-11-23T10:00Z"_s, true);
        row(u"time:2026-11-23T10:01Z.."_s, false);
        row(u"time:>2026-11-20T00:00Z"_s, true);
        row(u"is:problem"_s, true);
        row(u"is:flagged"_s, true);
        row(u"is:judged"_s, false);
        row(u"is:resent"_s, false);
        row(u"has:note"_s, true);
        row(u"has:sends"_s, false);
        row(u"maya"_s, true);
        row(u"nobody"_s, false);
        row(u"smile/2"_s, true);
        row(u"body:maya@"_s, true);
        row(u"body:smile/2"_s, false);
        row(u"body:points*1240"_s, true);
        row(u"body:/\"points\":\\d+/"_s, true);
        row(u"h.user-agent:Smile*"_s, true);
        row(u"h.user-agent:=smile/2.0"_s, false);
        row(u"h.X-Count:>9"_s, true);
        row(u"h.X-Count:10..12"_s, false);
        row(u"header:\"x-count: 15\""_s, true);
        row(u"has:h.X-Count"_s, true);
        row(u"has:h.X-Other"_s, false);
        row(u"$.data.customer.points:>100"_s, true);
        row(u"$.data.customer.points:>=1240"_s, true);
        row(u"$.data.customer.points:1240.0"_s, true);
        row(u"$.data.customer.points:124"_s, false);
        row(u"$.data.customer.points:1000..1239"_s, false);
        row(u"$.data.customer.big:12345678901234567890"_s, true);
        row(u"$.data.customer.big:12345678901234567891"_s, false);
        row(u"$.data.customer.email:*@example.org"_s, true);
        row(u"$..email:maya"_s, true);
        row(u"$..nothing:maya"_s, false);
        row(u"$.data.customer.vip:null"_s, true);
        row(u"$.data.customer.gone:true"_s, true);
        row(u"$.data.customer.gone:false"_s, false);
        row(u"$.data.customer.at:>2026-11-19"_s, true);
        row(u"$.data.customer.tags[1]:b"_s, true);
        row(u"$.data.customer.tags[*]:=a"_s, true);
        row(u"$.list[*].v:>10"_s, true);
        row(u"$..v:>30"_s, false);
        row(u"$.data.customer[\"first name\"]:zo\u00eb"_s, true);
        row(u"$.data.customer.n:7"_s, true);
        row(u"has:$.data.customer.vip"_s, true);
        row(u"has:$.data.customer.other"_s, false);
        row(u"sig:invalid (topic:ping OR reply:404) -note:x"_s, true);
    }
    void matchesRecords()
    {
        QFETCH(QString, text);
        QTEST(filter::matches(read(text), record()), "matches");
    }

    // What can be told without the record is never something else.
    void agreesOfContents_data() { matchesRecords_data(); }
    void agreesOfContents()
    {
        QFETCH(QString, text);
        QFETCH(bool, matches);
        const capture::Record made = record();
        const capture::Delivery &delivery = *made.delivery;
        const QByteArray topic = delivery.event.topic.toUtf8();
        const QByteArray account = delivery.event.account.toUtf8();
        const QByteArray event = delivery.event.id.toUtf8();
        const QByteArray summary = delivery.event.summary.toUtf8();
        const QByteArray head = capture::writeHead(delivery.request);
        const filter::Filter filter = read(text);
        const capture::Content content{.id = delivery.id,
                                       .topic = topic,
                                       .account = account,
                                       .event = event,
                                       .summary = summary,
                                       .target = delivery.request.target,
                                       .amended = true,
                                       .head = head,
                                       .trailers = {},
                                       .body = delivery.request.body};
        const Match told = filter::matches(filter, content);
        QVERIFY(told == Match::NeedsRecord || told == filter::matchIf(matches));
        QCOMPARE(filter::matches(filter, askedOf(content, filter)), told);
    }

    void decidesByContents_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("amended");
        QTest::addColumn<Match>("told");
        QTest::newRow("in the body") << u"body:needle"_s << true << Match::Yes;
        QTest::newRow("not in the body") << u"body:nail sig:invalid"_s << true << Match::No;
        QTest::newRow("a verdict as well")
            << u"body:needle sig:invalid"_s << false << Match::NeedsRecord;
        QTest::newRow("a word nowhere") << u"nail"_s << false << Match::No;
        QTest::newRow("a word that a note may hold") << u"nail"_s << true << Match::NeedsRecord;
        QTest::newRow("a word in a header") << u"\"x-odd: \""_s << false << Match::Yes;
        QTest::newRow("a word in the request line") << u"HTTP/1"_s << false << Match::No;
        QTest::newRow("a header") << u"h.X-Odd:thing"_s << false << Match::Yes;
        QTest::newRow("a topic") << u"topic:ping"_s << false << Match::Yes;
        QTest::newRow("a topic that was another first")
            << u"topic:ping"_s << true << Match::NeedsRecord;
    }
    void decidesByContents()
    {
        QFETCH(QString, text);
        QFETCH(bool, amended);
        const filter::Filter filter = read(text);
        const capture::Content content{.id = 1,
                                       .topic = "ping",
                                       .target = "/",
                                       .amended = amended,
                                       .head = "POST / HTTP/1.1\r\nX-Odd:some thing\r\n\r\n",
                                       .body = "a needle"};
        QTEST(filter::matches(filter, content), "told");
        QTEST(filter::matches(filter, askedOf(content, filter)), "told");
    }

    void asksForNoMoreThanItLooksAt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("texts");
        QTest::addColumn<bool>("fields");
        QTest::addColumn<bool>("body");
        QTest::newRow("nothing") << u""_s << false << false << false;
        QTest::newRow("what records tell") << u"sig:invalid"_s << false << false << false;
        QTest::newRow("a body") << u"body:needle"_s << false << false << true;
        QTest::newRow("no such path") << u"-$.a:1"_s << false << false << true;
        QTest::newRow("a header field") << u"h.host:x"_s << false << true << false;
        QTest::newRow("a topic or a body") << u"topic:ping OR body:x"_s << true << false << true;
        QTest::newRow("anything") << u"needle"_s << true << true << true;
    }
    void asksForNoMoreThanItLooksAt()
    {
        QFETCH(QString, text);
        const capture::ContentParts parts = filter::partsAsked(read(text));
        QTEST(parts.texts, "texts");
        QTEST(parts.fields, "fields");
        QTEST(parts.body, "body");
    }

    // However they stand there, they are looked at as `name: value`.
    void looksAtFieldsOfAHead_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fits");
        const QString whole = u"/^X-Odd: some thing$/"_s;
        QTest::newRow("as written") << QByteArray("X-Odd: some thing\r\n") << whole << true;
        QTest::newRow("no space") << QByteArray("X-Odd:some thing\r\n") << whole << true;
        QTest::newRow("two spaces") << QByteArray("X-Odd:  some thing\r\n") << whole << true;
        QTest::newRow("a tab") << QByteArray("X-Odd:\tsome thing\r\n") << whole << true;
        QTest::newRow("space behind it") << QByteArray("X-Odd: some thing \r\n") << whole << true;
        QTest::newRow("a line feed alone") << QByteArray("X-Odd: some thing\n") << whole << true;
        QTest::newRow("not ended") << QByteArray("X-Odd: some thing") << whole << true;
        QTest::newRow("behind another")
            << QByteArray("A: b\r\nX-Odd: some thing\r\n") << whole << true;
        QTest::newRow("in a trailer") << QByteArray("\r\nX-Odd: some thing\r\n") << whole << true;
        QTest::newRow("no field's name")
            << QByteArray("X Odd: some\r\n") << u"/^X.Odd: s/"_s << false;
        QTest::newRow("folded") << QByteArray(" X-Odd: some\r\n") << u"/X-Odd: s/"_s << false;
        QTest::newRow("over two lines") << QByteArray("A: b\r\nC: d\r\n") << u"/b\\s+C/"_s << false;
        QTest::newRow("the request line") << QByteArray("A: b\r\n") << u"/POST/"_s << false;
    }
    void looksAtFieldsOfAHead()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, text);
        const bool trailer = line.startsWith('\r');
        const QByteArray head = "POST / HTTP/1.1\r\n" + (trailer ? QByteArray() : line) + "\r\n";
        const capture::Content content{.id = 1,
                                       .head = head,
                                       .trailers = trailer ? QByteArrayView(line).sliced(2)
                                                           : QByteArrayView()};
        QTEST(filter::matches(read(text), content) == Match::Yes, "fits");
    }

    void knowsOurOwnTests()
    {
        QVERIFY(!filter::matches(read(u"is:test"_s), record()));
        capture::Delivery own = builders::delivery();
        own.test = true;
        capture::Record kept;
        kept.delivery = builders::stored(own);
        QVERIFY(filter::matches(read(u"is:test"_s), kept));
        QCOMPARE(filter::matches(read(u"is:test"_s), capture::summarise(own, 1)), Match::Yes);
    }

    void knowsWhatWasThereBefore()
    {
        capture::Record again = record();
        QVERIFY(!filter::matches(read(u"is:repeated"_s), again));
        again.repeated = true;
        QVERIFY(filter::matches(read(u"is:repeated"_s), again));
        QVERIFY(!filter::matches(read(u"is:replayed"_s), again));
        again.replayed = true;
        QVERIFY(filter::matches(read(u"is:replayed"_s), again));
    }

    void knowsWhatDidNotArriveHere()
    {
        capture::Record brought = record();
        capture::Summary row;
        QVERIFY(filter::matches(read(u"-is:imported"_s), brought));
        QCOMPARE(filter::matches(read(u"is:imported"_s), row), Match::No);
        brought.import = capture::Import{.origin = u"a.har"_s};
        row.importedAt = 1;
        QVERIFY(filter::matches(read(u"is:imported"_s), brought));
        QCOMPARE(filter::matches(read(u"is:imported"_s), row), Match::Yes);
        row.rejection = capture::Reason::Timeout; // as of the rejection itself, which cannot tell
        QCOMPARE(filter::matches(read(u"is:imported"_s), row), Match::No);
    }

    void knowsWhatIsOddBesideThoseBefore()
    {
        capture::Record odd = record();
        capture::Summary row;
        for (const QString &text : {u"is:drift"_s, u"is:overtaken"_s}) {
            QVERIFY(!filter::matches(read(text), odd));
            QCOMPARE(filter::matches(read(text), row), Match::No);
        }
        odd.oddities.drift.append(json::Departure());
        row.drifted = true;
        QVERIFY(filter::matches(read(u"is:drift -is:overtaken"_s), odd));
        QCOMPARE(filter::matches(read(u"is:drift -is:overtaken"_s), row), Match::Yes);
        odd.oddities.newer = 7;
        row.overtaken = true;
        QVERIFY(filter::matches(read(u"is:overtaken"_s), odd));
        QCOMPARE(filter::matches(read(u"is:overtaken"_s), row), Match::Yes);
    }

    void saysWhetherItMustBeKnownWhatWasThereBefore_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("asks");
        QTest::newRow("no filter") << QString() << false;
        QTest::newRow("other words") << u"is:problem,resent has:body"_s << false;
        QTest::newRow("other fields' words of the same bits") << u"has:secret,age"_s << false;
        QTest::newRow("a word") << u"is:repeated"_s << true;
        QTest::newRow("one of several, deep down") << u"a -(b OR is:flagged,replayed)"_s << true;
    }
    void saysWhetherItMustBeKnownWhatWasThereBefore()
    {
        QFETCH(QString, text);
        QTEST(filter::asksForRepeats(read(text)), "asks");
    }

    void saysWhatARowAloneTells_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("match");
        QTest::newRow("a field") << u"topic:ping"_s << int(Match::Yes);
        QTest::newRow("another field") << u"topic:customer"_s << int(Match::No);
        QTest::newRow("a word in the row") << u"endpoint"_s << int(Match::Yes);
        QTest::newRow("a word that may be in the body") << u"maya"_s << int(Match::NeedsRecord);
        QTest::newRow("a path") << u"$.a:1"_s << int(Match::NeedsRecord);
        QTest::newRow("its opposite") << u"-$.a:1"_s << int(Match::NeedsRecord);
        QTest::newRow("a false field decides") << u"topic:customer $.a:1"_s << int(Match::No);
        QTest::newRow("a true field decides") << u"topic:ping OR $.a:1"_s << int(Match::Yes);
        QTest::newRow("sent again or not") << u"is:resent"_s << int(Match::NeedsRecord);
    }
    void saysWhatARowAloneTells()
    {
        QFETCH(QString, text);
        const capture::Summary row = capture::summarise(builders::delivery(), 1);
        const filter::Filter filter = read(text);
        QTEST(int(filter::matches(filter, row)), "match");
        QCOMPARE(filter::asksForRecords(filter),
                 text.contains(u'$') || text == u"maya"_s || text == u"endpoint"_s
                     || text == u"is:resent"_s);
    }

    void rowsAndRecordsAgree()
    {
        const capture::Record whole = record();
        capture::Summary row = capture::summarise(*whole.delivery, 2414);
        row.status = 404;
        row.latency = 3000;
        row.marked = true;
        row.note = whole.note;
        for (const filter::FieldFacts &field : filter::fields()) {
            if (field.example.isEmpty())
                continue;
            const filter::Filter filter = read(field.example);
            const Match match = filter::matches(filter, row);
            if (match != Match::NeedsRecord)
                QCOMPARE(filter::matches(filter, whole), match == Match::Yes);
        }
    }

    void matchesRejections_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("matches");
        QTest::newRow("as rejected") << u"is:rejected"_s << true;
        QTest::newRow("as a problem") << u"is:problem"_s << true;
        QTest::newRow("not by a verdict") << u"sig:not-applicable"_s << false;
        QTest::newRow("by what was received") << u"body:\"GET /\""_s << true;
        QTest::newRow("by a word of its reason") << u"handshake"_s << true;
        QTest::newRow("not by a path") << u"has:$.a"_s << false;
        QTest::newRow("by its address") << u"from:10.0.0.1"_s << true;
    }
    void matchesRejections()
    {
        QFETCH(QString, text);
        const capture::Rejection rejection{.id = 1,
                                           .receivedAt = now,
                                           .peer = {.address = u"10.0.0.1"_s},
                                           .reason = capture::Reason::TlsHandshake,
                                           .detail = u"The handshake failed."_s,
                                           .bytes = "GET / HTTP/1.1"};
        QTEST(filter::matches(read(text), rejection), "matches");
    }
};

QTEST_GUILESS_MAIN(TstMatch)
#include "tst_match.moc"
