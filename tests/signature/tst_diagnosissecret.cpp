// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/broken.h"

#include <QTest>

using namespace signature;
using namespace Qt::Literals::StringLiterals;

// Secrets that are not what the sender signs with: each row has what is stored here and the key
// that the sender used.
class TstDiagnosisSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void provesWhatIsWrongWithTheSecret_data();
    void provesWhatIsWrongWithTheSecret();
    void provesItForStandardWebhooks_data();
    void provesItForStandardWebhooks();
    void prefersADecodingToAnotherSender();
    void provesItForStripe_data();
    void provesItForStripe();
    void namesTheOtherSecretThatFits();
    void offersTheSecretWithoutWhatWasAroundIt();
    void neverQuotesTheSecret();
};

namespace
{

constexpr char body[] = R"({"account_id":0,"data":{},"topic":"ping"})";

void addColumns()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QStringList>("causes");
}

void row(const char *name, const QByteArray &stored, const QByteArray &key, const QString &cause)
{
    QTest::newRow(name) << stored << key << QStringList(cause);
}

Question ping(const QByteArray &stored, const QByteArray &key)
{
    const QByteArray text = QByteArray(broken::stamp) + '.' + body;
    return broken::ask(u"smile"_s, stored, ::smile::request(body, broken::hmac64(key, text)));
}

Question standard(const QByteArray &stored, const QByteArray &key)
{
    const QByteArray text = QByteArray("msg_1.") + broken::stamp + '.' + body;
    return broken::ask(u"standard_webhooks"_s, stored,
                       broken::post(body,
                                    {{"webhook-id", "msg_1"},
                                     {"webhook-timestamp", broken::stamp},
                                     {"webhook-signature", "v1," + broken::hmac64(key, text)}}));
}

Question stripe(const QByteArray &stored, const QByteArray &key)
{
    const QByteArray text = QByteArray(broken::stamp) + '.' + body;
    const QByteArray value = QByteArray("t=") + broken::stamp + ",v1=" + broken::hmacHex(key, text);
    return broken::ask(u"stripe"_s, stored, broken::post(body, {{"Stripe-Signature", value}}));
}

void check(const Diagnosis &diagnosis)
{
    QFETCH(QStringList, causes);
    QCOMPARE(broken::words(diagnosis.causes), causes);
    QCOMPARE(diagnosis.certainty, Certainty::Proof);
    QVERIFY(!diagnosis.detail.isEmpty());
    QVERIFY(!diagnosis.remedy.isEmpty());
}

} // namespace

void TstDiagnosisSecret::provesWhatIsWrongWithTheSecret_data()
{
    addColumns();
    const QString space = u"secret-whitespace"_s;
    const QString decoding = u"secret-decoding"_s;
    const QByteArray secret = "smile-app-client-secret-0123456789";
    const QByteArray hex = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    const QByteArray base64 = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    row("a line feed too many here", secret + '\n', secret, space);
    row("CR LF too many here", secret + "\r\n", secret, space);
    row("spaces around it here", "  " + secret + ' ', secret, space);
    row("a tab around it here", secret + '\t', secret, space);
    row("double quotes around it here", '"' + secret + '"', secret, space);
    row("single quotes around it here", '\'' + secret + '\'', secret, space);
    row("its name in front of it here", "SMILE_CLIENT_SECRET=" + secret, secret, space);
    row("name and quotes around it here", "export SMILE_SECRET=\"" + secret + "\"\n", secret,
        space);
    row("a line of a settings file", "DEBUG=1\nSMILE_SECRET=" + secret + "\nPORT=80\n", secret,
        space);
    row("a wrapped line", secret.first(20) + "\n  " + secret.sliced(20), secret, space);
    row("a byte order mark here", "\xef\xbb\xbf" + secret, secret, space);
    row("a no-break space here", secret + "\xc2\xa0", secret, space);
    row("the shell's percent sign here", secret + '%', secret, space);
    row("a line feed at the sender", secret, secret + '\n', space);
    row("CR LF at the sender", secret, secret + "\r\n", space);
    row("a space at the sender", secret, secret + ' ', space);
    row("double quotes at the sender", secret, '"' + secret + '"', space);
    row("single quotes at the sender", secret, '\'' + secret + '\'', space);

    row("decoded from Base64 at the sender", base64, QByteArray::fromBase64(base64), decoding);
    row("decoded from hex at the sender", hex, QByteArray::fromHex(hex), decoding);
    row("hex of the text here", secret.toHex(), secret, decoding);
    row("without its prefix at the sender", "whsec_" + base64, base64, decoding);
    row("without its prefix and decoded at the sender", "whsec_" + base64,
        QByteArray::fromBase64(base64), decoding);
    row("encoded in Base64 at the sender", secret, secret.toBase64(), decoding);
    row("encoded in hex at the sender", secret, secret.toHex(), decoding);
    row("hashed at the sender", secret,
        QCryptographicHash::hash(secret, QCryptographicHash::Sha256), decoding);
    row("Base64 twice", base64.toBase64(), QByteArray::fromBase64(base64), decoding);
    row("in upper case at the sender", hex, hex.toUpper(), decoding);

    QTest::newRow("quotes and hex")
        << '"' + hex + '"' << QByteArray::fromHex(hex) << QStringList{space, decoding};
    row("an empty secret at the sender", secret, "", u"empty-secret"_s);
    row("an undefined secret at the sender", secret, "undefined", u"empty-secret"_s);
}

