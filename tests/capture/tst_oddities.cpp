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
        QTest::addColumn<bool>("known");
        const QByteArray body = ofCustomer(7, 1).request.body;
        QTest::newRow("a customer of Smile") << body << u"smile"_s << true;
        QTest::newRow("of another sender") << body << u"stripe"_s << false;
        QTest::newRow("a time that is none")
            << QByteArray(body).replace("07:00", "later") << u"smile"_s << false;
        QTest::newRow("no id") << QByteArray(body).replace("\"id\"", "\"ID\"") << u"smile"_s
                               << false;
        QTest::newRow("an id that is too long")
            << QByteArray(body).replace(":7,", ":\"" + QByteArray(121, 'x') + "\",") << u"smile"_s
            << false;
        QTest::newRow("no JSON") << QByteArray("a=1") << u"smile"_s << false;
    }
    void knowsSubjects()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, scheme);
        Delivery made = builders::delivery(body);
        made.verdict.scheme = scheme;
        QTEST(subjectOf(made) != Subject(), "known");
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
