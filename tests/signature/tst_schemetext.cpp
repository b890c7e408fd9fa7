// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/cause.h"
#include "signature/schemetext.h"

#include <QTest>

using namespace signature;
using namespace Qt::Literals::StringLiterals;

// Schemes and causes in words for people.
class TstSchemeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysHowASchemeSigns_data();
    void saysHowASchemeSigns();
    void saysHowLongASignatureIs_data();
    void saysHowLongASignatureIs();
    void saysWhatBecomesOfTheSecret_data();
    void saysWhatBecomesOfTheSecret();
    void findsWordsForTheWholeCatalogue();
    void namesEveryCause();
};

void TstSchemeText::saysHowASchemeSigns_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("algorithm");
    QTest::addColumn<QString>("message");

    const auto row = [](const char *id, const QString &algorithm, const QString &message) {
        QTest::newRow(id) << QString::fromLatin1(id) << algorithm << message;
    };
    row("smile", u"HMAC-SHA256, written in Base64"_s, u"timestamp, full stop, body"_s);
    row("github", u"HMAC-SHA256, written in hex"_s, u"body"_s);
    row("stripe", u"HMAC-SHA256, written in hex"_s, u"timestamp, full stop, body"_s);
    row("svix", u"HMAC-SHA256, written in Base64"_s,
        u"header svix-id, full stop, timestamp, full stop, body"_s);
    row("slack", u"HMAC-SHA256, written in hex"_s, u"“v0:”, timestamp, colon, body"_s);
    row("twilio", u"HMAC-SHA1, written in Base64"_s,
        u"URL, names and values of the form fields, sorted"_s);
    row("shopify", u"HMAC-SHA256, written in Base64"_s, u"body"_s);
    row("discord", u"Ed25519 signature, written in hex"_s, u"timestamp, body"_s);
    row("wise", u"RSA signature with SHA-256, written in Base64"_s, u"body"_s);
    row("vonage", u"signed token (JWS, HS256)"_s,
        u"the token's header, full stop, the token's payload"_s);
    row("wechat_pay", u"RSA signature with SHA-256, written in Base64"_s,
        u"timestamp, line feed, header Wechatpay-Nonce, line feed, body, line feed"_s);
    row("mercado_pago", u"HMAC-SHA256, written in hex"_s,
        u"(“id:”, query parameter “data.id”, semicolon, where there is one), (“request-id:”, "
        "header x-request-id, semicolon, where there is one), “ts:”, timestamp, semicolon"_s);
    row("braintree", u"HMAC-SHA1, written in hex"_s,
        u"form field “bt_payload”; or form field “bt_payload”, line feed"_s);
    row("contentful", u"HMAC-SHA256, written in hex"_s,
        u"method, line feed, percent-encoded path and query with an escaped query, line feed, "
        "the headers that header x-contentful-signed-headers lists, line feed, body"_s);
    row("gitlab", u"token: the secret itself is sent"_s, QString());
    row("postmark", u"basic authentication: user name and password are sent"_s, QString());
}

void TstSchemeText::saysHowASchemeSigns()
{
    QFETCH(QString, id);
    const auto scheme = schemeById(id);
    QVERIFY(scheme);
    QTEST(algorithmText(*scheme), "algorithm");
    QTEST(messageText(*scheme), "message");
}

void TstSchemeText::saysHowLongASignatureIs_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("length"); // 0: any

    QTest::newRow("Base64 of SHA-256") << u"smile"_s << 44;
    QTest::newRow("hex of SHA-256") << u"github"_s << 64;
    QTest::newRow("Base64 of SHA-1") << u"twilio"_s << 28;
    QTest::newRow("hex of Ed25519") << u"discord"_s << 128;
    QTest::newRow("RSA, as long as its key") << u"wise"_s << 0;
    QTest::newRow("a signed token") << u"vonage"_s << 0;
    QTest::newRow("a token") << u"gitlab"_s << 0;
}

void TstSchemeText::saysHowLongASignatureIs()
{
    QFETCH(QString, id);
    const auto scheme = schemeById(id);
    QVERIFY(scheme);
    const int length = int(signatureLength(*scheme).value_or(0));
    QTEST(length, "length");
}

void TstSchemeText::saysWhatBecomesOfTheSecret_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("computed");

    QTest::newRow("its text") << u"smile"_s << QString() << true;
    QTest::newRow("Base64 behind a prefix")
        << u"svix"_s << u"without “whsec_” in front, decoded from Base64"_s << true;
    QTest::newRow("Base64 behind a prefix alone")
        << u"openai"_s << u"decoded from Base64 behind “whsec_” where it begins with that"_s
        << true;
    QTest::newRow("a public key") << u"discord"_s << QString() << false;
    QTest::newRow("a token") << u"gitlab"_s << QString() << false;
}

void TstSchemeText::saysWhatBecomesOfTheSecret()
{
    QFETCH(QString, id);
    const auto scheme = schemeById(id);
    QVERIFY(scheme);
    QTEST(keyText(*scheme), "key");
    QTEST(isComputed(*scheme), "computed");
}

void TstSchemeText::findsWordsForTheWholeCatalogue()
{
    for (const Scheme &scheme : allSchemes()) {
        QVERIFY2(!algorithmText(scheme).isEmpty(), qPrintable(scheme.id));
        const QString message = messageText(scheme);
        const bool silent = scheme.type == Type::Token || scheme.type == Type::Basic;
        QVERIFY2(message.isEmpty() == silent, qPrintable(scheme.id));
        for (const QChar c : message)
            QVERIFY2(c.isPrint() && c != u'{' && c != u'}' && c != u'|', qPrintable(message));
    }
}

void TstSchemeText::namesEveryCause()
{
    QStringList titles;
    for (int cause = 0; cause < causeCount; ++cause)
        titles += title(Cause(cause));
    QVERIFY(!titles.contains(QString()));
    QCOMPARE(titles.removeDuplicates(), 0);
}

QTEST_GUILESS_MAIN(TstSchemeText)
#include "tst_schemetext.moc"
