// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/broken.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace signature;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(signature::Question)

class TstDiagnosis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void explainsWhatTheOwnCodeComputed_data();
    void explainsWhatTheOwnCodeComputed();
    void saysWhenTheOwnCodeIsRight();
    void neverProvesARandomSignature_data();
    void neverProvesARandomSignature();
    void provesNoneOfTenThousandRandomSignatures();
    void neverProvesAShortMatch_data();
    void neverProvesAShortMatch();
    void saysNothingOfWhatFits();
    void guessesWhereThoseBeforeWereVerified_data();
    void guessesWhereThoseBeforeWereVerified();
    void guessesOnlyAChangeOfWhatIsSigned_data();
    void guessesOnlyAChangeOfWhatIsSigned();
    void staysWithinItsBounds();
    void endsSoonForALargeBody();
    void stopsWhenAsked_data();
    void stopsWhenAsked();
    void triesNothingWhereAnExportHidTheSignature();
    void tellsWhatWasTried();
    void tellsProofAndHintApart();
    void showsWhereTheTextsDiffer();
};

namespace
{

constexpr char body[] = R"({"account_id":0,"data":{},"topic":"ping"})";
const QByteArray secret = smile::key;
const QByteArray usual = QByteArray(broken::stamp) + '.' + body;

Question code(const QByteArray &value, const QByteArray &here = body)
{
    const QByteArray text = QByteArray(broken::stamp) + '.' + here;
    Question question = broken::smiles(text, here);
    question.origin = Origin::OwnCode;
    question.computed = value;
    return question;
}

QByteArray randomBytes(QRandomGenerator &random, int size)
{
    QByteArray bytes;
    for (int i = 0; i < size; ++i)
        bytes += char(random.bounded(256));
    return bytes;
}

} // namespace

void TstDiagnosis::explainsWhatTheOwnCodeComputed_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QStringList>("causes");

    const auto row = [](const char *name, const QByteArray &value, const QStringList &causes) {
        QTest::newRow(name) << value << causes;
    };
    row("hex", broken::hmacHex(secret, usual), {u"digest"_s});
    row("hex and a line feed", broken::hmacHex(secret, usual) + '\n', {u"digest"_s});
    row("Base64 of hex", broken::hmacHex(secret, usual).toBase64(), {u"digest"_s});
    row("the body alone", broken::hmac64(secret, body), {u"layout"_s});
    row("the body alone, in hex", broken::hmacHex(secret, body), {u"layout"_s, u"digest"_s});
    row("Python's bytes", broken::hmac64(secret, QByteArray(broken::stamp) + ".b'" + body + '\''),
        {u"layout"_s});
    row("json.dumps",
        broken::hmac64(secret,
                       QByteArray(broken::stamp)
                           + R"(.{"account_id": 0, "data": {}, "topic": "ping"})"),
        {u"json-reserialised"_s});
    row("a header that was not found", broken::hmac64(secret, QByteArray("undefined.") + body),
        {u"timestamp-text"_s});
    row("a parsed object", broken::hmac64(secret, QByteArray(broken::stamp) + ".[object Object]"),
        {u"wrapped-body"_s});
    row("a secret with a line feed", broken::hmac64(secret + '\n', usual),
        {u"secret-whitespace"_s});
    row("a secret that is not set", broken::hmac64("", usual), {u"empty-secret"_s});
    row("quotes around the value", '"' + broken::hmac64(secret, usual) + '"',
        {u"signature-format"_s});
    row("a prefix", "sha256=" + broken::hmac64(secret, usual), {u"signature-format"_s});
}

void TstDiagnosis::explainsWhatTheOwnCodeComputed()
{
    QFETCH(QByteArray, value);
    const Diagnosis diagnosis = diagnose(code(value));
    QTEST(broken::words(diagnosis.causes), "causes");
    QCOMPARE(diagnosis.certainty, Certainty::Proof);
    QVERIFY(!diagnosis.right);
    QVERIFY(!diagnosis.remedy.isEmpty());
}

