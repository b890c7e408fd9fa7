// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/requestbytes.h"
#include "resend/resigning.h"
#include "signature/catalogue.h"
#include "signature/signer.h"
#include "signature/verifier.h"
#include "support/smile.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using resend::Resigning;
using resend::SignatureChoice;
using resend::Signing;
using resend::TimeChoice;

constexpr qint64 second = 1'000'000;
constexpr qint64 later = (smile::sentAt + 86'400) * second;

class TstResigning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellsTheWays();
    void sendsAsReceived();
    void signsAsTold_data();
    void signsAsTold();
    void signsEverySharedSecret_data();
    void signsEverySharedSecret();
    void signsWhatTheEndpointKnows();
    void replacesWhereItStands();
    void removesOtherPlaces();
    void marksWhatIsNotAsReceived();
    void choosesSignatureAndTime_data();
    void choosesSignatureAndTime();
    void keepsTheTimeBesideTheSignature();
    void setsTheTimeInABody();
    void refuses_data();
    void refuses();
};

static const QUrl target(u"https://app.example/hook"_s);

static resend::Rewriting how(Signing signing)
{
    return {.target = target,
            .signing = signing,
            .scheme = signature::smile(),
            .secret = smile::secret(u"a"_s),
            .delivery = 17,
            .now = later};
}

static QByteArrayList names(const http::Request &request)
{
    QByteArrayList all;
    for (const http::Field &field : request.fields)
        all.append(field.name);
    return all;
}

void TstResigning::spellsTheWays()
{
    for (const QString &word : resend::signingWords())
        QCOMPARE(resend::word(*resend::signingFromWord(word)), word);
    QVERIFY(!resend::signingFromWord(u"maybe"));
}

void TstResigning::sendsAsReceived()
{
    const auto sent = resend::rewrite(smile::request(), how(Signing::AsReceived));
    QVERIFY(sent);
    QCOMPARE(
        resend::headBytes(*sent),
        QByteArray("POST /hook HTTP/1.1\r\nHost: app.example\r\nSmile-Timestamp: 1795428000\r\n"
                   "Smile-Signature: ")
            + smile::pingSignature + "\r\nContent-Length: 41\r\n\r\n");
}

void TstResigning::signsAsTold_data()
{
    QTest::addColumn<Signing>("signing");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("now") << Signing::Now << u"verified fresh"_s;
    QTest::newRow("stale") << Signing::Stale << u"verified stale"_s;
    QTest::newRow("in the future") << Signing::Future << u"verified future"_s;
    QTest::newRow("wrong") << Signing::Wrong << u"invalid fresh"_s;
    QTest::newRow("not at all") << Signing::None << u"unsigned fresh"_s;
}

void TstResigning::signsAsTold()
{
    QFETCH(Signing, signing);
    const auto sent = resend::rewrite(smile::request(), how(signing));
    QVERIFY(sent);
    const signature::Verdict verdict
        = signature::verify(*sent, signature::smile(), {smile::secret(u"a"_s)}, later);
    QTEST(signature::word(verdict.signature) + u' ' + signature::word(verdict.freshness),
          "verdict");
}

void TstResigning::signsEverySharedSecret_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"smile", "stripe", "github", "slack", "svix", "shopify", "twilio"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

// Signed by us, then changed and signed again: what was signed before is replaced, not doubled.
void TstResigning::signsEverySharedSecret()
{
    QFETCH(QString, id);
    const auto scheme = signature::schemeById(id);
    if (!scheme)
        QSKIP("The catalogue has no such scheme.");
    resend::Rewriting again = how(Signing::Now);
    again.scheme = *scheme;
    again.secret = signature::strangeSecret(*scheme);
    const auto first = resend::rewrite(smile::request(), again);
    QVERIFY2(first, qPrintable(first ? QString() : core::describe(first.error())));
    http::Request changed = *first;
    changed.body += ' ';
    again.now += second;
    const auto sent = resend::rewrite(changed, again);
    QVERIFY(sent);
    QCOMPARE(names(*sent), names(*first));
    const auto verdict = signature::verify(*sent, *scheme, {again.secret}, again.now,
                                           {.url = target.toEncoded(), .parameters = {}});
    QCOMPARE(signature::word(verdict.signature), u"verified"_s);
}

