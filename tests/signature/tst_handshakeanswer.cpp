// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/handshakeanswer.h"
#include "signature/schemejson.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;

class TstHandshakeAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAsTheProviderDocuments_data();
    void answersAsTheProviderDocuments();
    void passesOver_data();
    void passesOver();
    void doesNotLetAChallengeWriteHeaders();
    void needsASecretForADigest();
    void staysWithTheSchemeInAFile();
};

static signature::Secrets secrets()
{
    QByteArray bytes = "handshake-secret";
    return {signature::Secret::take({}, bytes)};
}

static signature::Handshake handshakeOf(const QString &scheme)
{
    return signature::schemeById(scheme)->handshake.value();
}

void TstHandshakeAnswer::answersAsTheProviderDocuments_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");

    QTest::newRow("Slack echoes a challenge")
        << u"slack"_s << "/"_ba << ""_ba
        << R"({"token":"t","challenge":"3eZbrw1aB","type":"url_verification"})"_ba
        << "3eZbrw1aB"_ba;
    QTest::newRow("Meta echoes a number from the query")
        << u"meta"_s << "/?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=me"_ba
        << ""_ba << ""_ba << "1158201444"_ba;
    QTest::newRow("Zoom wants a digest beside it")
        << u"zoom"_s << "/"_ba << ""_ba
        << R"({"payload":{"plainToken":"qgg8vlvZRS6UYooatFL8Aw"},"event":"endpoint.url_validation"})"_ba
        << R"({"plainToken":"qgg8vlvZRS6UYooatFL8Aw","encryptedToken":"ddd631b3c3dadc9e9529e16e24d5d7382236b6dc283bf393d51c020587a38c31"})"_ba;
    QTest::newRow("Microsoft Graph wants the decoded token")
        << u"microsoft_graph"_s << "/?validationToken=Validation%3a+Testing+%2B"_ba << ""_ba
        << ""_ba << "Validation: Testing +"_ba;
    QTest::newRow("Dropbox echoes from the query") << u"dropbox"_s << "/?challenge=abc"_ba << ""_ba
                                                   << ""_ba << "abc"_ba;
    QTest::newRow("Okta has it in a header")
        << u"okta"_s << "/"_ba << "X-Okta-Verification-Challenge"_ba << ""_ba
        << R"({"verification":"header-value"})"_ba;
    QTest::newRow("X wants a digest")
        << u"x_twitter"_s << "/?crc_token=nonce&nonce=1"_ba << ""_ba << ""_ba
        << R"({"response_token":"sha256=m3cLRh6y8W0FplP3IYB7DlPHCdZXZJpJqSTz3u+hkBQ="})"_ba;
    QTest::newRow("Asana has nothing in the body")
        << u"asana"_s << "/"_ba << "X-Hook-Secret"_ba << "{}"_ba << ""_ba;
}

static http::Request requestOf(const QByteArray &method, const QByteArray &target,
                               const QByteArray &header, const QByteArray &body)
{
    http::Request request{.method = method, .target = target, .body = body};
    request.fields.append(http::Field{"Host", "localhost"});
    if (!header.isEmpty())
        request.fields.append(http::Field{header, "header-value"});
    return request;
}

void TstHandshakeAnswer::answersAsTheProviderDocuments()
{
    QFETCH(QString, scheme);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, expected);
    const signature::Handshake handshake = handshakeOf(scheme);
    const auto answer = signature::answerTo(
        handshake, requestOf(handshake.method, target, header, body), secrets());
    QVERIFY(answer);
    QCOMPARE(answer->body, expected);
    if (scheme == u"asana")
        QCOMPARE(http::value(answer->fields, "X-Hook-Secret"), "header-value"_ba);
}

void TstHandshakeAnswer::passesOver_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("another method") << "GET"_ba
                                    << R"({"challenge":"c","type":"url_verification"})"_ba;
    QTest::newRow("an event that has a challenge of its own")
        << "POST"_ba << R"({"challenge":"c","type":"event_callback"})"_ba;
    QTest::newRow("an empty challenge") << "POST"_ba
                                        << R"({"challenge":"","type":"url_verification"})"_ba;
    QTest::newRow("no challenge") << "POST"_ba << R"({"type":"url_verification"})"_ba;
    QTest::newRow("a challenge that is far too long")
        << "POST"_ba
        << R"({"type":"url_verification","challenge":")"_ba + QByteArray(5000, 'x') + "\"}";
    QTest::newRow("no JSON") << "POST"_ba << "challenge=c"_ba;
}

void TstHandshakeAnswer::passesOver()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    QVERIFY(
        !signature::answerTo(handshakeOf(u"slack"_s), requestOf(method, "/", {}, body), secrets()));
}

void TstHandshakeAnswer::doesNotLetAChallengeWriteHeaders()
{
    signature::Handshake handshake{.method = "GET",
                                   .challenge = {signature::Source::Query, "c"},
                                   .fields = {http::Field{"X-Echo", "{challenge}"}}};
    const auto answer = [&](const QByteArray &target) {
        return signature::answerTo(handshake, requestOf("GET", target, {}, {}), {});
    };
    QVERIFY(!answer("/?c=a%0d%0aX-Evil:%20b"));
    QCOMPARE(http::value(answer("/?c={hmac-hex}")->fields, "X-Echo"), "{hmac-hex}"_ba);
}

void TstHandshakeAnswer::needsASecretForADigest()
{
    const http::Request request = requestOf("GET", "/?crc_token=nonce", {}, {});
    const signature::Handshake handshake = handshakeOf(u"x_twitter"_s);
    QVERIFY(signature::needsSecret(handshake));
    QVERIFY(!signature::needsSecret(handshakeOf(u"meta"_s)));
    QVERIFY(!signature::answerTo(handshake, request, {}));
    QVERIFY(signature::isChallenge(handshake, request));
    QVERIFY(!signature::isChallenge(handshake, requestOf("GET", "/?nonce=crc_token", {}, {})));
}

void TstHandshakeAnswer::staysWithTheSchemeInAFile()
{
    const signature::Scheme zoom = signature::schemeById(u"zoom").value();
    const auto again = signature::readScheme(signature::writeScheme(zoom));
    QVERIFY(again);
    QCOMPARE(again->handshake, zoom.handshake);
    QByteArray wrong = signature::writeScheme(zoom);
    wrong.replace("{hmac-hex}", "{secret}");
    QVERIFY(!signature::readScheme(wrong));
}

QTEST_APPLESS_MAIN(TstHandshakeAnswer)
#include "tst_handshakeanswer.moc"
