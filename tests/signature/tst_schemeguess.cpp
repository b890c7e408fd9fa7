// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/schemeguess.h"
#include "signature/signer.h"
#include "support/smile.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using signature::Encoding;
using signature::Hash;
using signature::Scheme;
using signature::Source;

namespace
{

http::Request request(const http::Fields &fields)
{
    http::Request made;
    made.method = "POST";
    made.target = "/";
    made.body = R"({"a":1})";
    made.fields = http::Fields{{"Host", "localhost"}} + fields;
    return made;
}

Scheme blank()
{
    Scheme scheme;
    scheme.id = u"new"_s;
    scheme.name = u"New"_s;
    return scheme;
}

} // namespace

class TstSchemeGuess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheValue_data();
    void readsTheValue();
    void seesTheTimeAndTheId();
    void readsNamedValues();
    void findsTheSignedTextWithASecret_data();
    void findsTheSignedTextWithASecret();
    void keepsWhatIsNotSeen();
    void keepsAPublicKey();
    void guessesNothingWithoutASignature();
};

void TstSchemeGuess::readsTheValue_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("encoding");
    QTest::addColumn<int>("hash");
    QTest::addColumn<QByteArray>("prefix");
    const auto add = [](const char *name, const QByteArray &value, Encoding encoding, Hash hash,
                        const QByteArray &prefix) {
        QTest::newRow(name) << value << int(encoding) << int(hash) << prefix;
    };
    add("SHA-256 in hex", QByteArray(64, 'a'), Encoding::Hex, Hash::Sha256, "");
    add("SHA-1 in hex with a prefix", "sha1=" + QByteArray(40, 'a'), Encoding::Hex, Hash::Sha1,
        "sha1=");
    add("SHA-256 in Base64", smile::pingSignature, Encoding::Base64, Hash::Sha256, "");
    add("SHA-256 in Base64 with a prefix", QByteArray("v1=") + smile::pingSignature,
        Encoding::Base64, Hash::Sha256, "v1=");
    add("SHA-512 in hex", QByteArray(128, '0'), Encoding::Hex, Hash::Sha512, "");
}

void TstSchemeGuess::readsTheValue()
{
    QFETCH(QByteArray, value);
    const auto guess = signature::guessScheme(request({{"X-Acme-Signature", value}}), {}, blank());
    QVERIFY(guess);
    QVERIFY(!guess->verified);
    QCOMPARE(guess->scheme.signature, signature::Places({{Source::Header, "X-Acme-Signature"}}));
    QTEST(int(guess->scheme.encoding), "encoding");
    QTEST(int(guess->scheme.hash), "hash");
    QTEST(guess->scheme.form.prefix, "prefix");
    QCOMPARE(guess->scheme.message.text, "{body}");
    QCOMPARE(guess->scheme.name, u"New"_s);
}

void TstSchemeGuess::seesTheTimeAndTheId()
{
    const auto guess = signature::guessScheme(request({{"X-Acme-Timestamp", "1795428000123"},
                                                       {"X-Acme-Delivery-Id", "d-1"},
                                                       {"X-Acme-Event", "paid"},
                                                       {"X-Acme-Signature", QByteArray(64, 'a')}}),
                                              {}, blank());
    QVERIFY(guess);
    QCOMPARE(guess->scheme.time->from.name, "X-Acme-Timestamp");
    QCOMPARE(guess->scheme.time->unit, signature::Unit::Milliseconds);
    QCOMPARE(guess->scheme.deliveryId.first().name, "X-Acme-Delivery-Id");
    QCOMPARE(guess->scheme.eventType.first().name, "X-Acme-Event");
    QCOMPARE(guess->scheme.message.text, "{timestamp}.{body}");
    QCOMPARE(guess->found.size(), 4);
}

void TstSchemeGuess::readsNamedValues()
{
    const auto guess = signature::guessScheme(
        request({{"X-Acme-Signature", "t=1795428000,v1=" + QByteArray(64, 'a')}}), {}, blank());
    QVERIFY(guess);
    QCOMPARE(guess->scheme.form.form, signature::Form::KeyValue);
    QCOMPARE(guess->scheme.form.key, "v1");
    QCOMPARE(guess->scheme.form.separator, ",");
    QCOMPARE(guess->scheme.time->from, signature::Place({Source::SignatureField, "t"}));
}

