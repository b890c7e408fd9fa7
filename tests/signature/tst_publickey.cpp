// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/publickey.h"
#include "support/publickeys.h"

#include <QtTest>

using publickeys::pem;
using signature::Hash;
using signature::KeyFault;
using signature::Type;

namespace
{

signature::PublicKeys read(Type type, const QByteArray &text)
{
    signature::Scheme scheme;
    scheme.type = type;
    return signature::readPublicKeys(scheme, text);
}

} // namespace

class TstPublicKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsByTheLooks_data();
    void readsByTheLooks();
    void refuses_data();
    void refuses();
    void refusesAlteredSignatures_data();
    void refusesAlteredSignatures();
    void tellsWhatAKeyIsFor_data();
    void tellsWhatAKeyIsFor();
    void writesPairsAsDer_data();
    void writesPairsAsDer();
    void keepsKeysOfASecret();
};

void TstPublicKey::readsByTheLooks_data()
{
    QTest::addColumn<Type>("type");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("signature");

    const auto row
        = [](const char *name, Type type, const QByteArray &text, const QByteArray &signature) {
              QTest::newRow(name) << type << text << signature;
          };
    const QByteArray curve = publickeys::curveSignature;
    const QByteArray edwards = publickeys::edwardsSignature;
    row("PEM", Type::Ecdsa, pem(publickeys::curve), curve);
    row("PEM in one line", Type::Ecdsa, pem(publickeys::curve).replace('\n', ""), curve);
    row("PEM with spaces for line ends", Type::Ecdsa, pem(publickeys::curve).replace('\n', ' '),
        curve);
    row("PEM with words in front", Type::Ecdsa, "Your key:\r\n" + pem(publickeys::curve), curve);
    row("its Base64 alone", Type::Ecdsa, publickeys::curve, curve);
    row("a certificate", Type::Ecdsa, pem(publickeys::certificate, "CERTIFICATE"), curve);
    row("RSA", Type::Rsa, pem(publickeys::rsa), publickeys::rsaSignature);
    row("Ed25519 in PEM", Type::Ed25519, pem(publickeys::edwards), edwards);
    row("Ed25519 in hex", Type::Ed25519, publickeys::edwardsHex, edwards);
    row("Ed25519 in hex, in capitals and with a line end", Type::Ed25519,
        QByteArray(publickeys::edwardsHex).toUpper() + '\n', edwards);
    row("Ed25519 in Base64", Type::Ed25519, publickeys::edwardsRaw, edwards);
    row("Ed25519 of Standard Webhooks", Type::Ed25519, QByteArray("whpk_") + publickeys::edwardsRaw,
        edwards);
    row("a JWK", Type::Ed25519,
        R"( {"kty":"OKP","crv":"Ed25519","x":")" + QByteArray(publickeys::edwardsX) + "\"}",
        edwards);
}

void TstPublicKey::readsByTheLooks()
{
    QFETCH(Type, type);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, signature);
    const signature::PublicKeys keys = read(type, text);
    QCOMPARE(keys.fault, KeyFault::None);
    QCOMPARE(keys.keys.size(), size_t(1));
    const auto hash = type == Type::Ed25519 ? std::nullopt : std::optional(Hash::Sha256);
    QVERIFY(signature::verifies(keys.keys[0].key.get(), hash, QByteArray::fromBase64(signature),
                                "hello"));
}

void TstPublicKey::refuses_data()
{
    QTest::addColumn<Type>("type");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<KeyFault>("fault");

    const auto row = [](const char *name, Type type, const QByteArray &text, KeyFault fault) {
        QTest::newRow(name) << type << text << fault;
    };
    row("nothing", Type::Rsa, "", KeyFault::Unreadable);
    row("words", Type::Rsa, "my key", KeyFault::Unreadable);
    row("Base64 of something else", Type::Rsa, "AAAA", KeyFault::Unreadable);
    row("a begin without an end", Type::Rsa, "-----BEGIN PUBLIC KEY", KeyFault::Unreadable);
    row("a begin alone", Type::Rsa, "-----BEGIN PUBLIC KEY-----", KeyFault::Unreadable);
    row("PEM without its end", Type::Ecdsa, pem(publickeys::curve).chopped(30),
        KeyFault::Unreadable);
    row("PEM of something else", Type::Ecdsa, pem("AAAA"), KeyFault::Unreadable);
    row("a certificate that is a key", Type::Ecdsa, pem(publickeys::curve, "CERTIFICATE"),
        KeyFault::Unreadable);
    row("a private key", Type::Ecdsa, pem("AAAA", "PRIVATE KEY"), KeyFault::Private);
    row("a private key of another form", Type::Ecdsa, pem("AAAA", "EC PRIVATE KEY"),
        KeyFault::Private);
    row("a private key of Standard Webhooks", Type::Ed25519, "whsk_AAAA", KeyFault::Private);
    row("a key of another kind", Type::Rsa, pem(publickeys::curve), KeyFault::OtherKind);
    row("a JWK that is none", Type::Rsa, "{}", KeyFault::Unreadable);
    row("a megabyte", Type::Rsa, QByteArray(1 << 20, 'A'), KeyFault::Unreadable);
    row("bytes that are no text", Type::Rsa, QByteArray("\0\xff\xfe", 3), KeyFault::Unreadable);
}

