// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/store.h"
#include "support/builders.h"

#include <QTemporaryDir>
#include <QTest>

using namespace capture;
using namespace Qt::Literals::StringLiterals;
using json::Departure;

// What a store finds odd about deliveries beside those before them.
class TstOddities : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Store> open(Access access = Access::Write) const
    {
        auto store = Store::open(m_folder->filePath(u"s.hookglass"_s), access);
        if (!store)
            qFatal("%s", qPrintable(core::describe(store.error())));
        return std::move(*store);
    }

    static Delivery withBody(const QByteArray &body)
    {
        Delivery made = builders::delivery(body);
        made.event.topic = u"customer/updated"_s;
        return made;
    }

    static Delivery ofCustomer(int id, int second)
    {
        return builders::delivery(
            u"{\"data\":{\"customer\":{\"id\":%1,\"updated_at\":\"2026-11-26T07:00:%2Z\"}}}"_s
                .arg(id)
                .arg(second, 2, 10, QChar(u'0'))
                .toUtf8());
    }

    // What is told of it when it is written; the same must stand in the store.
    static Oddities append(Store &store, const Delivery &delivery)
    {
        const Batch batch{.deliveries = {builders::stored(delivery)}};
        const auto written = store.append(batch);
        if (!written)
            qFatal("%s", qPrintable(core::describe(written.error())));
        const qint64 id = written->deliveries.first();
        const Oddities told = store.examine(batch, *written).value(id);
        if (const auto done = store.writeFindings(); !done)
            qFatal("%s", qPrintable(core::describe(done.error())));
        const auto record = store.record(id);
        const auto rows = store.summaries(id - 1, 1);
        if ((*record)->oddities != told || rows->first().drifted == told.drift.isEmpty()
            || rows->first().overtaken != (told.newer != 0))
            qFatal("what is read is not what was written");
        return told;
    }

    static void teach(Store &store)
    {
        for (int i = 0; i < json::Shape::settled; ++i)
            append(store, withBody(R"({"a":1})"));
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void findsDriftInATopic()
    {
        const auto store = open();
        teach(*store);
        QCOMPARE(append(*store, withBody(R"({"a":2})")), Oddities());
        QCOMPARE(append(*store, withBody(R"({"a":2,"b":1})")).drift.size(), 1);
        QCOMPARE(append(*store, withBody(R"({"a":2,"b":1})")), Oddities());
    }

    void learnsNothingOfWhatWasNotWritten()
    {
        const auto store = open();
        teach(*store);
        append(*store, ofCustomer(1, 30));
        const auto odd = builders::stored(withBody(R"({"a":"x","b":1})"));
        const auto newer = builders::stored(ofCustomer(1, 50));
        const Answer answer{.id = 7, .status = 200};
        QVERIFY(!store->append(Batch{.deliveries = {odd, newer}, .answers = {answer, answer}}));
        QCOMPARE(append(*store, *odd).drift.size(), 2);
        QCOMPARE(append(*store, ofCustomer(1, 40)), Oddities());
    }

    void writesWhatItFoundWithTheNextBatchThatIsWritten()
    {
        const auto store = open();
        teach(*store);
        const Batch odd{.deliveries = {builders::stored(withBody(R"({"a":2,"b":1})"))}};
        const auto written = store->append(odd);
        store->examine(odd, *written);
        const auto found
            = [&] { return (*store->record(written->deliveries.first()))->oddities.drift.size(); };
        QCOMPARE(found(), 0);
        const Answer answer{.id = 7, .status = 200};
        QVERIFY(!store->append(Batch{.answers = {answer, answer}}));
        QCOMPARE(found(), 0);
        QVERIFY(store->append(Batch{.answers = {answer}}));
        QCOMPARE(found(), 1);
    }

    void goesOnAfterARestart()
    {
        teach(*open());
        QCOMPARE(append(*open(), withBody(R"({"a":2,"b":1})")).drift.size(), 1);
        QCOMPARE(append(*open(), withBody(R"({"a":2,"b":1})")), Oddities());
    }

    void learnsNothingFrom_data()
    {
        QTest::addColumn<Delivery>("delivery");
        Delivery made = withBody(R"({"b":1})");
        made.test = true;
        QTest::newRow("its own tests") << made;
        made.test = false;
        made.verdict.signature = signature::Signature::Invalid;
        QTest::newRow("a wrong signature") << made;
        made.verdict.signature = signature::Signature::Unsigned;
        QTest::newRow("no signature") << made;
        made.verdict.signature = signature::Signature::Verified;
        made.event.topic = u"another"_s;
        QTest::newRow("another topic") << made;
        made.event.topic.clear();
        QTest::newRow("no topic") << made;
        made.event.topic = u"customer/updated"_s;
        made.endpoint = u"/other"_s;
        QTest::newRow("another endpoint") << made;
        QTest::newRow("no JSON") << withBody("a=1");
        QTest::newRow("a body that is too large")
            << withBody("{\"b\":\"" + QByteArray(Shapes::largestBody, 'x') + "\"}");
    }
    void learnsNothingFrom()
    {
        QFETCH(Delivery, delivery);
        const auto store = open();
        teach(*store);
        QCOMPARE(append(*store, delivery), Oddities());
        QCOMPARE(append(*store, withBody(R"({"a":1,"b":1})")).drift.size(), 1);
    }

    void findsWhatWasOvertaken()
    {
        const auto store = open();
        QCOMPARE(append(*store, ofCustomer(7, 10)).newer, 0);
        QCOMPARE(append(*store, ofCustomer(7, 20)).newer, 0);
        QCOMPARE(append(*store, ofCustomer(8, 5)).newer, 0);
        QCOMPARE(append(*store, ofCustomer(7, 15)).newer, 2);
        QCOMPARE(append(*store, ofCustomer(7, 20)).newer, 0);
        Delivery another = ofCustomer(7, 15);
        another.event.account = u"another"_s;
        QCOMPARE(append(*store, another).newer, 0);
        Delivery forged = ofCustomer(7, 59);
        forged.verdict.signature = signature::Signature::Invalid;
        QCOMPARE(append(*store, forged).newer, 0);
        QCOMPARE(append(*store, ofCustomer(7, 20)).newer, 0);
    }

    void knowsSubjects_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<bool>("known");
        QTest::addColumn<qint64>("changedAt");
        const QByteArray body = ofCustomer(7, 1).request.body;
        const qint64 at = 1'795'676'401'000;
        const auto row = [](const char *name, const QByteArray &text, const QString &scheme,
                            const QString &pointer, bool known, qint64 changedAt) {
            QTest::newRow(name) << text << scheme << pointer << known << changedAt;
        };
        row("a customer of Smile", body, u"smile"_s, {}, true, at);
        row("of another sender", body, u"stripe"_s, {}, false, 0);
        row("of another sender, with a pointer", body, u"stripe"_s, u"/data/customer/id"_s, true,
            at);
        row("a pointer of one's own", R"({"order":{"n":"a","updatedAt":1795676401}})", u"smile"_s,
            u"/order/n"_s, true, at);
        row("milliseconds around it", R"({"a":{"b/c":{"id":7}},"updated_at":"1795676401000"})", {},
            u"/a/b~1c/id"_s, true, at);
        row("the nearest time", R"({"a":{"id":7,"updated_at":1795676401},"updated_at":1})", {},
            u"/a/id"_s, true, at);
        row("an element", R"([{"id":7}])", {}, u"/0/id"_s, true, 0);
        row("an object", R"({"id":{}})", {}, u"/id"_s, false, 0);
        row("nothing there", R"({"id":null})", {}, u"/id"_s, false, 0);
        row("a time that is none", QByteArray(body).replace("07:00", "later"), u"smile"_s, {}, true,
            0);
        row("no id", QByteArray(body).replace("\"id\"", "\"ID\""), u"smile"_s, {}, false, 0);
        row("an id that is too long",
            QByteArray(body).replace(":7,", ":\"" + QByteArray(121, 'x') + "\","), u"smile"_s, {},
            false, 0);
        row("no JSON", "a=1", u"smile"_s, {}, false, 0);
    }
    void knowsSubjects()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, scheme);
        QFETCH(QString, pointer);
        Delivery made = builders::delivery(body);
        made.verdict.scheme = scheme;
        const Subject subject = subjectOf(made, pointer);
        QTEST(subject.print != 0, "known");
        QTEST(subject.changedAt, "changedAt");
        made.verdict.signature = signature::Signature::Invalid;
        QCOMPARE(trustedSubject(made, pointer), Subject());
    }

    // Ids of one kind are not those of another.
    void tellsPlacesApart()
    {
        const Delivery made = builders::delivery(R"({"data":{"customer":{"id":7}},"order":7})");
        const Subject customer = subjectOf(made, {});
        QCOMPARE(subjectOf(made, u"/data/customer/id"_s), customer);
        QVERIFY(subjectOf(made, u"/order"_s) != customer);
    }

    void knowsStatesAfterARestart()
    {
        append(*open(), ofCustomer(7, 20));
        QCOMPARE(append(*open(), ofCustomer(7, 15)).newer, 1);
    }

    void findsTheOneBefore()
    {
        const auto store = open();
        for (const int customer : {7, 8, 7})
            append(*store, ofCustomer(customer, 1));
        append(*store, builders::delivery());
        append(*store, builders::delivery());
        append(*store, ofCustomer(7, 1));
        const auto before = [&](qint64 id) { return *store->previousOfSubject(id); };
        QCOMPARE(before(1), 0);
        QCOMPARE(before(2), 0);
        QCOMPARE(before(3), 1);
        QCOMPARE(before(5), 0);
        QCOMPARE(before(6), 3);
        QCOMPARE(before(99), 0);
        QVERIFY(store->remove({3}, 1));
        QCOMPARE(before(6), 1);
    }

    // An endpoint that says where its customer stands: what is stored follows, and what comes.
    void followsTheEndpoint()
    {
        const auto ofOrder = [](QChar number, int at) {
            Delivery made = builders::delivery(
                u"{\"order\":{\"n\":\"%1\",\"updated_at\":%2}}"_s.arg(number).arg(at).toUtf8());
            made.verdict.scheme = u"acme"_s;
            return made;
        };
        const Endpoint endpoint{.scheme = u"acme"_s, .rules = {.subject = u"/order/n"_s}};
        {
            const auto store = open();
            append(*store, ofOrder(u'a', 20));
            append(*store, ofOrder(u'b', 30));
            append(*store, ofOrder(u'a', 20));
            Delivery elsewhere = ofOrder(u'a', 40);
            elsewhere.endpoint = u"/other"_s;
            append(*store, elsewhere);
            QCOMPARE(*store->previousOfSubject(3), 0);
            QVERIFY(store->setEndpoints({endpoint}));
            QCOMPARE(*store->previousOfSubject(3), 1);
            QCOMPARE(*store->previousOfSubject(4), 0);
            QCOMPARE(append(*store, ofOrder(u'a', 10)).newer, 3);
            QCOMPARE(*store->previousOfSubject(5), 3);
        }
        const auto store = open();
        QCOMPARE(append(*store, ofOrder(u'b', 10)).newer, 2);
        QCOMPARE(*store->previousOfSubject(6), 2);
        QVERIFY(store->setEndpoints({{.scheme = u"acme"_s}}));
        QCOMPARE(*store->previousOfSubject(6), 0);
    }

    // By a pointer that the endpoint has no more, it is told anew.
    void takesTheSubjectThatWasToldAtArrival()
    {
        const auto store = open();
        const auto told = [](const QString &pointer) {
            Delivery made = builders::delivery("{}");
            made.told = {.pointer = pointer, .subject = {.print = 5, .changedAt = 1}};
            return made;
        };
        append(*store, told({}));
        append(*store, told({}));
        append(*store, told(u"/order/n"_s));
        QCOMPARE(*store->previousOfSubject(2), 1);
        QCOMPARE(*store->previousOfSubject(3), 0);
    }

    void followsWhatIsJudgedLater()
    {
        const auto store = open();
        Delivery forged = ofCustomer(7, 1);
        forged.verdict.signature = signature::Signature::Invalid;
        append(*store, forged);
        append(*store, ofCustomer(7, 2));
        QCOMPARE(*store->previousOfSubject(2), 0);
        QList<Record> records = *store->records(0, 1);
        records.first().judged = ofCustomer(7, 1).verdict;
        QVERIFY(store->tellSubjects(records));
        QCOMPARE(*store->previousOfSubject(2), 1);
        QCOMPARE((*store->record(1))->delivery->prints, forged.prints);
    }

    // They are odd beside the store's own and those before them, and teach the store nothing.
    void findsWhatIsOddInAnImport()
    {
        const auto imported = [](Delivery delivery, qint64 second) {
            delivery.receivedAt += second * 1'000'000;
            Imported row{.record = {}, .judgement = Judgement{}, .rejection = {}};
            row.judgement->verdict = delivery.verdict;
            delivery.verdict.signature = signature::Signature::Invalid; // says the file
            row.record.delivery = builders::stored(delivery);
            return row;
        };
        const auto store = open();
        teach(*store);
        const qint64 last = store->lastId();
        Usual usual = store->usual();
        QVERIFY(store->import({imported(withBody(R"({"a":1,"b":1})"), 1),
                               imported(ofCustomer(7, 30), 2), imported(ofCustomer(7, 20), 3)},
                              usual));
        QVERIFY(
            store->import({imported(ofCustomer(7, 25), 4), imported(ofCustomer(7, 10), 1)}, usual));
        const auto odd = [&](qint64 place) { return (*store->record(last + place))->oddities; };
        QCOMPARE(odd(1).drift.size(), 1);
        QCOMPARE(odd(2), Oddities());
        QCOMPARE(odd(3).newer, last + 2);
        QCOMPARE(odd(4).newer, last + 2);
        QCOMPARE(odd(5), Oddities()); // it arrived before the newer one
        QCOMPARE(*store->previousOfSubject(last + 4), last + 3);
        QCOMPARE(append(*store, withBody(R"({"a":1,"b":1})")).drift.size(), 1);
        QCOMPARE(append(*store, ofCustomer(7, 5)), Oddities());
        Imported forged = imported(ofCustomer(7, 1), 9);
        forged.judgement->verdict.signature = signature::Signature::Unsigned;
        QVERIFY(store->import({forged}, usual));
        QCOMPARE((*store->record(store->lastId()))->oddities, Oddities());
    }

    void keepsDriftAsItWas()
    {
        const QList<Departure> drift{
            {.change = Departure::Change::New, .pointer = "/a~1b/\"ü", .now = 1},
            {.change = Departure::Change::Gone, .pointer = "/c", .before = 66},
            {.change = Departure::Change::Kind, .pointer = "", .before = 2, .now = 1}};
        QCOMPARE(readDrift(writeDrift(drift)), drift);
        QCOMPARE(writeDrift({}), QByteArray());
    }

    void leavesOutDriftThatCannotBeRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"{", "{}", "7", "[1]", R"([["new","/a",1]])", R"([["new",1,1,1]])",
              R"([["odd","/a",1,1]])", R"([[{},"/a",1,1]])", R"([["new","/a",[],1]])"})
            QTest::newRow(text) << QByteArray(text);
    }
    void leavesOutDriftThatCannotBeRead()
    {
        QFETCH(QByteArray, text);
        const QList<Departure> drift = readDrift(text);
        QVERIFY(drift.isEmpty() || drift.first().before == 0);
    }
};

QTEST_GUILESS_MAIN(TstOddities)
#include "tst_oddities.moc"
