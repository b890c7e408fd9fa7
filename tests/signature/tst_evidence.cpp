// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/explanation.h"
#include "signature/verifier.h"
#include "support/smile.h"
#include "support/vectors.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using signature::Evidence;
using signature::Secrets;

namespace
{

constexpr qint64 second = 1'000'000;

Evidence explain(const http::Request &request, const Secrets &secrets, qint64 microseconds = 0,
                 const signature::Scheme &scheme = signature::smile())
{
    const qint64 receivedAt = smile::sentAt * second + microseconds;
    const auto verdict = signature::verify(request, scheme, secrets, receivedAt);
    return signature::explain(request, scheme, secrets, verdict, receivedAt);
}

Secrets one() { return {smile::secret(u"Dev store"_s)}; }

} // namespace

Q_DECLARE_METATYPE(http::Request)

class TstEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsBothValues();
    void showsTheSecretThatMatched();
    void computesForTheMalformed();
    void computesNothingWithoutOneTimestamp();
    void computesNothingWithoutASecret();
    void computesOfAnEmptyText();
    void saysWhatIsWithTheSignature_data();
    void saysWhatIsWithTheSignature();
    void saysThatOneOfSeveralHeadersIsExpected();
    void saysOfTheInvalidThatNoSecretIsAtHand();
    void saysHowOldItIs_data();
    void saysHowOldItIs();
    void saysWhatIsWithTheTimestamp_data();
    void saysWhatIsWithTheTimestamp();
    void saysWhichTimeATokenHasNot();
    void speaksOfSmilesSamplesForSmileOnly();
    void saysNothingOfTimeWithoutAScheme();
};

void TstEvidence::showsBothValues()
{
    const Evidence evidence = explain(smile::request("altered"), one());
    QCOMPARE(evidence.received, QByteArray(smile::pingSignature));
    QCOMPARE(evidence.signedText, QByteArray("1795428000.altered"));
    QCOMPARE(evidence.secret, u"Dev store"_s);
    QCOMPARE(evidence.computed.size(), 44);
    QVERIFY(evidence.computed != evidence.received);
}

void TstEvidence::showsTheSecretThatMatched()
{
    const Secrets secrets{smile::secret(u"empty"_s, ""), smile::secret(u"old"_s, "other"),
                          smile::secret(u"Dev store"_s)};
    const Evidence evidence = explain(smile::request(), secrets);
    QCOMPARE(evidence.secret, u"Dev store"_s);
    QCOMPARE(evidence.computed, QByteArray(smile::pingSignature));
    QCOMPARE(explain(smile::request("altered"), secrets).secret, u"old"_s);
}

void TstEvidence::computesForTheMalformed()
{
    const QByteArray hex = QByteArray::fromBase64(smile::pingSignature).toHex();
    const Evidence evidence = explain(smile::request(smile::ping, hex), one());
    QCOMPARE(evidence.received, hex);
    QCOMPARE(evidence.computed, QByteArray(smile::pingSignature));
}

void TstEvidence::computesNothingWithoutOneTimestamp()
{
    const auto none = smile::without(smile::request(), "Smile-Timestamp");
    QVERIFY(explain(none, one()).computed.isEmpty());
    QVERIFY(explain(none, one()).signedText.isEmpty());
    auto two = smile::request();
    two.fields.append(http::Field{"Smile-Timestamp", "1795428000"});
    QVERIFY(explain(two, one()).computed.isEmpty());
}

void TstEvidence::computesNothingWithoutASecret()
{
    const Evidence evidence = explain(smile::request(), {smile::secret(u"empty"_s, "")});
    QVERIFY(evidence.computed.isEmpty());
    QVERIFY(evidence.secret.isEmpty());
    QCOMPARE(evidence.signedText, QByteArray("1795428000.") + smile::ping);
}

// As GitHub's scheme signs an empty body. The digest was computed with openssl dgst.
void TstEvidence::computesOfAnEmptyText()
{
    const auto github = signature::schemeById(u"github"_s).value();
    const http::Request request{
        .method = "POST", .fields = {{"X-Hub-Signature-256", "sha256=" + QByteArray(64, '0')}}};
    const Evidence evidence = explain(request, one(), 0, github);
    QVERIFY(signature::hasSignedText(evidence));
    QVERIFY(evidence.signedText.isEmpty());
    QCOMPARE(evidence.computed,
             QByteArray("51694e6be296a61c772a66e8ac195efd50b80779d2cbb2c93e04bb6e4b289bf4"));
    QCOMPARE(evidence.secret, u"Dev store"_s);
    QCOMPARE(signature::emptyTextSentence(request, github),
             u"The signed text is empty, since the body is."_s);
    const auto untimed = smile::without(smile::request(), "Smile-Timestamp");
    QVERIFY(!signature::hasSignedText(explain(untimed, one())));
    const auto gitlab = signature::schemeById(u"gitlab"_s).value();
    QVERIFY(!signature::hasSignedText(explain(request, one(), 0, gitlab)));
}

