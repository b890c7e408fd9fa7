// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/answerchoice.h"
#include "listener/responder.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace listener;

class TstAnswerChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersByTheProfileWithoutARule();
    void answers404WithoutAnEndpoint();
    void takesTheFirstRuleThatFits();
    void failsTheFirstDeliveriesOfAnEvent();
    void countsOnlyWhatARuleFits();
    void countsWhereverARuleStands();
    void countsARuleThatStandsTwiceOnce();
    void countsFromWhenTheRuleBegan();
    void goesBackToTheProfileInTime();
    void answersChallengesByChoiceOnly();
    void answersAChallengeToTheByte_data();
    void answersAChallengeToTheByte();
    void failsAChallengeWithoutItsSecret();
    void waitsForATargetThatIsRelayed();
    void forgetsOldEvents();
    void forgetsWhatOtherRulesCounted_data();
    void forgetsWhatOtherRulesCounted();
};

constexpr qint64 now = 1'795'428'000'000'000;

static capture::Delivery delivery(const QByteArray &body)
{
    capture::Delivery made{.endpoint = u"/"_s};
    made.request = {.method = "POST", .target = "/", .body = body};
    return made;
}

static Routes routes(const capture::Rules &rules, const QString &scheme = u"smile"_s)
{
    capture::Endpoint endpoint{.scheme = scheme, .rules = rules};
    endpoint.profile.status = 204;
    return Routes::make({endpoint}, {});
}

static capture::AnswerRule answering(int status)
{
    capture::AnswerRule rule;
    rule.answer.status = status;
    return rule;
}

void TstAnswerChoice::answersByTheProfileWithoutARule()
{
    EventCounter events;
    const AnswerChoice choice = choose(routes({}), delivery("{}"), events, now);
    QCOMPARE(choice.profile.status, 204);
    QCOMPARE(choice.source, u"profile"_s);
    QCOMPARE(choice.rule, QString());
}

void TstAnswerChoice::answers404WithoutAnEndpoint()
{
    EventCounter events;
    Routes none = routes({});
    none.endpoints.first().enabled = false;
    QCOMPARE(choose(none, delivery("{}"), events, now).profile.status, 404);
}

void TstAnswerChoice::takesTheFirstRuleThatFits()
{
    capture::Rules rules;
    rules.answers = {answering(500), answering(503), answering(502)};
    rules.answers[0].when.method = "GET";
    rules.answers[1].fault = capture::Fault::Reset;
    EventCounter events;
    const AnswerChoice choice = choose(routes(rules), delivery("{}"), events, now);
    QCOMPARE(choice.profile.status, 503);
    QCOMPARE(choice.fault, capture::Fault::Reset);
    QCOMPARE(choice.source, u"rule"_s);
    QCOMPARE(choice.rule, u"Every webhook: reset"_s);
}

void TstAnswerChoice::failsTheFirstDeliveriesOfAnEvent()
{
    capture::Rules rules;
    rules.answers = {answering(500)};
    rules.answers[0].failFirst = 2;
    EventCounter events;
    QList<int> statuses;
    for (const char *body : {"a", "b", "a", "a", "b", "b"})
        statuses.append(choose(routes(rules), delivery(body), events, now).profile.status);
    QCOMPARE(statuses, (QList<int>{500, 500, 500, 204, 500, 204}));
}

static capture::Delivery deliveryTo(const QByteArray &path)
{
    capture::Delivery made = delivery("ping");
    made.request.target = path;
    return made;
}

void TstAnswerChoice::countsOnlyWhatARuleFits()
{
    capture::Rules rules;
    rules.answers = {answering(500), answering(502), answering(503)};
    rules.answers[0].when.path = u"/five"_s;
    rules.answers[1].when.path = u"/close"_s;
    rules.answers[2].when.path = u"/first"_s;
    rules.answers[2].failFirst = 2;
    EventCounter events;
    QList<int> statuses;
    for (const char *path : {"/five", "/five", "/close", "/first", "/first", "/first"})
        statuses.append(choose(routes(rules), deliveryTo(path), events, now).profile.status);
    QCOMPARE(statuses, (QList<int>{500, 500, 502, 503, 503, 204}));
}

