// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/detection.h"
#include "signature/verifier.h"
#include "support/broken.h"
#include "support/vectors.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using broken::post;
using signature::Detection;
using signature::Likeness;
using signature::Proposal;

namespace
{

const QByteArray hex32 = QByteArray(64, 'a');
const QByteArray hex20 = QByteArray(40, 'b');
const QByteArray hex64 = QByteArray(128, 'c');
const QByteArray base32 = QByteArray(32, '\x17').toBase64();

QStringList ids(const QList<Proposal> &proposals)
{
    QStringList all;
    for (const Proposal &proposal : proposals)
        all.append(proposal.scheme);
    return all;
}

QByteArray token(const QByteArray &header, const QByteArray &payload)
{
    const auto part = [](const QByteArray &text) {
        return text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return "Bearer " + part(header) + '.' + part(payload) + '.' + part(QByteArray(32, 's'));
}

} // namespace

class TstDetection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proposesTheSchemeOfEveryVector_data();
    void proposesTheSchemeOfEveryVector();
    void findsTheOneThatASecretSigned_data();
    void findsTheOneThatASecretSigned();
    void tellsSendersApart_data();
    void tellsSendersApart();
    void proposesNothing_data();
    void proposesNothing();
    void knowsThatARuleIsTheSame();
    void knowsANumberedHeaderByAnyNumber();
    void takesOwnSchemes();
    void staysBounded_data();
    void staysBounded();
};

void TstDetection::proposesTheSchemeOfEveryVector_data()
{
    QTest::addColumn<QJsonObject>("vector");
    const QList<QJsonObject> all = vectors::all();
    QVERIFY(!all.isEmpty());
    for (const QJsonObject &vector : all)
        QTest::newRow(qPrintable(vector[u"id"].toString())) << vector;
}

// Without a secret, and whether the signature is right or not.
void TstDetection::proposesTheSchemeOfEveryVector()
{
    QFETCH(QJsonObject, vector);
    const QString id = vector[u"scheme"].toString();
    const http::Request request = vectors::requestOf(vector);
    const signature::Context context = vectors::contextOf(vector);
    const auto scheme = signature::schemeById(id);
    QVERIFY(scheme);
    const signature::Signature judged
        = signature::verify(request, *scheme, {}, 0, context).signature;
    const Detection detection = signature::detect(request, {}, context);
    if (judged == signature::Signature::NoSecret)
        QVERIFY2(ids(detection.first()).contains(id),
                 qPrintable(ids(detection.proposals).join(u' ')));
    if (judged == signature::Signature::Unsigned)
        QVERIFY(!ids(detection.proposals).contains(id));
}

void TstDetection::findsTheOneThatASecretSigned_data()
{
    QTest::addColumn<QJsonObject>("vector");
    for (const QJsonObject &vector : vectors::all()) {
        if (vector[u"valid"].toBool())
            QTest::newRow(qPrintable(vector[u"id"].toString())) << vector;
    }
}

void TstDetection::findsTheOneThatASecretSigned()
{
    QFETCH(QJsonObject, vector);
    const Detection detection = signature::detect(
        vectors::requestOf(vector), vectors::secretsOf(vector), vectors::contextOf(vector));
    QVERIFY2(ids(detection.first()).contains(vector[u"scheme"].toString()),
             qPrintable(ids(detection.proposals).join(u' ')));
    for (const Proposal &proposal : detection.first()) {
        QCOMPARE(proposal.likeness, Likeness::Verified);
        QVERIFY(!proposal.secret.isEmpty());
    }
}