void TstResigning::signsWhatTheEndpointKnows()
{
    resend::Rewriting rewriting = how(Signing::Now);
    rewriting.scheme.message.segments.append(
        signature::Segment{.place = {signature::Source::Config, "app"}});
    rewriting.parameters = {{"app", "8PT"}};
    const auto sent = resend::rewrite(smile::request(), rewriting);
    QVERIFY2(sent, qPrintable(sent ? QString() : core::describe(sent.error())));
    const auto verdictWith = [&](const QByteArray &app) {
        return signature::verify(*sent, rewriting.scheme, {smile::secret(u"a"_s)}, later,
                                 {.url = target.toEncoded(), .parameters = {{"app", app}}})
            .signature;
    };
    QCOMPARE(verdictWith("8PT"), signature::Signature::Verified);
    QCOMPARE(verdictWith("other"), signature::Signature::Invalid);
}

void TstResigning::replacesWhereItStands()
{
    http::Request request = smile::request();
    request.fields.insert(3, http::Field{"smile-signature", "twice"});
    request.fields.append(http::Field{"X-Last", "1"});
    const auto sent = resend::rewrite(request, how(Signing::Now));
    QVERIFY(sent);
    QCOMPARE(names(*sent),
             QByteArrayList({"Host", "Smile-Timestamp", "Smile-Signature", "Content-Length",
                             "X-Last", "Hookglass-Resend"}));
}

void TstResigning::removesOtherPlaces()
{
    signature::Scheme scheme = signature::smile();
    scheme.signature = {{signature::Source::Header, "X-New"}, {signature::Source::Header, "X-Old"}};
    http::Request request = smile::request();
    request.fields.append(http::Field{"x-old", "stale"});
    resend::Rewriting rewriting = how(Signing::Now);
    rewriting.scheme = scheme;
    const auto signedAsBefore = resend::rewrite(request, rewriting);
    QVERIFY(signedAsBefore);
    QVERIFY(!http::value(signedAsBefore->fields, "X-New"));
    QVERIFY(http::value(signedAsBefore->fields, "X-Old").value_or("stale") != "stale");
    request.fields.append(http::Field{"X-New", "stale"});
    const auto sent = resend::rewrite(request, rewriting);
    QVERIFY(sent);
    QVERIFY(http::value(sent->fields, "X-New").value_or("stale") != "stale");
    QVERIFY(!http::value(sent->fields, "X-Old"));
}

void TstResigning::marksWhatIsNotAsReceived()
{
    const auto exact = resend::rewrite(smile::request(), how(Signing::AsReceived));
    const auto again = resend::rewrite(smile::request(), how(Signing::None));
    QVERIFY(exact && again);
    QVERIFY(!http::value(exact->fields, resend::markName));
    QCOMPARE(http::value(again->fields, resend::markName), QByteArray("17"));
    resend::Rewriting unmarked = how(Signing::Now);
    unmarked.delivery = 0;
    const auto quiet = resend::rewrite(smile::request(), unmarked);
    QVERIFY(quiet);
    QVERIFY(!http::value(quiet->fields, resend::markName));
}

void TstResigning::choosesSignatureAndTime_data()
{
    QTest::addColumn<SignatureChoice>("signature");
    QTest::addColumn<TimeChoice>("time");
    QTest::addColumn<QString>("verdict");
    using S = SignatureChoice;
    using T = TimeChoice;
    QTest::newRow("all as it was") << S::Keep << T::Keep << u"verified stale"_s;
    QTest::newRow("another time under the old signature") << S::Keep << T::At << u"invalid fresh"_s;
    QTest::newRow("no time under the old signature")
        << S::Keep << T::LeaveOut << u"invalid missing"_s;
    QTest::newRow("signed with the old time") << S::Again << T::Keep << u"verified stale"_s;
    QTest::newRow("signed and then without the time")
        << S::Again << T::LeaveOut << u"invalid missing"_s;
    QTest::newRow("wrong with the old time") << S::Wrong << T::Keep << u"invalid stale"_s;
    QTest::newRow("nothing left of either") << S::LeaveOut << T::LeaveOut << u"unsigned missing"_s;
}

