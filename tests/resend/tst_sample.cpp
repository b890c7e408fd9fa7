// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/sample.h"
#include "signature/catalogue.h"
#include "signature/signer.h"
#include "signature/verifier.h"

#include <QTest>
#include <QUrl>

using namespace resend;

class TstSample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsPlaceholdersAlikeWithinOneCall();
    void leavesNoPlaceholder_data();
    void leavesNoPlaceholder();
    void putsJsonAloneIntoItsFormOnceItIsFilled_data();
    void putsJsonAloneIntoItsFormOnceItIsFilled();
    void makesARequestToTheAddress();
    void leavesTheSendersName();
    void isSignedAsItsSenderDoes_data();
    void isSignedAsItsSenderDoes();
    void isThereForEachSchemeThatNeedsItsOwnBody();
};

static constexpr qint64 now = 1'795'428'000'000'000;

void TstSample::fillsPlaceholdersAlikeWithinOneCall()
{
    Sample sample;
    sample.fields = {{"X-Delivery", "{uuid}"}, {"X-Sent", "{now}"}};
    sample.body = R"({"id":"{uuid}","at":"#{now}","n":"{sequence}"})";
    const Sample made = filled(sample, {.now = 1'795'428'000'000'000, .sequence = 7});
    const QByteArray uuid = made.fields.at(0).value;
    QCOMPARE(uuid.size(), qsizetype(36));
    QCOMPARE(made.fields.at(1).value, QByteArray("1795428000"));
    QCOMPARE(made.body, QByteArray(R"({"id":")" + uuid + R"(","at":1795428000,"n":"7"})"));
    QVERIFY(filled(sample, {}).fields.at(0).value != uuid);
}

void TstSample::makesARequestToTheAddress()
{
    Sample sample;
    sample.fields = {{"Content-Type", "application/json"}};
    sample.body = "{}";
    const http::Request request
        = requestFor(QUrl(QStringLiteral("https://[::1]:8443/hooks?x=%20y")), sample);
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.target, QByteArray("/hooks?x=%20y"));
    QCOMPARE(request.framing, http::Framing::ContentLength);
    const http::Fields expected{{"Host", "[::1]:8443"},
                                {"User-Agent", "hookglass/" HOOKGLASS_VERSION},
                                {"Content-Type", "application/json"},
                                {"Content-Length", "2"},
                                {"Connection", "close"}};
    QCOMPARE(request.fields, expected);
    QCOMPARE(request.body, QByteArray("{}"));
}

void TstSample::leavesTheSendersName()
{
    Sample sample;
    sample.fields = {{"user-agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)"}};
    const http::Request request = requestFor(QUrl(QStringLiteral("http://localhost")), sample);
    QCOMPARE(request.target, QByteArray("/"));
    QCOMPARE(http::count(request.fields, "User-Agent"), qsizetype(1));
    QCOMPARE(request.fields.at(0).value, QByteArray("localhost"));
}

namespace
{

// A sample as it goes out, signed with the secret.
core::Result<http::Request> signedSample(const signature::Scheme &scheme, const Sample &sample,
                                         const signature::Secret &secret)
{
    const QUrl url(QStringLiteral("https://localhost:8443/hook"));
    return signature::sign(scheme, secret, requestFor(url, filled(sample, {.now = now})),
                           signature::timestampText(scheme, now));
}

} // namespace

void TstSample::isSignedAsItsSenderDoes_data()
{
    QTest::addColumn<QString>("id");

    for (const Sample &sample : allSamples())
        QTest::newRow(qPrintable(sample.id)) << sample.id;
}

void TstSample::isSignedAsItsSenderDoes()
{
    QFETCH(QString, id);
    const Sample sample = sampleById(id).value();
    const signature::Scheme scheme = signature::schemeById(sample.scheme).value();
    const signature::Secrets secrets{signature::strangeSecret(scheme)};
    const auto request = signedSample(scheme, sample, *secrets.front());
    QVERIFY(request);
    QCOMPARE(signature::verify(*request, scheme, secrets, now).signature,
             signature::Signature::Verified);
}

// What Smile's ping cannot be signed for.
void TstSample::isThereForEachSchemeThatNeedsItsOwnBody()
{
    const Sample ping = sampleFor(u"smile", u"ping").value();
    for (const signature::Scheme &scheme : signature::allSchemes()) {
        if (!signature::canSign(scheme))
            continue;
        if (!signedSample(scheme, ping, *signature::strangeSecret(scheme)))
            QVERIFY2(!sampleTopics(scheme.id).isEmpty(), qPrintable(scheme.id));
    }
}

void TstSample::leavesNoPlaceholder_data() { isSignedAsItsSenderDoes_data(); }

void TstSample::leavesNoPlaceholder()
{
    QFETCH(QString, id);
    const Sample made = filled(sampleById(id).value(), {.now = now});
    QByteArray text = QByteArray::fromPercentEncoding(made.body);
    for (const http::Field &field : made.fields)
        text += '\n' + field.value;
    for (const char *start : {"{now", "{today", "{uuid", "{sequence", "{random"})
        QVERIFY2(!text.contains(start), text.constData());
}

void TstSample::putsJsonAloneIntoItsFormOnceItIsFilled_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("a text") << QByteArray(R"({"at":"{now}"})")
                            << QByteArray("json=%7B%22at%22%3A%221795428000%22%7D");
    QTest::newRow("a number in quotes, and a line break behind")
        << QByteArray("{\"at\":\"#{now}\"}\n") << QByteArray("json=%7B%22at%22%3A1795428000%7D");
    QTest::newRow("what is JSON only when filled")
        << QByteArray(R"({"at":{now}})") << QByteArray("json=%7B%22at%22%3A1795428000%7D");
    QTest::newRow("a form") << QByteArray("json=%7B%7D&at={now}")
                            << QByteArray("json=%7B%7D&at=1795428000");
    QTest::newRow("no JSON") << QByteArray("{now") << QByteArray("{now");
}

void TstSample::putsJsonAloneIntoItsFormOnceItIsFilled()
{
    QFETCH(QByteArray, body);
    const Sample sample{
        .fields = {{"Content-Type", "application/json"}},
        .body = body,
        .jsonField = jsonFieldOf(signature::schemeById(QStringLiteral("dropbox_sign")).value())};
    const Sample made = filled(sample, {.now = now});
    QTEST(made.body, "sent");
    const bool moved = made.body.startsWith("json=") && !body.startsWith("json=");
    QCOMPARE(made.fields.constFirst().value,
             QByteArray(moved ? "application/x-www-form-urlencoded" : "application/json"));
    QCOMPARE(jsonFieldOf(signature::smile()), QByteArray());
}

QTEST_GUILESS_MAIN(TstSample)
#include "tst_sample.moc"
