// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/answerrules.h"
#include "capture/store.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace capture;

class TstAnswerRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fitsWhatItNames_data();
    void fitsWhatItNames();
    void endsAtItsTime();
    void tellsUntilWhenAnswersAreBad();
    void staysInTheStore();
    void neverDecidesWhatItDoesNotUnderstand();
    void queuesForwardsWithTheirDelivery();
    void sendsWhatWaitsElsewhere();
    void endsWhatWaitedTooLong();
    void endsOnlySoManyAtOnceAndNothingThatIsRemoved();
};

constexpr qint64 now = 1'795'428'000'000'000;

static Delivery delivery()
{
    Delivery made{.receivedAt = now, .endpoint = u"/"_s};
    made.request = {.method = "POST", .target = "/hooks/smile?a=b", .body = "{}"};
    made.event = {.topic = u"customer/updated"_s, .account = u"50271"_s};
    made.verdict.signature = signature::Signature::Invalid;
    made.verdict.freshness = signature::Freshness::Stale;
    return made;
}

void TstAnswerRules::fitsWhatItNames_data()
{
    using signature::Freshness;
    using signature::Signature;
    QTest::addColumn<AnswerRule>("rule");
    QTest::addColumn<int>("occurrence");
    QTest::addColumn<bool>("expected");

    const auto when = [](const RuleCondition &condition) { return AnswerRule{.when = condition}; };
    QTest::newRow("everything") << AnswerRule() << 1 << true;
    QTest::newRow("its method") << when({.method = "POST"}) << 1 << true;
    QTest::newRow("another method") << when({.method = "GET"}) << 1 << false;
    QTest::newRow("its path, the query apart") << when({.path = u"/hooks/smile"_s}) << 1 << true;
    QTest::newRow("a path with a star") << when({.path = u"/hooks/*"_s}) << 1 << true;
    QTest::newRow("a star in the middle") << when({.path = u"/*/smile"_s}) << 1 << true;
    QTest::newRow("a part of its path") << when({.path = u"/hooks"_s}) << 1 << false;
    QTest::newRow("a topic with a star") << when({.topic = u"customer/*"_s}) << 1 << true;
    QTest::newRow("another topic") << when({.topic = u"ping"_s}) << 1 << false;
    QTest::newRow("its account") << when({.account = u"50271"_s}) << 1 << true;
    QTest::newRow("its verdict") << when({.signature = Signature::Invalid}) << 1 << true;
    QTest::newRow("another verdict") << when({.signature = Signature::Verified}) << 1 << false;
    QTest::newRow("its freshness") << when({.freshness = Freshness::Stale}) << 1 << true;
    QTest::newRow("another freshness") << when({.freshness = Freshness::Fresh}) << 1 << false;
    QTest::newRow("its freshness, but another signature")
        << when({.signature = Signature::Verified, .freshness = Freshness::Stale}) << 1 << false;
    QTest::newRow("the second of two") << AnswerRule{.failFirst = 2} << 2 << true;
    QTest::newRow("the third of two") << AnswerRule{.failFirst = 2} << 3 << false;
}

void TstAnswerRules::fitsWhatItNames()
{
    QFETCH(AnswerRule, rule);
    QFETCH(int, occurrence);
    QFETCH(bool, expected);
    QCOMPARE(fits(rule, delivery(), occurrence, now), expected);
}

void TstAnswerRules::endsAtItsTime()
{
    const AnswerRule rule{.until = now};
    QVERIFY(fits(rule, delivery(), 1, now - 1));
    QVERIFY(!fits(rule, delivery(), 1, now));
}

