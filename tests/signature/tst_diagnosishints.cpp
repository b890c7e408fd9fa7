// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/broken.h"

#include <QTest>

using namespace signature;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(signature::Question)

// What is likely where nothing can be proven, and what the clock proves.
class TstDiagnosisHints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hints_data();
    void hints();
    void addsToWhatTheVerdictSays_data();
    void addsToWhatTheVerdictSays();
    void saysNothingWithoutASign();
    void provesTheClock_data();
    void provesTheClock();
};

namespace
{

constexpr char body[] = R"({"account_id":0,"data":{},"topic":"ping"})";
const QByteArray secret = smile::key;
const QByteArray wrong = broken::hmac64("a-secret-that-nobody-has", body);

Question smileWith(const http::Fields &fields, const QByteArray &here = body)
{
    return broken::ask(u"smile"_s, secret, broken::post(here, fields));
}

Question with(Question question, const http::Field &field)
{
    question.request.fields.append(field);
    return question;
}

} // namespace

void TstDiagnosisHints::hints_data()
{
    QTest::addColumn<Question>("question");
    QTest::addColumn<QString>("cause");

    const auto row = [](const char *name, const Question &question, const QString &cause) {
        QTest::newRow(name) << question << cause;
    };
    const http::Field stamp{"Smile-Timestamp", broken::stamp};
    const http::Field signature{"Smile-Signature", wrong};
    const QByteArray right = broken::hmac64(secret, QByteArray(broken::stamp) + '.' + body);
    const Question invalid = smileWith({stamp, signature});

    row("no signature", smileWith({stamp}), u"header-missing"_s);
    row("another name for the signature", smileWith({stamp, {"X-Smile-Signature", right}}),
        u"header-missing"_s);
    row("a misspelt name", smileWith({stamp, {"Smile-Signatrue", right}}), u"header-missing"_s);
    row("an underscore", smileWith({stamp, {"HTTP_SMILE_SIGNATURE", right}}), u"header-missing"_s);
    row("no timestamp", smileWith({{"Smile-Signature", right}}), u"header-missing"_s);
    row("another name for the timestamp",
        smileWith({{"X-Smile-Timestamp", broken::stamp}, {"Smile-Signature", right}}),
        u"header-missing"_s);
    row("the signature twice", with(invalid, {"Smile-Signature", wrong}), u"header-missing"_s);

    const auto stored = [](const QByteArray &bytes) {
        return broken::ask(u"smile"_s, bytes, ::smile::request(body, wrong));
    };
    row("an API key of Stripe", stored("sk_live_0123456789abcdef"), u"credential-kind"_s);
    row("an access token of Shopify", stored("shpat_0123456789abcdef"), u"credential-kind"_s);
    row("a signing secret of Stripe", stored("whsec_0123456789abcdef"), u"credential-kind"_s);
    row("a public key", stored("-----BEGIN PUBLIC KEY-----\nMFk=\n-----END PUBLIC KEY-----"),
        u"credential-kind"_s);
    row("an address", stored("https://shop.example/hook"), u"credential-kind"_s);
    row("an empty secret", stored(""), u"empty-secret"_s);

    row("Shopify",
        broken::ask(u"shopify"_s, secret, broken::post(body, {{"X-Shopify-Hmac-Sha256", wrong}})),
        u"other-credential-owner"_s);
    row("an Event of Shopify",
        broken::ask(u"shopify"_s, secret, broken::post(body, {{"Shopify-Hmac-Sha256", wrong}})),
        u"other-credential-owner"_s);
    row("a decompressed body", with(invalid, {"Content-Encoding", "gzip"}), u"altered-body"_s);
    Question cut = smileWith({stamp, signature}, R"({"account_id":0,"da)");
    row("a body that was cut off", cut, u"altered-body"_s);
    Question shorter = invalid;
    shorter.request.fields.removeIf(
        [](const http::Field &field) { return field.name == "Content-Length"; });
    row("a length that is another", with(shorter, {"Content-Length", "4711"}), u"altered-body"_s);

    row("a challenge", smileWith({}, R"({"type":"url_verification","challenge":"abc"})"),
        u"handshake"_s);
    row("Zoom's validation",
        smileWith({}, R"({"event":"endpoint.url_validation","payload":{"plainToken":"x"}})"),
        u"handshake"_s);
    Question hub = smileWith({}, "");
    hub.request.method = "GET";
    hub.request.target = "/?hub.mode=subscribe&hub.challenge=1158201444";
    row("Meta's challenge", hub, u"handshake"_s);
    row("Discord's test",
        broken::ask(u"discord"_s,
                    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                    broken::post(R"({"type":1})",
                                 {{"X-Signature-Ed25519", QByteArray(128, 'a')},
                                  {"X-Signature-Timestamp", broken::stamp}})),
        u"handshake"_s);
}

