// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/backoff.h"
#include "resend/conformanceoutcome.h"
#include "resend/sample.h"
#include "signature/catalogue.h"
#include "signature/signer.h"
#include "signature/verifier.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace resend;
using signature::Freshness;
using signature::Signature;

class TstConformance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsWhatItsNameSays_data();
    void sendsWhatItsNameSays();
    void turnsTheCaseOfTheSignatureAlone();
    void movesTheTimeThatABodyTells_data();
    void movesTheTimeThatABodyTells();
    void leavesOutWhatASchemeCannotTell();
    void signsForEverySchemeWithATemplate();
    void knowsWhatIsExpectedByTheId();
    void saysHowEachIsSigned();
    void namesTheSecretThatSignsEach();
    void namesWhatIsWrong();
    void asksWhyTheGoodOneIsRefused();
    void tellsWhyTheGoodOneIsRefused_data();
    void tellsWhyTheGoodOneIsRefused();
    void namesOneFaultOnce_data();
    void namesOneFaultOnce();
    void readsItsReportBack();
    void saysWhatItCouldNotTry();
    void waitsTwiceAsLongEachTime();
    void fillsPlaceholders();
    void everyTemplateIsOfAKnownScheme();
};

constexpr qint64 now = 1'795'428'000'000'000;

static signature::SecretPtr secret(const char *text)
{
    QByteArray bytes = text;
    return signature::Secret::take({}, bytes);
}