void TstDiagnosisSecret::provesWhatIsWrongWithTheSecret()
{
    QFETCH(QByteArray, stored);
    QFETCH(QByteArray, key);
    check(diagnose(ping(stored, key)));
}

void TstDiagnosisSecret::provesItForStandardWebhooks_data()
{
    addColumns();
    const QString decoding = u"secret-decoding"_s;
    const QByteArray key = "0123456789abcdef0123456789abcdef";
    const QByteArray base64 = key.toBase64();

    row("whsec_ and Base64 as text", "whsec_" + base64, "whsec_" + base64, decoding);
    row("Base64 as text", "whsec_" + base64, base64, decoding);
    row("decoded twice", "whsec_" + base64.toBase64(), key, decoding);
    row("decoded with its prefix, by Node", "whsec_" + base64,
        QByteArray::fromBase64("whsec/" + base64), decoding);
    row("Base64 with a line feed", "whsec_" + base64 + "\n", key, u"secret-whitespace"_s);
    row("in quotes", "\"whsec_" + base64 + '"', key, u"secret-whitespace"_s);
    row("hex of the key", "whsec_" + base64, key.toHex(), decoding);
}

void TstDiagnosisSecret::provesItForStandardWebhooks()
{
    QFETCH(QByteArray, stored);
    QFETCH(QByteArray, key);
    check(diagnose(standard(stored, key)));
}

// Polar signs like Standard Webhooks with the secret's text as the key.
void TstDiagnosisSecret::prefersADecodingToAnotherSender()
{
    const QByteArray stored = "whsec_" + QByteArray("0123456789abcdef01234567").toBase64();
    Question question = standard(stored, stored);
    question.otherSchemes = allSchemes();
    const Diagnosis diagnosis = diagnose(question);
    QCOMPARE(broken::words(diagnosis.causes), QStringList(u"secret-decoding"_s));
    QCOMPARE(diagnosis.certainty, Certainty::Proof);
}

void TstDiagnosisSecret::provesItForStripe_data()
{
    addColumns();
    const QString decoding = u"secret-decoding"_s;
    const QByteArray base64 = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    row("prefix taken off and decoded", "whsec_" + base64, QByteArray::fromBase64(base64),
        decoding);
    row("prefix taken off", "whsec_abcdefgh12345678", "abcdefgh12345678", decoding);
    row("prefix lost here", "abcdefgh12345678", "whsec_abcdefgh12345678", decoding);
    row("a line feed", "whsec_abcdefgh12345678\n", "whsec_abcdefgh12345678",
        u"secret-whitespace"_s);
}

void TstDiagnosisSecret::provesItForStripe()
{
    QFETCH(QByteArray, stored);
    QFETCH(QByteArray, key);
    check(diagnose(stripe(stored, key)));
}

void TstDiagnosisSecret::namesTheOtherSecretThatFits()
{
    Question question = ping("the-secret-of-production", "the-secret-of-the-test-shop");
    question.otherSecrets = {::smile::secret(u"staging"_s, "something-else-entirely"),
                             ::smile::secret(u"test shop"_s, "the-secret-of-the-test-shop")};
    const Diagnosis diagnosis = diagnose(question);
    QCOMPARE(broken::words(diagnosis.causes), QStringList(u"other-secret"_s));
    QCOMPARE(diagnosis.certainty, Certainty::Proof);
    QCOMPARE(diagnosis.secret, u"test shop"_s);
    QVERIFY(diagnosis.detail.contains(u"test shop"_s));
}

void TstDiagnosisSecret::offersTheSecretWithoutWhatWasAroundIt()
{
    const Diagnosis diagnosis
        = diagnose(ping("\"quoted-secret-0123456789\"", "quoted-secret-0123456789"));
    QVERIFY(diagnosis.repaired);
    QCOMPARE(diagnosis.repaired->bytes().toByteArray(), QByteArray("quoted-secret-0123456789"));
    QCOMPARE(diagnosis.repaired->label(), u"primary"_s);
    QVERIFY(!diagnose(ping("plain-secret-0123456789", "cGxhaW4=")).repaired);
}

void TstDiagnosisSecret::neverQuotesTheSecret()
{
    const QByteArray secret = "sk_live_0123456789abcdef";
    for (const QByteArray &key :
         {secret + '\n', '"' + secret + '"', secret.toHex(), QByteArray("another")}) {
        const Diagnosis diagnosis = diagnose(ping(secret, key));
        QVERIFY(!diagnosis.detail.contains(u"0123456789"_s));
        QVERIFY(!diagnosis.remedy.contains(u"0123456789"_s));
    }
}

QTEST_GUILESS_MAIN(TstDiagnosisSecret)
#include "tst_diagnosissecret.moc"