void TstAnswerRules::tellsUntilWhenAnswersAreBad()
{
    Endpoint endpoint;
    QCOMPARE(answersBadlyUntil(endpoint, now), 0);
    endpoint.rules.answers = {{.answer = {.status = 202}, .until = now + 9},
                              {.answer = {.status = 503}, .until = now + 5},
                              {.fault = Fault::Hang, .until = now + 7}};
    QCOMPARE(answersBadlyUntil(endpoint, now), now + 7);
    QCOMPARE(answersBadlyUntil(endpoint, now + 7), 0);
    endpoint.profile.status = 500;
    QCOMPARE(answersBadlyUntil(endpoint, now), forGood);
    endpoint.enabled = false;
    QCOMPARE(answersBadlyUntil(endpoint, now), 0);
}

static Rules someRules()
{
    Rules rules{.handshake = true, .subject = u"/a~1b/id"_s};
    rules.answers = {{.when = {.method = "POST",
                               .topic = u"customer/*"_s,
                               .signature = signature::Signature::Verified,
                               .freshness = signature::Freshness::Future},
                      .answer = {.status = 503,
                                 .fields = {{"Retry-After", "5"}},
                                 .body = "\xff\x00"_ba,
                                 .delayMilliseconds = 20},
                      .fault = Fault::SlowBody,
                      .failFirst = 2,
                      .until = now,
                      .minutes = 30}};
    rules.forwards = {{.target = u"http://localhost:3000/"_s,
                       .authorityFile = u"/tmp/ca.pem"_s,
                       .pin = u"3F:9A"_s,
                       .checkCertificate = false,
                       .relays = true,
                       .relayMilliseconds = 500,
                       .retries = 3}};
    return rules;
}

void TstAnswerRules::staysInTheStore()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"a.hookglass"_s);
    Endpoint endpoint;
    endpoint.rules = someRules();
    {
        const auto store = Store::open(file, Access::Write);
        QVERIFY(store && (*store)->setEndpoints({endpoint}));
    }
    const auto store = Store::open(file, Access::Write);
    QVERIFY(store);
    QCOMPARE((*store)->endpoints()->first(), endpoint);
}

void TstAnswerRules::neverDecidesWhatItDoesNotUnderstand()
{
    QCOMPARE(readRules(writeRules(someRules())), someRules());
    QVERIFY(writeRules({}).isEmpty());
    for (const char *json : {"", "[", "{}", R"({"answers":[{"fault":"explode"}]})",
                             R"({"answers":[{"fault":"none","signature":"perhaps"}]})",
                             R"({"answers":[{"fault":"none","freshness":"perhaps"}]})"})
        QVERIFY2(readRules(json).answers.isEmpty(), json);
    QCOMPARE(readRules(R"({"subject":"no pointer"})").subject, QString());
}

void TstAnswerRules::queuesForwardsWithTheirDelivery()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"a.hookglass"_s);
    const QString target = u"http://localhost:3000/"_s;
    {
        const auto store = Store::open(file, Access::Write);
        QVERIFY(store);
        (*store)->setForwards({{u"/"_s, {target}}});
        Batch batch;
        batch.deliveries = {std::make_shared<const Delivery>(delivery()),
                            std::make_shared<const Delivery>(delivery())};
        QVERIFY((*store)->append(batch));
        QVERIFY(!(*store)->nextForward(u"/other"_s, target).operator*());
    }
    const auto store = Store::open(file, Access::Write);
    QVERIFY(store);
    const QList<ForwardQueue> both{{.endpoint = u"/"_s, .target = target, .waiting = 2}};
    QCOMPARE(*(*store)->waitingForwards(), both);
    QVERIFY((*store)->remove({1}, 1));
    QCOMPARE((*store)->waitingForwards()->first().waiting, 1);
    QVERIFY((*store)->restore(1));
    const ForwardTask first = (*store)->nextForward(u"/"_s, target)->value();
    QCOMPARE(first.delivery, 1);
    QCOMPARE(first.since, now);
    QVERIFY((*store)->postponeForward(first.id, 2, now + 5));
    QCOMPARE((*store)->nextForward(u"/"_s, target)->value().tries, 2);
    QVERIFY((*store)->endForward(first.id));
    const ForwardTask second = (*store)->nextForward(u"/"_s, target)->value();
    QCOMPARE(second.delivery, 2);
    QCOMPARE((*store)->waitingForwards()->first().waiting, 1);
    QVERIFY((*store)->endForward(second.id));
    QVERIFY((*store)->waitingForwards()->isEmpty());
    QVERIFY(!(*store)->nextForward(u"/"_s, target).operator*());
}