void TstAnswerChoice::countsWhereverARuleStands()
{
    capture::Rules rules;
    rules.answers = {answering(502), answering(500)};
    rules.answers[0].failFirst = 1;
    rules.answers[1].failFirst = 2;
    EventCounter events;
    QList<int> statuses;
    for (int i = 0; i < 3; ++i)
        statuses.append(choose(routes(rules), delivery("a"), events, now).profile.status);
    QCOMPARE(statuses, (QList<int>{502, 500, 204}));
}

void TstAnswerChoice::countsARuleThatStandsTwiceOnce()
{
    capture::Rules rules;
    rules.answers = {answering(500), answering(503)};
    rules.answers[0].failFirst = 2;
    rules.answers[1].failFirst = 2;
    EventCounter events;
    QList<int> statuses;
    for (int i = 0; i < 3; ++i)
        statuses.append(choose(routes(rules), delivery("a"), events, now).profile.status);
    QCOMPARE(statuses, (QList<int>{500, 500, 204}));
}

void TstAnswerChoice::countsFromWhenTheRuleBegan()
{
    capture::Rules rules;
    rules.answers = {answering(500)};
    rules.answers[0].failFirst = 1;
    rules.answers[0].until = now;
    EventCounter events;
    QCOMPARE(choose(routes(rules), delivery("a"), events, now - 1).profile.status, 500);
    QCOMPARE(choose(routes(rules), delivery("a"), events, now - 1).profile.status, 204);
    rules.answers[0].until = now + 10;
    QCOMPARE(choose(routes(rules), delivery("a"), events, now).profile.status, 500);
}

void TstAnswerChoice::goesBackToTheProfileInTime()
{
    capture::Rules rules;
    rules.answers = {answering(500)};
    rules.answers[0].until = now;
    EventCounter events;
    QCOMPARE(choose(routes(rules), delivery("{}"), events, now - 1).profile.status, 500);
    QCOMPARE(choose(routes(rules), delivery("{}"), events, now).profile.status, 204);
}

void TstAnswerChoice::answersChallengesByChoiceOnly()
{
    const auto challenge = delivery(R"({"type":"url_verification","challenge":"abc"})");
    capture::Rules rules;
    rules.answers = {answering(500)};
    EventCounter events;
    QCOMPARE(choose(routes(rules, u"slack"_s), challenge, events, now).source, u"rule"_s);
    rules.handshake = true;
    const AnswerChoice choice = choose(routes(rules, u"slack"_s), challenge, events, now);
    QCOMPARE(choice.source, u"handshake"_s);
    QCOMPARE(choice.profile.status, 200);
    QCOMPARE(choice.profile.body, "abc"_ba);
    QCOMPARE(choose(routes(rules, u"slack"_s), delivery("{}"), events, now).source, u"rule"_s);
}

// As each sender's own pages describe its request and what it takes for an answer.
void TstAnswerChoice::answersAChallengeToTheByte_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<http::Request>("request");
    QTest::addColumn<QByteArray>("answer");
    const auto answer = [](const char *type, const QByteArray &body) {
        return "HTTP/1.1 200 OK\r\nDate: today\r\nContent-Type: "_ba + type
            + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    };
    const http::Field json{"Content-Type", "application/json"};

    QTest::newRow("Lark, without an Encrypt Key")
        << u"lark_feishu"_s
        << http::Request{.method = "POST",
                         .target = "/",
                         .fields = {json},
                         .body = R"({"challenge":"4d1ba7f0-c0de","token":"v3r1fy",)"
                                 R"("type":"url_verification"})"}
        << answer("application/json", R"({"challenge":"4d1ba7f0-c0de"})");
    QTest::newRow("LinkedIn, of an application with a parent")
        << u"linkedin"_s
        << http::Request{.method = "GET",
                         .target = "/?applicationId=21354&"
                                   "challengeCode=890e4665-4dfe-4ab1-b689-ed553bceeed0"}
        << answer("application/json",
                  R"({"challengeCode":"890e4665-4dfe-4ab1-b689-ed553bceeed0","challengeResponse":)"
                  R"("e9567c49fee6d803311de224f2be5dc1b7f61cae1810ae05866223f4caa1724f"})");
    QTest::newRow("Nylas, raw and not in chunks")
        << u"nylas"_s
        << http::Request{.method = "GET", .target = "/?challenge=bc609b38-c81f%2B47fb"}
        << answer("text/plain", "bc609b38-c81f+47fb");
    QTest::newRow("Twitch, raw")
        << u"twitch"_s
        << http::Request{.method = "POST",
                         .target = "/",
                         .fields
                         = {json,
                            {"Twitch-Eventsub-Message-Id", "e76c6bd4-55c9-4987-8304-da1588d8988b"},
                            {"Twitch-Eventsub-Message-Timestamp", "2026-11-23T10:00:00.634234626Z"},
                            {"Twitch-Eventsub-Message-Type", "webhook_callback_verification"},
                            {"Twitch-Eventsub-Subscription-Type", "channel.follow"}},
                         .body
                         = R"({"challenge":"hook-line-and-sinker","subscription":{"id":"f1c2",)"
                           R"("status":"webhook_callback_verification_pending","cost":1}})"}
        << answer("text/plain", "hook-line-and-sinker");
}