void TstDiagnosisHints::hints()
{
    QFETCH(Question, question);
    QFETCH(QString, cause);
    const Diagnosis diagnosis = diagnose(question);
    QCOMPARE(broken::words(diagnosis.causes), QStringList(cause));
    QCOMPARE(diagnosis.certainty, Certainty::Hint);
    QVERIFY(!diagnosis.detail.isEmpty());
    QVERIFY(!diagnosis.remedy.isEmpty());
}

void TstDiagnosisHints::addsToWhatTheVerdictSays_data()
{
    QTest::addColumn<http::Fields>("fields");
    QTest::addColumn<QString>("detail");
    QTest::newRow("nothing like a signature") << http::Fields{{"Smile-Timestamp", broken::stamp}}
                                              << u"None of the headers looks like a signature."_s;
    QTest::newRow("the signature of a scheme that is not known")
        << http::Fields{{"X-Acme-HMAC", wrong}}
        << u"The X-Acme-HMAC header looks like the signature of another scheme."_s;
}

void TstDiagnosisHints::addsToWhatTheVerdictSays()
{
    QFETCH(http::Fields, fields);
    QFETCH(QString, detail);
    const Diagnosis diagnosis = diagnose(smileWith(fields));
    QVERIFY2(diagnosis.detail.contains(detail), qPrintable(diagnosis.detail));
    QVERIFY(!diagnosis.detail.contains(u"is missing"_s));
}

void TstDiagnosisHints::saysNothingWithoutASign()
{
    const Diagnosis diagnosis
        = diagnose(smileWith({{"Smile-Timestamp", broken::stamp}, {"Smile-Signature", wrong}}));
    QCOMPARE(diagnosis.certainty, Certainty::None);
    QVERIFY(diagnosis.causes.isEmpty());
    QVERIFY(!diagnosis.detail.isEmpty());
}

void TstDiagnosisHints::provesTheClock_data()
{
    QTest::addColumn<QByteArray>("stamp");
    QTest::addColumn<qint64>("age");
    QTest::addColumn<QString>("cause");

    QTest::newRow("old") << QByteArray(broken::stamp) << qint64(725) << u"clock"_s;
    QTest::newRow("at the limit") << QByteArray(broken::stamp) << qint64(300) << u"clock"_s;
    QTest::newRow("in the future") << QByteArray(broken::stamp) << qint64(-400) << u"clock"_s;
    QTest::newRow("a time zone off") << QByteArray(broken::stamp) << qint64(7201) << u"clock"_s;
    QTest::newRow("in time") << QByteArray(broken::stamp) << qint64(299) << QString();
    QTest::newRow("milliseconds") << QByteArray("1795428000000") << qint64(1)
                                  << u"timestamp-text"_s;
    QTest::newRow("a float") << QByteArray("1795428000.0") << qint64(1) << u"timestamp-text"_s;
}

void TstDiagnosisHints::provesTheClock()
{
    QFETCH(QByteArray, stamp);
    QFETCH(qint64, age);
    QFETCH(QString, cause);
    Question question
        = smileWith({{"Smile-Timestamp", stamp},
                     {"Smile-Signature", broken::hmac64(secret, stamp + '.' + body)}});
    question.receivedAt = (::smile::sentAt + age) * 1'000'000;
    const Diagnosis diagnosis = diagnose(question);
    QCOMPARE(broken::words(diagnosis.causes), cause.isEmpty() ? QStringList() : QStringList(cause));
    QCOMPARE(diagnosis.certainty, cause.isEmpty() ? Certainty::None : Certainty::Proof);
}

QTEST_GUILESS_MAIN(TstDiagnosisHints)
#include "tst_diagnosishints.moc"