void TstEvidence::saysWhatIsWithTheSignature_data()
{
    QTest::addColumn<http::Request>("request");
    QTest::addColumn<bool>("withSecret");
    QTest::addColumn<QString>("sentence");

    const auto add
        = [](const char *name, const http::Request &request, const QString &sentence,
             bool withSecret = true) { QTest::newRow(name) << request << withSecret << sentence; };
    const auto signedAs
        = [](const QByteArray &signature) { return smile::request(smile::ping, signature); };
    const QByteArray good = smile::pingSignature;
    auto twice = smile::request();
    twice.fields.append(http::Field{"Smile-Signature", good});
    auto twoTimes = smile::request();
    twoTimes.fields.append(http::Field{"Smile-Timestamp", "1795428000"});

    add("verified", smile::request(), u"Signed with secret “Dev store”."_s);
    add("invalid", smile::request("altered"), u"No stored secret matches."_s);
    add("no secret", smile::request(), u"Add the signing secret to check this webhook."_s, false);
    add("unsigned", smile::without(smile::request(), "Smile-Signature"),
        u"The Smile-Signature header is missing."_s);
    add("too short", signedAs(good.sliced(1)), u"Expected 44 Base64 characters, got 43."_s);
    add("empty", signedAs(""), u"Expected 44 Base64 characters, got 0."_s);
    add("another alphabet", signedAs(QByteArray(good).replace('/', '_')),
        u"Expected 44 Base64 characters; number 6, “_”, does not belong there."_s);
    add("not canonical", signedAs(good.chopped(2) + "l="),
        u"The Base64 text is not in its canonical form: it carries bits beyond the digest."_s);
    add("hidden by an export", signedAs("redacted-12"),
        u"The signature was hidden when this was exported, so it cannot be checked."_s);
    add("hidden, and no secret", signedAs("redacted-1"),
        u"The signature was hidden when this was exported, so it cannot be checked."_s, false);
    add("nearly as an export hides it", signedAs("redacted-1a"),
        u"Expected 44 Base64 characters, got 11."_s);
    add("twice", twice, u"The Smile-Signature header is there 2 times."_s);
    add("without a timestamp", smile::without(smile::request(), "Smile-Timestamp"),
        u"The Smile-Timestamp header is part of the signed text, and it is missing."_s);
    add("with two timestamps", twoTimes,
        u"The Smile-Timestamp header is part of the signed text, and it is there 2 times."_s);
}

void TstEvidence::saysWhatIsWithTheSignature()
{
    QFETCH(http::Request, request);
    QFETCH(bool, withSecret);
    QTEST(explain(request, withSecret ? one() : Secrets()).signatureSentence, "sentence");
}

void TstEvidence::saysThatOneOfSeveralHeadersIsExpected()
{
    const auto docusign = signature::schemeById(u"docusign"_s).value();
    http::Request request = vectors::requestOf(vectors::byId(u"docusign-01"_s));
    request.fields.clear();
    QCOMPARE(explain(request, one(), 0, docusign).signatureSentence,
             u"There is no X-DocuSign-Signature-1 header, nor one with a higher number."_s);
}

// As after a restart without a keyring.
void TstEvidence::saysOfTheInvalidThatNoSecretIsAtHand()
{
    const http::Request request = smile::request("altered");
    const qint64 arrival = smile::sentAt * second;
    const auto verdict = signature::verify(request, signature::smile(), one(), arrival);
    QCOMPARE(verdict.signature, signature::Signature::Invalid);
    QCOMPARE(
        signature::explain(request, signature::smile(), {}, verdict, arrival).signatureSentence,
        u"No secret matched when it was checked, and none is at hand any more."_s);
}