void TstAnswerChoice::answersAChallengeToTheByte()
{
    QFETCH(QString, scheme);
    QFETCH(http::Request, request);
    Routes asked = routes({.handshake = true}, scheme);
    QByteArray secret = "linkedin-client-secret";
    asked.secrets.insert(u"/"_s, {signature::Secret::take({}, secret)});
    EventCounter events;
    const capture::Delivery challenge{.endpoint = u"/"_s, .request = request};
    const AnswerChoice choice = choose(asked, challenge, events, now);
    QCOMPARE(choice.source, u"handshake"_s);
    QTEST(encode(choice.profile, {.date = "today"}), "answer");
}

void TstAnswerChoice::failsAChallengeWithoutItsSecret()
{
    const auto challenge = delivery(
        R"({"event":"endpoint.url_validation","payload":{"plainToken":"qgg8vlvZRS6UYooatFL8Aw"}})");
    Routes zoom = routes({.handshake = true}, u"zoom"_s);
    EventCounter events;
    const AnswerChoice choice = choose(zoom, challenge, events, now);
    QCOMPARE(choice.source, u"handshake: no secret"_s);
    QCOMPARE(choice.profile.status, 503);
    QVERIFY(choice.profile.body.contains("has no secret"));
    QCOMPARE(choose(zoom, delivery("{}"), events, now).source, u"profile"_s);
    QByteArray bytes = "secret";
    zoom.secrets.insert(u"/"_s, {signature::Secret::take({}, bytes)});
    QCOMPARE(choose(zoom, challenge, events, now).source, u"handshake"_s);
}

void TstAnswerChoice::waitsForATargetThatIsRelayed()
{
    capture::Rules rules;
    rules.forwards = {{.target = u"http://localhost/"_s}};
    EventCounter events;
    QCOMPARE(choose(routes(rules), delivery("{}"), events, now).relayMilliseconds, 0);
    rules.forwards[0].relays = true;
    rules.forwards[0].relayMilliseconds = 700;
    QCOMPARE(choose(routes(rules), delivery("{}"), events, now).relayMilliseconds, 700);
}

void TstAnswerChoice::forgetsOldEvents()
{
    EventCounter events;
    QCOMPARE(events.count("rule", "first"), 1);
    QCOMPARE(events.count("rule", "first"), 2);
    for (int i = 0; i < 10'000; ++i)
        events.count("rule", QByteArray::number(i));
    QCOMPARE(events.count("rule", "first"), 1);
}

void TstAnswerChoice::forgetsWhatOtherRulesCounted_data()
{
    QTest::addColumn<bool>("switchedOff");
    QTest::addColumn<int>("status");
    QTest::newRow("while it stays") << false << 204;
    QTest::newRow("once it was off") << true << 500;
}

void TstAnswerChoice::forgetsWhatOtherRulesCounted()
{
    QFETCH(bool, switchedOff);
    capture::Rules rules;
    rules.answers = {answering(500)};
    rules.answers[0].failFirst = 1;
    EventCounter events;
    QCOMPARE(choose(routes(rules), delivery("a"), events, now).profile.status, 500);
    capture::Rules between = rules;
    between.answers[0].until = switchedOff ? now : 0;
    between.answers.append(answering(404)); // others may come and go
    events.forgetOthers(routes(between));
    const AnswerChoice choice = choose(routes(rules), delivery("a"), events, now);
    QTEST(choice.profile.status, "status");
}

QTEST_APPLESS_MAIN(TstAnswerChoice)
#include "tst_answerchoice.moc"
