// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/mac.h"

#include <QByteArray>
#include <QtTest>

using signature::Digest;
using signature::Hash;

namespace
{

QByteArray hex(const Digest &digest)
{
    return QByteArray(reinterpret_cast<const char *>(digest.data()), qsizetype(digest.size()))
        .toHex();
}

QByteArray counting(int from, int count)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i)
        bytes += char(from + i);
    return bytes;
}

} // namespace

class TstMac : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithRfc4231_data();
    void agreesWithRfc4231();
    void agreesWithRfc4231WhileKeysAreKept_data() { agreesWithRfc4231_data(); }
    void agreesWithRfc4231WhileKeysAreKept();
    void takesPiecesAsOneText();
    void agreesWithFips180_data();
    void agreesWithFips180();
    void comparesEveryByte();
    void agreesOnEveryThread();
};

void TstMac::agreesWithRfc4231_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("digest");

    QTest::newRow("case 1") << QByteArray(20, '\x0b') << QByteArray("Hi There")
                            << QByteArray("b0344c61d8db38535ca8afceaf0bf12b"
                                          "881dc200c9833da726e9376c2e32cff7");
    QTest::newRow("case 2: a short key")
        << QByteArray("Jefe") << QByteArray("what do ya want for nothing?")
        << QByteArray("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    QTest::newRow("case 3") << QByteArray(20, '\xaa') << QByteArray(50, '\xdd')
                            << QByteArray("773ea91e36800e46854db8ebd09181a7"
                                          "2959098b3ef8c122d9635514ced565fe");
    QTest::newRow("case 4") << counting(1, 25) << QByteArray(50, '\xcd')
                            << QByteArray("82558a389a443c0ea4cc819899f2083a"
                                          "85f0faa3e578f8077a2e3ff46729665b");
    QTest::newRow("case 6: a key longer than a block")
        << QByteArray(131, '\xaa')
        << QByteArray("Test Using Larger Than Block-Size Key - Hash Key First")
        << QByteArray("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

void TstMac::agreesWithRfc4231()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, text);
    QTEST(hex(signature::hmac(Hash::Sha256, key, {text})), "digest");
}

// Each key anew, again, after another one and after it was forgotten.
void TstMac::agreesWithRfc4231WhileKeysAreKept()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, digest);
    const auto mac = [&] { return hex(signature::hmac(Hash::Sha256, key, {text})); };
    const auto forget = qScopeGuard(signature::forgetKeys);
    signature::keepKeys();
    QCOMPARE(mac(), digest);
    QCOMPARE(mac(), digest);
    QVERIFY(hex(signature::hmac(Hash::Sha256, QByteArray(key.size(), 'k'), {text})) != digest);
    QCOMPARE(mac(), digest);
    QVERIFY(signature::hmac(Hash::Sha1, key, {text}).size() == 20);
    signature::keepKeys();
    QCOMPARE(mac(), digest);
    signature::forgetKeys();
    QCOMPARE(mac(), digest);
}

void TstMac::takesPiecesAsOneText()
{
    const QByteArray text = "what do ya want for nothing?";
    const Digest whole = signature::hmac(Hash::Sha256, "Jefe", {text});
    for (qsizetype i = 0; i <= text.size(); ++i)
        QCOMPARE(hex(signature::hmac(Hash::Sha256, "Jefe", {text.first(i), text.sliced(i)})),
                 hex(whole));
    QVERIFY(!signature::sameDigest(signature::hmac(Hash::Sha256, "Jefe", signature::ByteViews()),
                                   whole));
}

void TstMac::agreesWithFips180_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("digest");

    QTest::newRow("nothing") << QByteArray()
                             << QByteArray("e3b0c44298fc1c149afbf4c8996fb924"
                                           "27ae41e4649b934ca495991b7852b855");
    QTest::newRow("one block") << QByteArray("abc")
                               << QByteArray("ba7816bf8f01cfea414140de5dae2223"
                                             "b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("two blocks")
        << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        << QByteArray("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

void TstMac::agreesWithFips180()
{
    QFETCH(QByteArray, text);
    QTEST(hex(signature::digest(Hash::Sha256, text)), "digest");
}

void TstMac::comparesEveryByte()
{
    const Digest digest = signature::hmac(Hash::Sha256, "Jefe", {"text"});
    QVERIFY(signature::sameDigest(digest, Digest(digest)));
    for (size_t i = 0; i < digest.size(); ++i) {
        for (int bit = 0; bit < 8; ++bit) {
            Digest other = digest;
            other[i] ^= uchar(1 << bit);
            QVERIFY(!signature::sameDigest(digest, other));
        }
    }
}

void TstMac::agreesOnEveryThread()
{
    const QByteArray expected = hex(signature::hmac(Hash::Sha256, "Jefe", {"text"}));
    for (int i = 0; i < 3; ++i) {
        QByteArray found;
        std::unique_ptr<QThread> thread(
            QThread::create([&] { found = hex(signature::hmac(Hash::Sha256, "Jefe", {"text"})); }));
        thread->start();
        QVERIFY(thread->wait());
        QCOMPARE(found, expected);
    }
}

QTEST_GUILESS_MAIN(TstMac)
#include "tst_mac.moc"