void TstDiagnosis::saysWhenTheOwnCodeIsRight()
{
    const Diagnosis diagnosis = diagnose(code(broken::hmac64(secret, usual) + '\n'));
    QVERIFY(diagnosis.right);
    QVERIFY(diagnosis.causes.isEmpty());
    QCOMPARE(diagnosis.certainty, Certainty::None);
    QVERIFY(!diagnosis.detail.isEmpty());
}

void TstDiagnosis::neverProvesARandomSignature_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("hex");
    QTest::addColumn<int>("rounds");

    const auto row = [](const char *name, const QString &scheme, const char *header,
                        const char *prefix, int size, bool hex, int rounds) {
        QTest::newRow(name) << scheme << QByteArray(header) << QByteArray(prefix) << size << hex
                            << rounds;
    };
    row("Smile", u"smile"_s, "Smile-Signature", "", 32, false, 50);
    row("Smile, sixteen bytes", u"smile"_s, "Smile-Signature", "", 16, false, 50);
    row("Smile, eight bytes", u"smile"_s, "Smile-Signature", "", 8, false, 50);
    row("Smile, four bytes", u"smile"_s, "Smile-Signature", "", 4, false, 50);
    row("GitHub", u"github"_s, "X-Hub-Signature-256", "sha256=", 32, true, 50);
    row("GitHub, two bytes", u"github"_s, "X-Hub-Signature-256", "sha256=", 2, true, 50);
    row("Shopify", u"shopify"_s, "X-Shopify-Hmac-Sha256", "", 32, false, 50);
    row("GitLab's token", u"gitlab"_s, "X-Gitlab-Token", "", 16, true, 50);
}

void TstDiagnosis::neverProvesARandomSignature()
{
    QFETCH(QString, scheme);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, prefix);
    QFETCH(int, size);
    QFETCH(bool, hex);
    QFETCH(int, rounds);
    QRandomGenerator random(20261125);
    for (int round = 0; round < rounds; ++round) {
        const QByteArray bytes = randomBytes(random, size);
        const QByteArray value = prefix + (hex ? bytes.toHex() : bytes.toBase64());
        Question question = broken::ask(scheme, secret, broken::post(body, {{header, value}}));
        if (scheme == u"smile"_s)
            question.request.fields.append(http::Field{"Smile-Timestamp", broken::stamp});
        question.otherSchemes = signature::allSchemes();
        const Diagnosis diagnosis = diagnose(question);
        QVERIFY(diagnosis.certainty != Certainty::Proof);
        QVERIFY(diagnosis.tried <= 2000);
    }
}

// Thirty in a header: each digest that is tried is compared with all of them.
void TstDiagnosis::provesNoneOfTenThousandRandomSignatures()
{
    QRandomGenerator random(20261126);
    for (int round = 0; round < 334; ++round) {
        QByteArrayList values;
        for (int i = 0; i < 30; ++i)
            values.append(randomBytes(random, 32).toBase64());
        const Diagnosis diagnosis
            = diagnose(broken::ask(u"smile"_s, secret, ::smile::request(body, values.join(", "))));
        QVERIFY(diagnosis.certainty != Certainty::Proof);
    }
}

void TstDiagnosis::neverProvesAShortMatch_data()
{
    QTest::addColumn<QByteArray>("value");

    const QByteArray mac = broken::hmac(secret, usual);
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("one letter") << mac.toBase64().first(1);
    QTest::newRow("ten letters of Base64") << mac.toBase64().first(10);
    QTest::newRow("fourteen digits of hex") << mac.toHex().first(14);
    QTest::newRow("padding alone") << QByteArray("====");
    QTest::newRow("a prefix alone") << QByteArray("sha256=");
}