static DeliveryPtr receivedAt(qint64 time)
{
    Delivery one = delivery();
    one.receivedAt = time;
    return std::make_shared<const Delivery>(one);
}

void TstAnswerRules::sendsWhatWaitsElsewhere()
{
    const QTemporaryDir folder;
    const auto store = Store::open(folder.filePath(u"a.hookglass"_s), Access::Write);
    QVERIFY(store);
    const ForwardQueue before{.endpoint = u"/"_s, .target = u"http://a:1/"_s};
    const ForwardQueue after{.endpoint = u"/"_s, .target = u"http://b:2/"_s, .waiting = 2};
    (*store)->setForwards({{u"/"_s, {before.target}}});
    QVERIFY((*store)->append({.deliveries = {receivedAt(1), receivedAt(2), receivedAt(3)}}));
    const Attempt there{
        .delivery = 2, .target = after.target, .signing = u"as-received"_s, .source = u"forward"_s};
    QVERIFY((*store)->append(QList<Attempt>{there}));
    QVERIFY((*store)->redirectForwards(before, after));
    QCOMPARE(*(*store)->waitingForwards(), QList<ForwardQueue>{after}); // one got there already
    QCOMPARE((*store)->nextForward(u"/"_s, after.target)->value().delivery, 1);
    QVERIFY((*store)->dropForwards(after));
    QVERIFY((*store)->waitingForwards()->isEmpty());
}

void TstAnswerRules::endsWhatWaitedTooLong()
{
    const QTemporaryDir folder;
    const auto store = Store::open(folder.filePath(u"a.hookglass"_s), Access::Write);
    QVERIFY(store);
    const QString target = u"http://localhost:3000/"_s;
    (*store)->setForwards({{u"/"_s, {target}}});
    QVERIFY((*store)->append({.deliveries = {receivedAt(1'000), receivedAt(2'000)}}));
    const auto ended = (*store)->endForwardsBefore(2'000, 9);
    QVERIFY(ended && ended->size() == 1);
    QCOMPARE((*store)->nextForward(u"/"_s, target)->value().delivery, 2);
    const auto attempts = (*store)->attempts(1);
    QVERIFY(attempts && attempts->size() == 1);
    QCOMPARE(ended->first().id, attempts->first().id);
    QCOMPARE(ended->first().delivery, 1);
    QCOMPARE(attempts->first().target, target);
    QCOMPARE(attempts->first().error->why, u"It waited longer than a day."_s);
    QVERIFY((*store)->attempts(2)->isEmpty());
}

void TstAnswerRules::endsOnlySoManyAtOnceAndNothingThatIsRemoved()
{
    const QTemporaryDir folder;
    const auto store = Store::open(folder.filePath(u"a.hookglass"_s), Access::Write);
    QVERIFY(store);
    (*store)->setForwards({{u"/"_s, {u"http://localhost:3000/"_s}}});
    QVERIFY((*store)->append({.deliveries = {receivedAt(1), receivedAt(2), receivedAt(3)}}));
    QVERIFY((*store)->remove({1}, 1));
    const auto endOne = [&store] {
        const auto ended = (*store)->endForwardsBefore(4, 1);
        return ended && !ended->isEmpty() ? ended->first().delivery : 0;
    };
    QCOMPARE(endOne(), 2);
    QCOMPARE(endOne(), 3);
    QCOMPARE(endOne(), 0);
    QVERIFY((*store)->restore(1));
    QCOMPARE(endOne(), 1);
    QVERIFY((*store)->waitingForwards()->isEmpty());
}

QTEST_APPLESS_MAIN(TstAnswerRules)
#include "tst_answerrules.moc"