void TstPublicKey::refuses()
{
    QFETCH(Type, type);
    QFETCH(QByteArray, text);
    const signature::PublicKeys keys = read(type, text);
    QVERIFY(keys.keys.empty());
    QTEST(keys.fault, "fault");
}

void TstPublicKey::refusesAlteredSignatures_data()
{
    QTest::addColumn<QByteArray>("signature");
    const QByteArray good = QByteArray::fromBase64(publickeys::curveSignature);
    QTest::newRow("none") << QByteArray();
    QTest::newRow("a byte less") << good.chopped(1);
    QTest::newRow("a byte more") << good + '\0';
    QTest::newRow("another byte") << good.chopped(1) + char(good.back() ^ 1);
    QTest::newRow("noughts") << QByteArray(72, '\0');
}

void TstPublicKey::refusesAlteredSignatures()
{
    QFETCH(QByteArray, signature);
    const signature::PublicKeys keys = read(Type::Ecdsa, publickeys::curve);
    QVERIFY(!signature::verifies(keys.keys[0].key.get(), Hash::Sha256, signature, "hello"));
}

void TstPublicKey::tellsWhatAKeyIsFor_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("algorithms");
    QTest::newRow("P-256") << QByteArray(publickeys::curve) << QByteArray("ES256");
    QTest::newRow("Ed25519") << QByteArray(publickeys::edwards) << QByteArray("EdDSA");
    QTest::newRow("RSA") << QByteArray(publickeys::rsa) << QByteArray("RS256 RS512");
}

void TstPublicKey::tellsWhatAKeyIsFor()
{
    QFETCH(QByteArray, text);
    const signature::PublicKeys keys = read(Type::Jws, text);
    QByteArrayList fitting;
    for (const char *one :
         {"ES256", "ES384", "ES512", "EdDSA", "RS256", "RS512", "HS256", "none", ""}) {
        if (signature::isKeyOf(one, keys.keys[0].key.get()))
            fitting.append(one);
    }
    QTEST(fitting.join(' '), "algorithms");
}

void TstPublicKey::writesPairsAsDer_data()
{
    QTest::addColumn<QByteArray>("pair");
    QTest::addColumn<QByteArray>("der"); // in hex
    QTest::newRow("two small numbers")
        << QByteArray::fromHex("0102") << QByteArray("3006020101020102");
    QTest::newRow("a high bit") << QByteArray::fromHex("80ff")
                                << QByteArray("300802020080020200ff");
    QTest::newRow("noughts in front")
        << QByteArray::fromHex("00010002") << QByteArray("3006020101020102");
    QTest::newRow("an odd length") << QByteArray::fromHex("010203") << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void TstPublicKey::writesPairsAsDer()
{
    QFETCH(QByteArray, pair);
    const QByteArray der = signature::derFromPair(pair);
    QTEST(der.toHex(), "der");
    QCOMPARE(signature::isDerPair(der), !der.isEmpty());
    QVERIFY(!signature::isDerPair(der + '\0'));
}

void TstPublicKey::keepsKeysOfASecret()
{
    signature::Scheme scheme;
    scheme.type = Type::Ecdsa;
    QByteArray text = pem(publickeys::curve);
    const auto secret = signature::Secret::take(QStringLiteral("key"), text);
    const signature::PublicKeys &first = signature::publicKeys(scheme, secret);
    QCOMPARE(first.keys.size(), size_t(1));
    QCOMPARE(&signature::publicKeys(scheme, secret), &first);
    scheme.type = Type::Rsa;
    QCOMPARE(signature::publicKeys(scheme, secret).fault, KeyFault::OtherKind);
}

QTEST_GUILESS_MAIN(TstPublicKey)
#include "tst_publickey.moc"
