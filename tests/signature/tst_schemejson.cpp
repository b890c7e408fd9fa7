// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/schemejson.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using signature::readScheme;
using signature::Scheme;
using signature::Source;

namespace
{

// A scheme with `rule` for its "verify".
QByteArray withRule(const QByteArray &rule)
{
    return R"({"id":"acme","name":"Acme","verify":{)" + rule + "}}";
}

const QByteArray plainRule
    = R"("type":"hmac","key":["utf8"],"signature":{"from":"header:X-Sig"},"message":"{body}")";

// A scheme with every member that there is.
QByteArray everything()
{
    QFile file(u"" TEST_DATA "/schemes/everything.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("tests/data/schemes/everything.json is missing");
    return file.readAll();
}

} // namespace

class TstSchemeJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryMember();
    void readsJws();
    void writesWhatItReads_data();
    void writesWhatItReads();
    void namesThePlaceOfAFault_data();
    void namesThePlaceOfAFault();
    void derivesWhetherTheBodyIsCovered_data();
    void derivesWhetherTheBodyIsCovered();
    void takesNoEndlessFile();
};

void TstSchemeJson::readsEveryMember()
{
    const auto scheme = readScheme(everything());
    QVERIFY2(scheme, qPrintable(scheme ? QString() : scheme.error().why));
    QCOMPARE(scheme->name, u"Acme “2”"_s);
    QCOMPARE(scheme->trust, signature::Trust::OfficialVector);
    QVERIFY(scheme->confirmed);
    QCOMPARE(scheme->eventType.size(), 2);
    QCOMPARE(scheme->hash, signature::Hash::Sha512);
    QCOMPARE(scheme->key.size(), 5);
    QCOMPARE(scheme->key[1].text, QByteArray("whsec_"));
    QCOMPARE(scheme->signature[1].source, Source::NumberedHeader);
    QCOMPARE(scheme->form.key, QByteArray("v1"));
    QVERIFY(scheme->form.quoted);
    QCOMPARE(scheme->message.segments[0].group, 0);
    QCOMPARE(scheme->otherMessage.text, QByteArray("{timestamp}"));
    QCOMPARE(scheme->time->unit, signature::Unit::Milliseconds);
    QCOMPARE(scheme->time->tolerance.value_or(0), qint64(60));
    QVERIFY(scheme->time->pastOnly && scheme->time->exclusive);
    QCOMPARE(scheme->require.size(), 2);
    QCOMPARE(scheme->require[1].place.name, QByteArray("/a\"b"));
    QCOMPARE(scheme->bodyDigest->hash, signature::Hash::Sha1);
    QCOMPARE(scheme->urlVariants.size(), 5);
    QCOMPARE(scheme->jsonFrom->name, QByteArray("json"));
    QVERIFY(!scheme->coversBody);
}

const QByteArray jwsRule
    = R"("type":"jws","algs":["HS256","ES256"],"key":["utf8"],"signature":{"from":"header:X-Jwt"},)"
      R"("bind":[{"claim":"h","equals":"{body|sha256hex}","when":"body_present"},)"
      R"({"claim":"u","equals":"{url}","optional":true},)"
      R"({"claim":"k","equals":"{config:key}","when":"known"}],"require_claims":{"iss":"Acme"},)"
      R"("leeway":0,"max_age":300,"must_expire":true)";

void TstSchemeJson::readsJws()
{
    const auto scheme = readScheme(withRule(jwsRule));
    QVERIFY(scheme);
    QCOMPARE(scheme->jws.algorithms.size(), 2);
    QVERIFY(scheme->jws.bind[0].withBody && scheme->jws.bind[1].optional);
    QVERIFY(scheme->jws.bind[2].whenKnown && !scheme->jws.bind[2].withBody);
    QVERIFY(scheme->jws.mustExpire);
    QCOMPARE(scheme->jws.leeway.value_or(-1), qint64(0));
    QCOMPARE(scheme->jws.maxAge.value_or(-1), qint64(300));
    QCOMPARE(scheme->jws.requireClaims[0].value, QByteArray("Acme"));
}

void TstSchemeJson::writesWhatItReads_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("every member") << everything();
    QTest::newRow("the fewest members") << withRule(plainRule);
    QTest::newRow("a JWS") << withRule(jwsRule);
    QTest::newRow("a public key") << withRule(
        R"("type":"ecdsa","hash":"sha1","key_format":"pem-oneline","message":"{body}",)"
        R"("signature":{"from":"header:X","parse":{"type":"b64json","pointer":"/signature"}})");
    QTest::newRow("Smile's") << signature::writeScheme(signature::smile());
}

void TstSchemeJson::writesWhatItReads()
{
    QFETCH(QByteArray, text);
    const auto scheme = readScheme(text);
    QVERIFY2(scheme, qPrintable(scheme ? QString() : scheme.error().why));
    const QByteArray written = signature::writeScheme(*scheme);
    const auto again = readScheme(written);
    QVERIFY2(again, qPrintable(again ? QString() : again.error().why));
    QVERIFY(*again == *scheme);
    QCOMPARE(signature::writeScheme(*again), written);
}

