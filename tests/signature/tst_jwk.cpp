// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/jwk.h"
#include "support/publickeys.h"

#include <QtTest>

using signature::Hash;

namespace
{

// A JSON object of texts.
QByteArray jwk(const QList<std::pair<QByteArray, QByteArray>> &members)
{
    QByteArrayList all;
    for (const auto &[name, value] : members)
        all.append('"' + name + "\":\"" + value + '"');
    return '{' + all.join(',') + '}';
}

QByteArray curveJwk(const QByteArray &id = "")
{
    return jwk({{"kty", "EC"},
                {"crv", "P-256"},
                {"x", publickeys::curveX},
                {"y", publickeys::curveY},
                {"kid", id}});
}

QByteArray edwardsJwk()
{
    return jwk({{"kty", "OKP"}, {"crv", "Ed25519"}, {"x", publickeys::edwardsX}});
}

QByteArray rsaJwk() { return jwk({{"kty", "RSA"}, {"e", "AQAB"}, {"n", publickeys::rsaModulus}}); }

} // namespace

class TstJwk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsKeys_data();
    void readsKeys();
    void readsASet();
    void readsNone_data();
    void readsNone();
    void readsFewOfMany();
};

void TstJwk::readsKeys_data()
{
    QTest::addColumn<QByteArray>("jwk");
    QTest::addColumn<QByteArray>("signature");
    QTest::addColumn<bool>("hashed");

    QTest::newRow("P-256") << curveJwk() << QByteArray(publickeys::curveSignature) << true;
    QTest::newRow("RSA") << rsaJwk() << QByteArray(publickeys::rsaSignature) << true;
    QTest::newRow("Ed25519") << edwardsJwk() << QByteArray(publickeys::edwardsSignature) << false;
}

void TstJwk::readsKeys()
{
    QFETCH(QByteArray, jwk);
    QFETCH(QByteArray, signature);
    QFETCH(bool, hashed);
    const auto keys = signature::readJwks(jwk);
    QCOMPARE(keys.size(), size_t(1));
    const auto hash = hashed ? std::optional(Hash::Sha256) : std::nullopt;
    const QByteArray bytes = QByteArray::fromBase64(signature);
    QVERIFY(signature::verifies(keys[0].key.get(), hash, bytes, "hello"));
    QVERIFY(!signature::verifies(keys[0].key.get(), hash, bytes, "hallo"));
}

// What is no key of a set is left out.
void TstJwk::readsASet()
{
    const auto keys = signature::readJwks(R"({"keys":[)" + curveJwk("one")
                                          + R"(,{"kty":"oct","k":"AAAA"},7,)" + rsaJwk() + "]}");
    QCOMPARE(keys.size(), size_t(2));
    QCOMPARE(keys[0].id, QByteArray("one"));
    QCOMPARE(keys[1].id, QByteArray());
}

void TstJwk::readsNone_data()
{
    QTest::addColumn<QByteArray>("text");

    const auto without = [](QByteArray jwk, const QByteArray &from, const QByteArray &to) {
        return jwk.replace(from, to);
    };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("-----BEGIN");
    QTest::newRow("an empty object") << QByteArray("{}");
    QTest::newRow("an empty set") << QByteArray(R"({"keys":[]})");
    QTest::newRow("a set that is a text") << QByteArray(R"({"keys":"x"})");
    QTest::newRow("a shared key") << QByteArray(R"({"kty":"oct","k":"AAAA"})");
    QTest::newRow("another curve") << without(curveJwk(), "P-256", "P-192");
    QTest::newRow("a larger curve") << without(curveJwk(), "P-256", "P-384");
    QTest::newRow("no y") << without(curveJwk(), "\"y\"", "\"z\"");
    QTest::newRow("a point that is not on the curve")
        << without(curveJwk(), publickeys::curveY, publickeys::curveX);
    QTest::newRow("a coordinate with padding")
        << without(curveJwk(), publickeys::curveX, QByteArray(publickeys::curveX) + '=');
    QTest::newRow("a short Ed25519 key") << without(edwardsJwk(), publickeys::edwardsX, "AAAA");
    QTest::newRow("X25519") << without(edwardsJwk(), "Ed25519", "X25519");
    QTest::newRow("RSA without its modulus") << without(rsaJwk(), "\"n\"", "\"m\"");
    QTest::newRow("RSA without its exponent") << without(rsaJwk(), "AQAB", "");
    QTest::newRow("members of another type") << QByteArray(R"({"kty":["EC"],"crv":{},"x":1})");
    QTest::newRow("a million brackets") << QByteArray(1'000'000, '[');
}

void TstJwk::readsNone()
{
    QFETCH(QByteArray, text);
    QCOMPARE(signature::readJwks(text).size(), size_t(0));
}

void TstJwk::readsFewOfMany()
{
    const QByteArray keys = (edwardsJwk() + ',').repeated(1000) + edwardsJwk();
    QCOMPARE(signature::readJwks("{\"keys\":[" + keys + "]}").size(), size_t(32));
}

QTEST_GUILESS_MAIN(TstJwk)
#include "tst_jwk.moc"