void TstEvidence::saysHowOldItIs_data()
{
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<QString>("sentence");

    const QString stale = u"Sent %1 before it arrived. A proxy may have held it back, or an old "
                          "webhook was replayed."_s;
    const QString future = u"The timestamp is %1 ahead of this computer. Check the clock. "
                           "Smile's sample code would accept it."_s;
    const auto add = [](const char *name, qint64 microseconds, const QString &sentence) {
        QTest::newRow(name) << microseconds << sentence;
    };
    add("at once", 0, u"Sent 0.0 s before it arrived; the limit is 5 min."_s);
    add("a second", 1'100'000, u"Sent 1.1 s before it arrived; the limit is 5 min."_s);
    add("just under a minute", 60 * second - 1,
        u"Sent 59.9 s before it arrived; the limit is 5 min."_s);
    add("a minute", 60 * second, u"Sent 1 min before it arrived; the limit is 5 min."_s);
    add("just under the limit", 300 * second - 1,
        u"Sent 4 min 59 s before it arrived; the limit is 5 min."_s);
    add("a little ahead", -400'000,
        u"The timestamp is 0.4 s ahead of this computer; the limit is 5 min."_s);
    add("at the limit", 300 * second, stale.arg(u"5 min"_s));
    add("minutes", 14 * 60 * second + 1, stale.arg(u"14 min"_s));
    add("just under an hour", 3599 * second, stale.arg(u"59 min"_s));
    add("an hour", 3600 * second, stale.arg(u"1 h"_s));
    add("two days", 48 * 3600 * second, stale.arg(u"2 days"_s));
    add("ahead at the limit", -300 * second, future.arg(u"5 min"_s));
    add("minutes ahead", -360 * second, future.arg(u"6 min"_s));
}

void TstEvidence::saysHowOldItIs()
{
    QFETCH(qint64, microseconds);
    QTEST(explain(smile::request(), one(), microseconds).freshnessSentence, "sentence");
}

void TstEvidence::saysWhatIsWithTheTimestamp_data()
{
    QTest::addColumn<QByteArray>("timestamp");
    QTest::addColumn<QString>("sentence");

    QTest::newRow("a word") << QByteArray("yesterday")
                            << u"Expected a Unix time, got “yesterday”."_s;
    QTest::newRow("nothing") << QByteArray() << u"Expected a Unix time, got “”."_s;
    QTest::newRow("forty characters")
        << QByteArray(40, 'x') << u"Expected a Unix time, got “%1”."_s.arg(QString(40, u'x'));
    QTest::newRow("more than forty")
        << QByteArray(41, 'x') << u"Expected a Unix time, got “%1…”."_s.arg(QString(40, u'x'));
    QTest::newRow("what speaks to a terminal")
        << QByteArray("\x1b[2J\xe2\x80\xae") << u"Expected a Unix time, got “\uFFFD[2J\uFFFD”."_s;
    QTest::newRow("the oldest number")
        << QByteArray("-9223372036854775808")
        << u"Sent 106,751,991,167,300 days before it arrived. A proxy may have held it back, or "
           "an old webhook was replayed."_s;
    QTest::newRow("the largest number")
        << QByteArray("9223372036854775807")
        << u"The timestamp is 106,751,991,146,520 days ahead of this computer. Check the clock. "
           "Smile's sample code would accept it."_s;
}

void TstEvidence::saysWhatIsWithTheTimestamp()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QFETCH(QByteArray, timestamp);
    const auto request = smile::request(smile::ping, smile::pingSignature, timestamp);
    QTEST(explain(request, one()).freshnessSentence, "sentence");
}

void TstEvidence::saysWhichTimeATokenHasNot()
{
    const QJsonObject vector = vectors::byId(u"livekit-04"_s);
    const Evidence evidence = explain(vectors::requestOf(vector), vectors::secretsOf(vector), 0,
                                      *signature::schemeById(u"livekit"));
    QCOMPARE(evidence.freshnessSentence, u"The token has no claim “exp”."_s);
}

void TstEvidence::speaksOfSmilesSamplesForSmileOnly()
{
    signature::Scheme other = signature::smile();
    other.id = u"other"_s;
    QCOMPARE(explain(smile::request(), one(), -300 * second, other).freshnessSentence,
             u"The timestamp is 5 min ahead of this computer. Check the clock."_s);
}

void TstEvidence::saysNothingOfTimeWithoutAScheme()
{
    const Evidence evidence = explain(smile::request(), one(), 0, {});
    QCOMPARE(evidence.signatureSentence, u"No signature scheme is set for this endpoint."_s);
    QVERIFY(evidence.freshnessSentence.isEmpty());
    QVERIFY(evidence.computed.isEmpty());
}

QTEST_GUILESS_MAIN(TstEvidence)
#include "tst_evidence.moc"