void TstDetection::tellsSendersApart_data()
{
    QTest::addColumn<http::Request>("request");
    QTest::addColumn<QStringList>("first");

    const auto row = [](const char *name, const http::Fields &fields, const QStringList &first,
                        const QByteArray &body = "{}", const QByteArray &target = "/") {
        QTest::newRow(name) << post(body, fields, target) << first;
    };
    const QByteArray hub = "sha256=" + hex32;
    row("Smile.io", {{"Smile-Signature", base32}, {"Smile-Timestamp", "1795428000"}}, {u"smile"_s});
    row("Smile.io, written otherwise",
        {{"SMILE-SIGNATURE", base32}, {"smile-timestamp", "1795428000"}}, {u"smile"_s});
    row("the other Smile", {{"Smile-Signature", hex64}}, {u"smile_getsmileapi"_s});
    row("the header of both with the timestamp of one",
        {{"Smile-Signature", "?"}, {"Smile-Timestamp", "1795428000"}}, {u"smile"_s});
    row("Stripe", {{"Stripe-Signature", "t=1795428000,v1=" + hex32 + ",v0=" + hex32}},
        {u"stripe"_s});
    row("Meta, or GitHub without its event", {{"X-Hub-Signature-256", hub}},
        {u"meta"_s, u"github"_s});
    row("GitHub by its event", {{"X-Hub-Signature-256", hub}, {"X-GitHub-Event", "push"}},
        {u"github"_s});
    row("GitHub by its User-Agent",
        {{"X-Hub-Signature-256", hub}, {"User-Agent", "GitHub-Hookshot/044aadd"}}, {u"github"_s});
    row("GitHub, which signs with SHA-1 as well",
        {{"X-Hub-Signature", "sha1=" + hex20},
         {"X-Hub-Signature-256", hub},
         {"X-GitHub-Event", "push"},
         {"X-GitHub-Delivery", "1"}},
        {u"github"_s});
    row("Twilio with a form",
        {{"X-Twilio-Signature", QByteArray(20, 'x').toBase64()},
         {"Content-Type", "application/x-www-form-urlencoded"}},
        {u"twilio"_s}, "CallStatus=ringing");
    row("Twilio with JSON",
        {{"X-Twilio-Signature", QByteArray(20, 'x').toBase64()},
         {"Content-Type", "application/json"}},
        {u"twilio_json"_s}, "{}", "/?bodySHA256=" + hex32);
    row("Twilio with a form that a shared key signed",
        {{"X-Twilio-Signature", base32},
         {"X-Twilio-Webhooks-Signature-Settings", "key=1,algorithm=HMAC_SHA256"},
         {"Content-Type", "application/x-www-form-urlencoded"}},
        {u"twilio_sha256"_s}, "CallStatus=ringing");
    row("Twilio with JSON that a shared key signed",
        {{"X-Twilio-Signature", base32}, {"Content-Type", "application/json"}},
        {u"twilio_sha256_json"_s}, "{}", "/?bodySHA256=" + hex32);
    const auto sns = [](const QByteArray &version) {
        return R"({"Type":"Notification","MessageId":"1","TopicArn":"arn","Message":"Hi",)"
               R"("Timestamp":"2026-11-27T00:00:00.000Z","Signature":"AAAA",)"
               R"("SignatureVersion":")"
            + version + "\"}";
    };
    row("Amazon SNS, version 1", {{"x-amz-sns-message-type", "Notification"}}, {u"aws_sns_v1"_s},
        sns("1"));
    row("Amazon SNS, version 2", {{"x-amz-sns-message-type", "Notification"}}, {u"aws_sns"_s},
        sns("2"));
    row("a token for LiveKit",
        {{"Authorization",
          token(R"({"alg":"HS256"})",
                R"({"sha256":"RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o="})")}},
        {u"livekit"_s});
    row("a token without a digest", {{"Authorization", token(R"({"alg":"HS256"})", "{}")}},
        {u"vonage"_s});
    row("a value in the body", {}, {u"midtrans"_s},
        R"({"order_id":"1","status_code":"200","gross_amount":"1.00","signature_key":")" + hex64
            + "\"}");
}

void TstDetection::tellsSendersApart()
{
    QFETCH(http::Request, request);
    QTEST(ids(signature::detect(request).first()), "first");
}

void TstDetection::proposesNothing_data()
{
    QTest::addColumn<http::Request>("request");

    QTest::newRow("an empty request") << http::Request();
    QTest::newRow("no signature") << post(R"({"topic":"ping"})", {{"User-Agent", "Stripe/1.0"}});
    QTest::newRow("a name that only begins like one")
        << post("{}", {{"Stripe-Signature-Old", hex32}});
    QTest::newRow("a companion alone") << post("{}", {{"X-GitHub-Event", "push"}});
    QTest::newRow("the name in a body that is no JSON") << post("signature_key = 1", {});
    QTest::newRow("a body beyond what is looked into")
        << post(QByteArray(1024 * 1024, ' ') + R"({"passcode":"x","signature_key":"y"})", {});
}