void TstSchemeJson::namesThePlaceOfAFault_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("why");

    const auto add = [](const char *name, const QByteArray &text, const QString &why) {
        QTest::newRow(name) << text << why;
    };
    const auto replaced = [](const char *before, const char *after) {
        return withRule(QByteArray(plainRule).replace(before, after));
    };
    add("not JSON", "{", u"line 1, column 2: the text ends before the value does"_s);
    add("not an object", "[]", u"an object is expected"_s);
    add("no id", R"({"name":"A","verify":{)" + plainRule + "}}", u"id: is missing"_s);
    add("no rule", R"({"id":"a","name":"A"})", u"verify: is missing"_s);
    add("an unknown form",
        replaced(R"("from":"header:X-Sig")", R"("from":"header:X-Sig","parse":{"type":"kvx"})"),
        u"signature.parse: unknown form “kvx”"_s);
    add("an unknown type", replaced("hmac", "hmacs"), u"type: unknown word “hmacs”"_s);
    add("an unknown source", replaced("{body}", "{bdy}"), u"message: unknown source “bdy”"_s);
    add("an unknown step", replaced("utf8", "utf9"), u"key: unknown step “utf9”"_s);
    add("an unknown place", replaced("header:X-Sig", "cookie:x"),
        u"signature.from: unknown place “cookie:x”"_s);
    add("an unknown member", withRule(plainRule + R"(,"salt":"x")"), u"unknown member “salt”"_s);
    add("a member twice", withRule(plainRule + R"(,"type":"hmac")"), u"type: stands there twice"_s);
    add("a number for a text", replaced(R"("{body}")", "1"), u"message: a text is expected"_s);
    add("a header's name with a line break", replaced("X-Sig", R"(X\r\nEvil: 1)"),
        u"signature.from: “X\r\nEvil: 1” is no header's name"_s);
    add("a key without a recipe", replaced(R"(["utf8"])", "[]"), u"key: is missing"_s);
    add("no message", replaced("{body}", ""), u"message: is missing"_s);
    add("a digest of public things", replaced("hmac", "digest"),
        u"message: a digest without {secret} proves nothing"_s);
    add("a timestamp from nowhere", replaced("{body}", "{timestamp}"),
        u"message: {timestamp} needs a timestamp"_s);
    add("a list without a separator",
        replaced(R"("from":"header:X-Sig")", R"("from":"header:X-Sig","parse":{"type":"list"})"),
        u"signature.parse.sep: is missing"_s);
    QByteArray many;
    for (int row = 0; row < 17; ++row)
        many += (row ? R"(,"header:X-)" : R"("header:X-)") + QByteArray::number(row) + R"(":"1")";
    add("too many requirements", withRule(plainRule + R"(,"require":{)" + many + '}'),
        u"require: more than 16 entries"_s);
    add("the body five times", replaced("{body}", "{body}{body}{body|sha256hex}{body}{body}"),
        u"message: the body stands in it more than 4 times"_s);
    add("a body encoded as a URL", replaced("{body}", "{body|encode_uri}"),
        u"message: “encode_uri” goes with a URL only"_s);
    add("too many values of the body",
        withRule(QByteArray(plainRule).replace("{body}", QByteArray("{json:/a}").repeated(33))),
        u"message: more than 32 values of the body"_s);
    add("three lists of headers",
        withRule(QByteArray(plainRule).replace(
            "{body}", QByteArray("{headers_listed_in:header:X|,}").repeated(3))),
        u"message: more than 2 lists of headers"_s);
    add("a fraction of a second",
        withRule(plainRule + R"(,"timestamp":{"from":"header:T","tolerance":1.5})"),
        u"timestamp.tolerance: a whole number from 0 to 1000000000 is expected"_s);
    add("no JWS without algorithms",
        withRule(R"("type":"jws","key":["utf8"],"signature":{"from":"header:X"})"),
        u"algs: is missing"_s);
    add("the algorithm none", withRule(QByteArray(jwsRule).replace("HS256", "none")),
        u"algs: unknown algorithm “none”"_s);
}

void TstSchemeJson::namesThePlaceOfAFault()
{
    QFETCH(QByteArray, text);
    const auto scheme = readScheme(text);
    QVERIFY(!scheme);
    QTEST(scheme.error().why, "why");
    QCOMPARE(scheme.error().kind, core::ErrorKind::Usage);
}

void TstSchemeJson::derivesWhetherTheBodyIsCovered_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<bool>("covered");

    QTest::newRow("the body") << QByteArray("a.{body}") << true;
    QTest::newRow("a checksum of it") << QByteArray("{body|crc32}") << true;
    QTest::newRow("all form fields") << QByteArray("{url}{form_sorted}") << true;
    QTest::newRow("two members of it") << QByteArray("{json:/a}{json:/b}") << false;
    QTest::newRow("the address only") << QByteArray("{url}") << false;
}

void TstSchemeJson::derivesWhetherTheBodyIsCovered()
{
    QFETCH(QByteArray, message);
    const auto scheme = readScheme(withRule(QByteArray(plainRule).replace("{body}", message)));
    QVERIFY(scheme);
    QTEST(scheme->coversBody, "covered");
}

void TstSchemeJson::takesNoEndlessFile()
{
    const QByteArray text = withRule(plainRule);
    const qsizetype room = signature::largestSchemeFile - text.size();
    QVERIFY(readScheme(text + QByteArray(room, ' ')));
    QVERIFY(!readScheme(text + QByteArray(room + 1, ' ')));
}

QTEST_GUILESS_MAIN(TstSchemeJson)
#include "tst_schemejson.moc"