void TstResigning::choosesSignatureAndTime()
{
    QFETCH(SignatureChoice, signature);
    QFETCH(TimeChoice, time);
    const auto sent = resend::resigned(
        smile::request(), signature::smile(),
        {.signature = signature, .time = time, .at = later, .secret = smile::secret(u"a"_s)},
        target);
    QVERIFY(sent);
    const signature::Verdict verdict
        = signature::verify(*sent, signature::smile(), {smile::secret(u"a"_s)}, later);
    QTEST(signature::word(verdict.signature) + u' ' + signature::word(verdict.freshness),
          "verdict");
}

void TstResigning::keepsTheTimeBesideTheSignature()
{
    http::Request request = smile::request();
    request.fields.append(http::Field{"Stripe-Signature", "t=1795428000, v1=00"});
    const auto sent = resend::resigned(
        request, *signature::schemeById(u"stripe"_s),
        {.time = TimeChoice::Keep, .at = later, .secret = smile::secret(u"a"_s)}, target);
    QVERIFY(sent);
    QVERIFY(http::value(sent->fields, "Stripe-Signature")->startsWith("t=1795428000,v1="));
}

// Linear's time is a member of the body, which the signature covers.
void TstResigning::setsTheTimeInABody()
{
    http::Request request = smile::request();
    request.body = R"({"type":"Issue","webhookTimestamp":1795428000000})";
    resend::Rewriting rewriting = how(Signing::Stale);
    rewriting.scheme = *signature::schemeById(u"linear"_s);
    for (const auto &[signing, word] : {std::pair(Signing::Now, u"fresh"_s),
                                        {Signing::Stale, u"stale"_s},
                                        {Signing::Future, u"future"_s}}) {
        rewriting.signing = signing;
        const auto sent = resend::rewrite(request, rewriting);
        QVERIFY(sent);
        const signature::Verdict verdict
            = signature::verify(*sent, rewriting.scheme, {rewriting.secret}, later);
        QCOMPARE(verdict.signature, signature::Signature::Verified);
        QCOMPARE(signature::word(verdict.freshness), word);
    }
    const auto kept = resend::resigned(
        request, rewriting.scheme,
        {.time = TimeChoice::Keep, .at = later, .secret = rewriting.secret}, target);
    QVERIFY(kept);
    QCOMPARE(kept->body, request.body);
    request.body = "{}";
    QVERIFY(!resend::rewrite(request, rewriting));
}

void TstResigning::refuses_data()
{
    QTest::addColumn<resend::Rewriting>("rewriting");
    QTest::addColumn<QString>("why");
    resend::Rewriting rewriting = how(Signing::Now);
    rewriting.secret.reset();
    QTest::newRow("to sign without a secret") << rewriting << u"no secret"_s;
    rewriting = how(Signing::Now);
    rewriting.scheme = {};
    QTest::newRow("to sign by no scheme") << rewriting << u"no scheme"_s;
    rewriting = how(Signing::Stale);
    rewriting.scheme.time.reset();
    QTest::newRow("an age that nobody judges") << rewriting << u"no stale request"_s;
    rewriting = how(Signing::Now);
    rewriting.scheme.keyFormat = signature::KeyFormat::Pem;
    QTest::newRow("to sign for a private key") << rewriting << u"private key"_s;
}

void TstResigning::refuses()
{
    QFETCH(resend::Rewriting, rewriting);
    QFETCH(QString, why);
    const auto sent = resend::rewrite(smile::request(), rewriting);
    QVERIFY(!sent);
    QCOMPARE(sent.error().kind, core::ErrorKind::Usage);
    QVERIFY2(sent.error().why.contains(why), qPrintable(sent.error().why));
}

QTEST_GUILESS_MAIN(TstResigning)
#include "tst_resigning.moc"