void TstSchemeGuess::findsTheSignedTextWithASecret_data()
{
    QTest::addColumn<QString>("scheme");
    for (const char *scheme : {"smile", "stripe", "github", "slack"})
        QTest::newRow(scheme) << QString::fromLatin1(scheme);
}

// Known senders, as if nobody knew them.
void TstSchemeGuess::findsTheSignedTextWithASecret()
{
    QFETCH(QString, scheme);
    const auto known = signature::schemeById(scheme);
    const auto secret = smile::secret(u"Dev"_s);
    const auto sent = signature::sign(*known, *secret, request({}), "1795428000");
    QVERIFY(sent);
    const auto guess = signature::guessScheme(*sent, {secret}, blank());
    QVERIFY(guess);
    QVERIFY(guess->verified);
    QCOMPARE(guess->scheme.message.text, known->message.text);
}

void TstSchemeGuess::keepsWhatIsNotSeen()
{
    using signature::KeyStep;
    Scheme from = blank();
    from.key = {{KeyStep::Kind::StripPrefix, "whsec_"}, {KeyStep::Kind::Base64, {}}};
    from.require = {{{Source::Header, "X-Version"}, "2"}};
    from.account = {{Source::Json, "/shop"}};
    from.eventType = {{Source::Json, "/type"}};
    from.message = *signature::parseTemplate("{timestamp}+{body}+{timestamp}");
    from.time = signature::TimeRule{.from = {Source::Header, "X-Old"},
                                    .unit = signature::Unit::Milliseconds,
                                    .tolerance = 200'000,
                                    .pastOnly = true,
                                    .exclusive = true};
    QByteArray bytes = "whsec_MDEyMzQ1Njc4OWFiY2RlZg==";
    const auto secret = signature::Secret::take(u"Dev"_s, bytes);
    from.signature = {{Source::Header, "X-Acme-Signature"}};
    from.time->from.name = "X-Acme-Timestamp";
    from.time->unit = signature::Unit::Seconds;
    auto sent = *signature::sign(from, *secret, request({{"X-Version", "2"}}), "1795428000");
    from.time->from.name = "X-Old";
    for (const bool known : {true, false}) {
        const auto guess = signature::guessScheme(
            sent, known ? signature::Secrets{secret} : signature::Secrets(), from);
        QVERIFY(guess);
        QCOMPARE(guess->verified, known);
        QCOMPARE(guess->scheme.key, from.key);
        QVERIFY(guess->scheme.require == from.require);
        QCOMPARE(guess->scheme.account, from.account);
        QCOMPARE(guess->scheme.eventType, from.eventType);
        QCOMPARE(guess->scheme.message.text, from.message.text);
        QCOMPARE(guess->scheme.time->from.name, "X-Acme-Timestamp");
        QCOMPARE(guess->scheme.time->tolerance.value_or(0), 200'000);
        QVERIFY(guess->scheme.time->exclusive && guess->scheme.time->pastOnly);
    }
}

void TstSchemeGuess::keepsAPublicKey()
{
    Scheme from = blank();
    from.type = signature::Type::Ed25519;
    from.keyFormat = signature::KeyFormat::Ed25519Hex;
    const auto guess = signature::guessScheme(
        request({{"X-Acme-Signature", QByteArray(128, 'a')}, {"X-Acme-Timestamp", "1795428000"}}),
        {}, from);
    QVERIFY(guess);
    QCOMPARE(guess->scheme.type, signature::Type::Ed25519);
    QCOMPARE(guess->scheme.keyFormat.value_or(signature::KeyFormat::Pem),
             signature::KeyFormat::Ed25519Hex);
    QVERIFY(guess->scheme.key.isEmpty());
    QVERIFY(
        !signature::guessScheme(request({{"X-Acme-Signature", QByteArray(64, 'a')}}), {}, from));
}

void TstSchemeGuess::guessesNothingWithoutASignature()
{
    QVERIFY(!signature::guessScheme(request({{"X-Token", "abc"}}), {}, blank()));
    QVERIFY(!signature::guessScheme(request({{"X-Signature", "abc"}}), {}, blank()));
}

QTEST_GUILESS_MAIN(TstSchemeGuess)
#include "tst_schemeguess.moc"