void TstDetection::proposesNothing()
{
    QFETCH(http::Request, request);
    const Detection detection = signature::detect(request);
    QCOMPARE(ids(detection.proposals), QStringList());
    QVERIFY(!detection.isAmbiguous());
    QVERIFY(!detection.alike);
    QCOMPARE(signature::summary(detection), QString());
}

void TstDetection::knowsThatARuleIsTheSame()
{
    const Detection same
        = signature::detect(post("{}", {{"X-Hub-Signature-256", "sha256=" + hex32}}));
    QVERIFY(same.isAmbiguous());
    QVERIFY(same.alike);
    const Detection other = signature::detect(post("{}", {{"X-HubSpot-Signature", hex32}}));
    QCOMPARE(ids(other.first()), QStringList({u"hubspot_v1"_s, u"hubspot_v2"_s}));
    QVERIFY(!other.alike);
}

void TstDetection::knowsANumberedHeaderByAnyNumber()
{
    const QByteArray base64 = QByteArray(32, 'x').toBase64();
    const http::Request request = post("{}", {{"X-DocuSign-Signature-12", base64}});
    QCOMPARE(ids(signature::detect(request).first()), QStringList(u"docusign"_s));
}

void TstDetection::takesOwnSchemes()
{
    signature::Scheme own = signature::schemeById(u"github"_s).value();
    own.id = u"mine"_s;
    own.name = u"Mine"_s;
    own.signature = {{signature::Source::Header, "X-Mine"}};
    const http::Request request = post("{}", {{"X-Mine", "sha256=" + hex32}});
    QCOMPARE(ids(signature::detect(request).proposals), QStringList());
    QCOMPARE(ids(signature::detect(request, {}, {}, {own}).proposals), QStringList(u"mine"_s));
}

void TstDetection::staysBounded_data()
{
    QTest::addColumn<http::Request>("request");

    http::Fields many;
    for (int row = 0; row < 10'000; ++row)
        many.append({"X-Field-" + QByteArray::number(row), hex32});
    QTest::newRow("ten thousand fields") << post("{}", many);
    QTest::newRow("ten thousand signatures")
        << post("{}", {{"Stripe-Signature", QByteArray("v1=" + hex32 + ',').repeated(10'000)}});
    QTest::newRow("a long value") << post("{}", {{"Smile-Signature", QByteArray(1 << 20, 'a')}});
    QTest::newRow("bytes that are no text")
        << post("{}", {{"Smile-Signature", "\xff\0\n"}, {"\xff\xfe", "\x01"}});
    QTest::newRow("deep JSON") << post(
        R"({"passcode":)" + QByteArray(100'000, '[') + "\"signature_key\"", {});
    QTest::newRow("many elements") << post(
        R"({"value":[)" + QByteArray(R"({"clientState":"x"},)").repeated(20'000) + "{}]}", {});
    http::Fields all;
    for (const signature::Scheme &scheme : signature::allSchemes())
        all.append({signature::signatureHeader(scheme), "v1=" + hex32});
    QTest::newRow("every signature that there is") << post(QByteArray(1 << 20, 'x'), all);
}

// Whatever comes: it ends, its sentences stay short, and ranks ascend.
void TstDetection::staysBounded()
{
    QFETCH(http::Request, request);
    const Detection detection
        = signature::detect(request, {smile::secret(u"primary"_s, smile::key)});
    QVERIFY(detection.proposals.size() <= 64);
    int rank = 1;
    for (const Proposal &proposal : detection.proposals) {
        QVERIFY(proposal.rank == rank || proposal.rank == rank + 1);
        rank = proposal.rank;
        QVERIFY(!proposal.reasons.isEmpty());
        for (const QString &reason : proposal.reasons)
            QVERIFY2(reason.size() < 400, qPrintable(reason));
    }
}

QTEST_GUILESS_MAIN(TstDetection)
#include "tst_detection.moc"