void TstDiagnosis::neverProvesAShortMatch()
{
    QFETCH(QByteArray, value);
    const Diagnosis diagnosis
        = diagnose(broken::ask(u"smile"_s, secret, ::smile::request(body, value)));
    QVERIFY(diagnosis.certainty != Certainty::Proof);
}

void TstDiagnosis::triesNothingWhereAnExportHidTheSignature()
{
    const Diagnosis diagnosis
        = diagnose(broken::ask(u"smile"_s, secret, ::smile::request(body, "redacted-3")));
    QCOMPARE(diagnosis.certainty, Certainty::None);
    QCOMPARE(diagnosis.tried, 0);
    QVERIFY(diagnosis.detail.contains(u"hidden when this was exported"_s));
}

void TstDiagnosis::saysNothingOfWhatFits()
{
    const Diagnosis diagnosis = diagnose(broken::smiles(usual, body));
    QCOMPARE(diagnosis.certainty, Certainty::None);
    QVERIFY(diagnosis.causes.isEmpty());
}

void TstDiagnosis::guessesWhereThoseBeforeWereVerified_data()
{
    QTest::addColumn<Question>("question");
    QTest::addColumn<QString>("before");
    QTest::addColumn<bool>("guessed");

    const Question strange = broken::smiles(usual, body, "nobody-has-this-secret-000");
    QTest::newRow("another secret") << strange << u"primary"_s << true;
    Question edited = broken::smileBody(body, body);
    edited.request.body.replace("ping", "pong");
    QTest::newRow("a body that was changed after signing") << edited << u"primary"_s << true;
    QTest::newRow("nothing before") << strange << QString() << false;
    QTest::newRow("a secret that is gone") << strange << u"older"_s << false;
    QTest::newRow("a proof") << broken::smileBody(QByteArray(body) + '\n', body) << u"primary"_s
                             << false;
    Question timeless = strange;
    timeless.request.fields.removeIf(
        [](const http::Field &field) { return field.name == "Smile-Timestamp"; });
    QTest::newRow("no time, so that nothing is computed") << timeless << u"primary"_s << false;
    Question own = strange;
    own.origin = Origin::OwnCode;
    own.computed = broken::hmac64("nobody-has-this-secret-000", usual);
    QTest::newRow("a value of the own code") << own << u"primary"_s << false;
}

void TstDiagnosis::guessesWhereThoseBeforeWereVerified()
{
    QFETCH(Question, question);
    QFETCH(QString, before);
    QFETCH(bool, guessed);
    question.verifiedBefore = before;
    const Diagnosis diagnosis = diagnose(question);
    QCOMPARE(!diagnosis.guess.isEmpty(), guessed);
    if (!guessed)
        return;
    QCOMPARE(diagnosis.certainty, Certainty::None);
    QCOMPARE(diagnosis.guess,
             u"Earlier webhooks verified with “primary”. Perhaps the body, the time or the "
             "signature was changed after signing, or this sender signs with another secret."_s);
    QCOMPARE(diagnosis.detail, u"Nothing that was tried fits. "_s + diagnosis.guess);
    QVERIFY(diagnosis.remedy.contains(u"“primary”"_s));
}

void TstDiagnosis::guessesOnlyAChangeOfWhatIsSigned_data()
{
    QTest::addColumn<Question>("question");
    QTest::addColumn<QString>("what");
    const Question timed = broken::smiles(usual, body, "nobody-has-this-secret-000");
    Question bodiless = timed;
    bodiless.scheme.coversBody = false;
    const QByteArray value = "sha256=" + broken::hmacHex("nobody-has-this-secret-000", body);
    QTest::newRow("body and time") << timed << u"the body, the time or the signature"_s;
    QTest::newRow("the body alone") << broken::ask(
        u"github"_s, smile::key, broken::post(body, {{"X-Hub-Signature-256", value}}))
                                    << u"the body or the signature"_s;
    QTest::newRow("no body") << bodiless << u"what is signed or the signature"_s;
}