static Basis basisOf(const QString &scheme, const Sample &sample)
{
    Basis basis{.scheme = signature::schemeById(scheme).value(),
                .secrets = {secret("0123456789abcdef"), secret("fedcba9876543210")}};
    const Sample body = filled(sample, {.now = now});
    basis.request = {.method = "POST", .target = "/", .framing = http::Framing::ContentLength};
    basis.request.fields
        = {{"Host", "localhost"}, {"Content-Length", QByteArray::number(body.body.size())}};
    basis.request.fields.append(body.fields);
    basis.request.body = body.body;
    basis.earlier = filled(sample, {.now = now - 3'600'000'000}).body;
    return basis;
}

static Basis smileBasis()
{
    return basisOf(u"smile"_s, sampleFor(u"smile", u"customer/updated").value());
}

static std::optional<ConformanceCase> caseOf(const Basis &basis, const QByteArray &id)
{
    for (const ConformanceCase &wanted : conformanceCases(basis)) {
        if (wanted.id == id)
            return wanted;
    }
    return {};
}

void TstConformance::sendsWhatItsNameSays_data()
{
    QTest::addColumn<Signature>("signature");
    QTest::addColumn<Freshness>("freshness");

    QTest::newRow("good") << Signature::Verified << Freshness::Fresh;
    QTest::newRow("as-received") << Signature::Verified << Freshness::Fresh;
    QTest::newRow("wrong-secret") << Signature::Invalid << Freshness::Fresh;
    QTest::newRow("rotated-secret") << Signature::Invalid << Freshness::Fresh;
    QTest::newRow("altered-body") << Signature::Invalid << Freshness::Fresh;
    QTest::newRow("altered-timestamp") << Signature::Invalid << Freshness::Fresh;
    QTest::newRow("missing-signature") << Signature::Unsigned << Freshness::Fresh;
    QTest::newRow("malformed-signature") << Signature::Malformed << Freshness::Fresh;
    QTest::newRow("cut-signature") << Signature::Malformed << Freshness::Fresh;
    QTest::newRow("other-case-signature") << Signature::Invalid << Freshness::Fresh;
    QTest::newRow("missing-timestamp") << Signature::Invalid << Freshness::Missing;
    QTest::newRow("malformed-timestamp") << Signature::Verified << Freshness::Malformed;
    QTest::newRow("stale") << Signature::Verified << Freshness::Stale;
    QTest::newRow("just-outside") << Signature::Verified << Freshness::Stale;
    QTest::newRow("at-the-limit") << Signature::Verified << Freshness::Stale;
    QTest::newRow("just-inside") << Signature::Verified << Freshness::Fresh;
    QTest::newRow("future") << Signature::Verified << Freshness::Future;
    QTest::newRow("huge") << Signature::Verified << Freshness::Fresh;
}

void TstConformance::sendsWhatItsNameSays()
{
    QFETCH(Signature, signature);
    QFETCH(Freshness, freshness);
    const Basis basis = smileBasis();
    const auto wanted = caseOf(basis, QTest::currentDataTag());
    QVERIFY(wanted);
    QVERIFY(!wanted->title.isEmpty() && !wanted->why.isEmpty());
    const auto request = requestOf(*wanted, basis, 0, now);
    QVERIFY(request);
    const auto verdict
        = signature::verify(*request, basis.scheme, {basis.secrets.front()}, now, {});
    QCOMPARE(verdict.signature, signature);
    QCOMPARE(verdict.freshness, freshness);
    QCOMPARE(http::value(request->fields, "Content-Length"),
             QByteArray::number(request->body.size()));
}

void TstConformance::turnsTheCaseOfTheSignatureAlone()
{
    int turned = 0;
    for (const Sample &sample : allSamples()) {
        const Basis basis = basisOf(sample.scheme, sample);
        const auto wanted = caseOf(basis, "other-case-signature");
        if (!wanted)
            continue;
        const auto other = requestOf(*wanted, basis, 0, now);
        QVERIFY(other);
        // Neither unsigned nor malformed: what stands beside it is as before.
        const auto verdict
            = signature::verify(*other, basis.scheme, {basis.secrets.front()}, now, {});
        QVERIFY2(verdict.signature == Signature::Invalid, qPrintable(sample.id));
        ++turned;
    }
    QVERIFY(turned >= 3);
    const Basis smile = smileBasis();
    const auto value = [&smile](const char *id) {
        return http::value(requestOf(*caseOf(smile, id), smile, 0, now)->fields, "Smile-Signature")
            .value();
    };
    QVERIFY(value("good") != value("other-case-signature"));
    QCOMPARE(value("good").toLower(), value("other-case-signature").toLower());
}

void TstConformance::movesTheTimeThatABodyTells_data()
{
    QTest::addColumn<Freshness>("freshness");

    QTest::newRow("good") << Freshness::Fresh;
    QTest::newRow("stale") << Freshness::Stale;
    QTest::newRow("just-inside") << Freshness::Fresh;
    QTest::newRow("future") << Freshness::Future;
    QTest::newRow("out-of-order") << Freshness::Fresh;
}

void TstConformance::movesTheTimeThatABodyTells()
{
    Basis basis = basisOf(u"linear"_s, sampleFor(u"linear", u"Issue").value());
    basis.earlier = R"({"webhookTimestamp":1})";
    const auto wanted = caseOf(basis, QTest::currentDataTag());
    QVERIFY(wanted);
    const auto request = requestOf(*wanted, basis, wanted->requests - 1, now);
    QVERIFY(request);
    const auto verdict
        = signature::verify(*request, basis.scheme, {basis.secrets.front()}, now, {});
    QCOMPARE(verdict.signature, Signature::Verified);
    QTEST(verdict.freshness, "freshness");
}

void TstConformance::leavesOutWhatASchemeCannotTell()
{
    const Basis github = basisOf(u"github"_s, sampleFor(u"github", u"push").value());
    QVERIFY(caseOf(github, "altered-body"));
    QVERIFY(!caseOf(github, "stale"));
    QVERIFY(!caseOf(github, "other-case-signature"));
    QVERIFY(!caseOf(github, "missing-timestamp"));
    const Basis gitlab = basisOf(u"gitlab"_s, sampleFor(u"gitlab", u"Push Hook").value());
    QVERIFY(caseOf(gitlab, "wrong-secret"));
    QVERIFY(!caseOf(gitlab, "altered-body"));
    Basis one = smileBasis();
    one.secrets.pop_back();
    QVERIFY(!caseOf(one, "rotated-secret"));
    QCOMPARE(conformanceCases(one).constFirst().id, "good"_ba);
}

void TstConformance::signsForEverySchemeWithATemplate()
{
    for (const Sample &sample : allSamples()) {
        const Basis basis = basisOf(sample.scheme, sample);
        for (const ConformanceCase &wanted : conformanceCases(basis))
            QVERIFY2(wanted.promptness || requestOf(wanted, basis, 0, now),
                     qPrintable(sample.id + u' ' + QString::fromLatin1(wanted.id)));
        const auto good = requestOf(conformanceCases(basis).constFirst(), basis, 0, now);
        const auto verdict
            = signature::verify(*good, basis.scheme, {basis.secrets.front()}, now, {});
        QVERIFY2(verdict.signature == Signature::Verified, qPrintable(sample.id));
    }
}

static capture::Attempt answered(int status)
{
    capture::Attempt attempt;
    attempt.response = http::Response{.status = status};
    attempt.times.total = 3;
    return attempt;
}

// Also where the request at hand would make no such case.
void TstConformance::knowsWhatIsExpectedByTheId()
{
    const Basis basis = smileBasis();
    for (const ConformanceCase &one : conformanceCases(basis))
        QVERIFY2(expectationOf(one.id, basis.scheme) == one.expects, one.id.constData());
    QVERIFY(expectationOf("altered-body", {}) == Expectation::Refuses);
    QVERIFY(expectationOf("rotated-secret", {}) == Expectation::Accepts);
    QVERIFY(!expectationOf("second-secret", basis.scheme));
}

void TstConformance::saysHowEachIsSigned()
{
    const QHash<QByteArray, QString> words{{"good", u"now"_s},
                                           {"huge", u"now"_s},
                                           {"just-inside", u"signed"_s},
                                           {"at-the-limit", u"signed"_s},
                                           {"just-outside", u"signed"_s},
                                           {"duplicate", u"signed"_s},
                                           {"stale", u"stale"_s},
                                           {"future", u"future"_s},
                                           {"wrong-secret", u"wrong"_s},
                                           {"cut-signature", u"wrong"_s},
                                           {"missing-signature", u"none"_s}};
    const Basis basis = smileBasis();
    int told = 0;
    for (const ConformanceCase &one : conformanceCases(basis)) {
        const QString word = signingWord(one, basis.scheme);
        if (words.contains(one.id))
            QCOMPARE(word, words.value(one.id));
        told += words.contains(one.id);
    }
    QCOMPARE(told, words.size());
}

void TstConformance::namesTheSecretThatSignsEach()
{
    const QHash<QByteArray, QString> labels{
        {"good", u"Dev store"_s},  {"rotated-secret", u"Before"_s},
        {"stale", u"Dev store"_s}, {"wrong-secret", {}},
        {"altered-body", {}},      {"missing-signature", {}},
        {"future", u"Dev store"_s}};
    Basis basis = smileBasis();
    QByteArray newer = "0123456789abcdef";
    QByteArray older = "fedcba9876543210";
    basis.secrets = {signature::Secret::take(u"Dev store"_s, newer),
                     signature::Secret::take(u"Before"_s, older)};
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        const auto wanted = caseOf(basis, label.key());
        QVERIFY2(wanted, label.key().constData());
        QCOMPARE(signingSecret(*wanted, basis), label.value());
    }
}

void TstConformance::namesWhatIsWrong()
{
    const Basis basis = smileBasis();
    const auto outcome = [&](const char *id, const QList<capture::Attempt> &attempts) {
        return judged(*caseOf(basis, id), attempts);
    };
    QVERIFY(outcome("good", {answered(204)}).passed);
    QVERIFY(!outcome("good", {answered(302)}).passed);
    QVERIFY(outcome("stale", {answered(400)}).passed);
    QVERIFY(outcome("stale", {answered(500)}).reason.contains(u"500"));
    QCOMPARE(outcome("stale", {answered(200)}).reason,
             u"It does not check how old a webhook is."_s);
    QVERIFY(!outcome("duplicate", {answered(200), answered(409)}).passed);
    QCOMPARE(outcome("good", {capture::Attempt()}).seen, u"no answer"_s);
    capture::Attempt late = answered(200);
    late.times.total = 60'000;
    QVERIFY(!outcome("prompt", {late}).passed);
    QVERIFY(outcome("prompt", {answered(200)}).passed);
}

static QByteArrayList idsOf(const QList<ConformanceCase> &cases)
{
    QByteArrayList ids;
    for (const ConformanceCase &one : cases)
        ids.append(one.id);
    return ids;
}

void TstConformance::asksWhyTheGoodOneIsRefused()
{
    Basis basis = smileBasis();
    QCOMPARE(idsOf(probes(basis)), QByteArrayList({"second-secret", "plain-body"}));
    const auto second = requestOf(probes(basis).constFirst(), basis, 0, now);
    QVERIFY(second);
    QCOMPARE(signature::verify(*second, basis.scheme, {basis.secrets.at(1)}, now, {}).signature,
             Signature::Verified);
    const auto plain = requestOf(probes(basis).constLast(), basis, 0, now);
    QVERIFY(plain);
    QCOMPARE(plain->body, "{}"_ba);
    QCOMPARE(signature::verify(*plain, basis.scheme, {basis.secrets.front()}, now, {}).signature,
             Signature::Verified);
    basis.secrets.pop_back();
    basis.request.body = "a=1";
    QVERIFY(probes(basis).isEmpty());
    const auto good = *caseOf(basis, "good");
    QVERIFY(needsProbes(judged(good, {answered(401)})));
    QVERIFY(!needsProbes(judged(good, {answered(500)})));
    QVERIFY(!needsProbes(judged(good, {answered(200)})));
    QVERIFY(!needsProbes(judged(*caseOf(basis, "slow"), {answered(401)})));
}

void TstConformance::tellsWhyTheGoodOneIsRefused_data()
{
    QTest::addColumn<ProbeAnswers>("answers");
    QTest::addColumn<QString>("said");
    QTest::newRow("the second secret only")
        << ProbeAnswers{{"second-secret", 204}, {"plain-body", 401}}
        << u"It knows the second secret only"_s;
    QTest::newRow("the JSON written again")
        << ProbeAnswers{{"second-secret", 401}, {"plain-body", 200}}
        << u"parses the JSON and writes it again"_s;
    QTest::newRow("neither of two secrets, or another text")
        << ProbeAnswers{{"second-secret", 401}, {"plain-body", 401}}
        << u"the body {} as well. It has neither secret, or computes another text"_s;
    QTest::newRow("another secret, or another text")
        << ProbeAnswers{{"plain-body", 401}}
        << u"the body {} as well. It has another secret, or computes another text"_s;
    QTest::newRow("no probe was answered")
        << ProbeAnswers{{"plain-body", 0}}
        << u"signed right. It has another secret, or computes another text"_s;
}

void TstConformance::tellsWhyTheGoodOneIsRefused()
{
    QFETCH(ProbeAnswers, answers);
    QFETCH(QString, said);
    const QString reason = refusalReason(answers);
    QVERIFY2(reason.contains(said), qPrintable(reason));
}

// One fault is not told as five.
void TstConformance::namesOneFaultOnce_data()
{
    QTest::addColumn<QList<QByteArray>>("before");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QString>("reason");
    using Ids = QList<QByteArray>;
    QTest::newRow("nothing compared")
        << Ids{"wrong-secret"} << 200 << "cut-signature"_ba
        << u"It does not compare the signature, as in “Signed with another secret”."_s;
    QTest::newRow("a part compared")
        << Ids() << 200 << "cut-signature"_ba << u"It compares a part of the signature only."_s;
    QTest::newRow("everything refused")
        << Ids{"good"} << 401 << "huge"_ba
        << u"It refuses what is signed right, as in “A good webhook”."_s;
    QTest::newRow("large ones refused")
        << Ids() << 413 << "huge"_ba << u"It does not take bodies of this size."_s;
    QTest::newRow("no time checked") << Ids{"stale", "just-outside"} << 200 << "at-the-limit"_ba
                                     << u"It does not check the time, as in “Too old”."_s;
    QTest::newRow("a wider limit")
        << Ids{"just-outside"} << 200 << "at-the-limit"_ba
        << u"Its limit is wider than the sender's, as in “Just outside the limit”."_s;
    QTest::newRow("a fault of another kind")
        << Ids{"good"} << 500 << "huge"_ba
        << u"It fails with 500. It does not take bodies of this size."_s;
}

void TstConformance::namesOneFaultOnce()
{
    QFETCH(QList<QByteArray>, before);
    QFETCH(int, status);
    QFETCH(QByteArray, id);
    const Basis basis = smileBasis();
    QList<ConformanceOutcome> outcomes;
    for (const QByteArray &failed : before) {
        const auto wanted = caseOf(basis, failed);
        const bool accepts = wanted->expects == Expectation::Accepts;
        outcomes.append(judged(*wanted, {answered(accepts ? 401 : 200)}, outcomes));
        QVERIFY(!outcomes.constLast().passed);
    }
    QTEST(judged(*caseOf(basis, id), {answered(status)}, outcomes).reason, "reason");
}

void TstConformance::saysWhatItCouldNotTry()
{
    resend::ConformanceReport report;
    report.outcomes = {{.wanted = {.id = "good"}}};
    QVERIFY(!resend::untried(report).isEmpty());
    report.outcomes.append({.wanted = {.id = "rotated-secret"}});
    QCOMPARE(resend::untried(report), QString());
}

void TstConformance::readsItsReportBack()
{
    const Basis basis = smileBasis();
    ConformanceReport report{.at = now, .scheme = u"smile"_s, .target = u"http://localhost/"_s};
    report.outcomes = {judged(*caseOf(basis, "good"), {answered(200)}),
                       judged(*caseOf(basis, "stale"), {answered(200)})};
    const auto before = readReport(writeReport(report));
    QVERIFY(before);
    QCOMPARE(before->size(), 2);
    QCOMPARE(changeOf(judged(*caseOf(basis, "stale"), {answered(401)}), *before), Change::Fixed);
    QCOMPARE(changeOf(judged(*caseOf(basis, "good"), {answered(401)}), *before), Change::Regressed);
    QCOMPARE(changeOf(report.outcomes.first(), *before), Change::None);
    QVERIFY(!readReport("{}"));
    QVERIFY(!readReport("[1"));
}

void TstConformance::waitsTwiceAsLongEachTime()
{
    using namespace std::chrono_literals;
    const Backoff backoff{.first = 1s, .longest = 5s, .until = 60s};
    QCOMPARE(nextTry(backoff, 1, 0s).value(), std::chrono::milliseconds(1s));
    QCOMPARE(nextTry(backoff, 3, 0s).value(), std::chrono::milliseconds(4s));
    QCOMPARE(nextTry(backoff, 100, 0s).value(), std::chrono::milliseconds(5s));
    QVERIFY(nextTry(backoff, 100, 55s));
    QVERIFY(!nextTry(backoff, 100, 56s));
}

void TstConformance::fillsPlaceholders()
{
    const auto sample = readSample(u"x"_s, R"({"scheme":"smile","topic":"t","title":"T",
        "headers":{"X-Id":"{uuid}"},
        "body":{"b":"{now-iso-ms}","a":"#{now}","n":9007199254740993,"f":1.50,
                "id":"{uuid}","s":"#{sequence}","o":{}}})");
    QVERIFY(sample);
    const Sample done = filled(*sample, {.now = now, .sequence = 7});
    const QByteArray id = http::value(done.fields, "X-Id").value();
    QCOMPARE(id.size(), 36);
    QCOMPARE(
        done.body,
        R"({"b":"2026-11-23T10:00:00.000Z","a":1795428000,"n":9007199254740993,"f":1.50,"id":")"
            + id + R"(","s":7,"o":{}})");
    QVERIFY(!readSample(u"x"_s, R"({"scheme":"smile","topic":"t","title":"T"})"));
    QVERIFY(!readSample(u"x"_s, R"({"scheme":"s","topic":"t","title":"T","body":{},"more":1})"));
}

void TstConformance::everyTemplateIsOfAKnownScheme()
{
    QSet<QString> schemes;
    for (const Sample &sample : allSamples()) {
        QVERIFY2(signature::schemeById(sample.scheme), qPrintable(sample.id));
        QVERIFY2(!filled(sample, {.now = now}).body.contains("{now"), qPrintable(sample.id));
        schemes.insert(sample.scheme);
    }
    QVERIFY(schemes.size() >= 11);
    QCOMPARE(sampleFor(u"smile", u"ping")->body, R"({"account_id":0,"data":{},"topic":"ping"})"_ba);
    QCOMPARE(sampleFor(u"smile", u"customer/updated")->id, u"smile-customer-updated"_s);
    QVERIFY(sampleById(u"smile-customer-updated-vip")->body.contains("\"id\":9007199254740993"));
}

QTEST_APPLESS_MAIN(TstConformance)
#include "tst_conformance.moc"