void TstDiagnosis::guessesOnlyAChangeOfWhatIsSigned()
{
    QFETCH(Question, question);
    QFETCH(QString, what);
    question.verifiedBefore = u"primary"_s;
    const Diagnosis diagnosis = diagnose(question);
    QVERIFY2(diagnosis.guess.contains(u"Perhaps %1 was changed after signing"_s.arg(what)),
             qPrintable(diagnosis.guess));
}

void TstDiagnosis::staysWithinItsBounds()
{
    Question question = broken::smiles("something else", body, "another-secret-000");
    for (int i = 0; i < 300; ++i)
        question.otherSecrets.push_back(
            ::smile::secret(u"other"_s, "other-secret-" + QByteArray::number(i)));
    const Diagnosis diagnosis = diagnose(question);
    QCOMPARE(diagnosis.certainty, Certainty::None);
    QVERIFY(diagnosis.tried > 1000);
    QVERIFY(diagnosis.tried <= 2000);
}

void TstDiagnosis::endsSoonForALargeBody()
{
    QByteArray large = "[";
    while (large.size() < 32 * 1024 * 1024)
        large += R"({"name":"somebody","points":100},)";
    large += "null]";
    const Diagnosis diagnosis = diagnose(broken::smiles("something else", large));
    QCOMPARE(diagnosis.certainty, Certainty::None);
    QVERIFY(diagnosis.stopped);
    QVERIFY(diagnosis.tried >= 8);
    const Diagnosis found
        = diagnose(broken::smiles(QByteArray(broken::stamp) + '.' + large, large + '\n'));
    QCOMPARE(broken::words(found.causes), QStringList(u"newline"_s));
}

void TstDiagnosis::stopsWhenAsked_data()
{
    QTest::addColumn<int>("after");

    QTest::newRow("at once") << 0;
    QTest::newRow("after a while") << 50;
}

void TstDiagnosis::stopsWhenAsked()
{
    QFETCH(int, after);
    int asked = 0;
    const Diagnosis diagnosis
        = diagnose(broken::smiles("something else", body), [&] { return ++asked > after; });
    QCOMPARE(diagnosis.certainty, Certainty::None);
    QVERIFY(diagnosis.stopped);
    QVERIFY(diagnosis.tried <= after * 8 + 8);
}

void TstDiagnosis::tellsWhatWasTried()
{
    const Diagnosis diagnosis = diagnose(broken::smiles("something else", body));
    QVERIFY(!diagnosis.stopped);
    QVERIFY(diagnosis.attempts.size() >= 8);
    int sum = 0;
    for (const Attempted &attempted : diagnosis.attempts)
        sum += attempted.count;
    QVERIFY(sum > 100);
    QVERIFY(sum <= diagnosis.tried);
}

void TstDiagnosis::tellsProofAndHintApart()
{
    const Diagnosis proof = diagnose(broken::smileBody("{}", "{}\n"));
    const Diagnosis hint = diagnose(broken::ask(
        u"smile"_s, "sk_live_0123456789", ::smile::request(body, broken::hmac64("else", "else"))));
    QCOMPARE(proof.certainty, Certainty::Proof);
    QCOMPARE(hint.certainty, Certainty::Hint);
    QVERIFY(proof.detail.startsWith(u"The signature fits if "_s));
    QVERIFY(hint.detail.startsWith(u"Nothing that was tried fits. "_s));
}

void TstDiagnosis::showsWhereTheTextsDiffer()
{
    const Diagnosis diagnosis = diagnose(broken::smileBody("{}", "{}\n"));
    QCOMPARE(diagnosis.expectedText, QByteArray("1795428000.{}\n"));
    QCOMPARE(diagnosis.fittingText, QByteArray("1795428000.{}"));
    QCOMPARE(diagnosis.differences, (QList<Difference>{{13, 1, 13, 0}}));
}

QTEST_GUILESS_MAIN(TstDiagnosis)
#include "tst_diagnosis.moc"
