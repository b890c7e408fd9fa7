// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/digesttext.h"

#include <QtTest>

using signature::Digest;
using signature::DigestFault;
using signature::DigestText;
using signature::Encoding;

namespace
{

DigestText read(QByteArrayView text) { return signature::readDigest(text, Encoding::Base64, 32); }

} // namespace

Q_DECLARE_METATYPE(signature::DigestFault)

class TstDigestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites();
    void readsEveryCharacter();
    void refuses_data();
    void refuses();
    void takesOnlyOneFormOfADigest();
    void pointsAtTheWrongCharacter();
};

void TstDigestText::readsWhatItWrites()
{
    Digest digest(32);
    for (int round = 0; round < 256; ++round) {
        for (size_t i = 0; i < digest.size(); ++i)
            digest[i] = uchar(round + int(i) * 7);
        const QByteArray text = signature::writeDigest(digest, Encoding::Base64);
        QCOMPARE(text.size(), signature::textLength(Encoding::Base64, 32));
        const DigestText again = read(text);
        QCOMPARE(again.fault, DigestFault::None);
        QVERIFY(signature::sameDigest(again.digest, digest));
    }
}

void TstDigestText::readsEveryCharacter()
{
    const QByteArray alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int c = 0; c < 256; ++c) {
        QByteArray text = QByteArray(43, 'A') + '=';
        text[5] = char(c);
        const bool allowed = alphabet.contains(char(c));
        QCOMPARE(read(text).fault, allowed ? DigestFault::None : DigestFault::Alphabet);
    }
}

void TstDigestText::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<DigestFault>("fault");

    QTest::newRow("nothing") << QByteArray() << DigestFault::Length;
    QTest::newRow("43 characters") << QByteArray(42, 'A') + '=' << DigestFault::Length;
    QTest::newRow("45 characters") << QByteArray(44, 'A') + '=' << DigestFault::Length;
    QTest::newRow("no padding") << QByteArray(43, 'A') << DigestFault::Length;
    QTest::newRow("a letter for the padding") << QByteArray(44, 'A') << DigestFault::Alphabet;
    QTest::newRow("two padding characters") << QByteArray(42, 'A') + "==" << DigestFault::Alphabet;
    QTest::newRow("Base64 of URLs") << QByteArray(42, 'A') + "-=" << DigestFault::Alphabet;
    QTest::newRow("64 hex digits") << QByteArray(64, 'a') << DigestFault::Length;
    QTest::newRow("44 hex digits") << QByteArray(44, 'a') << DigestFault::Alphabet;
    QTest::newRow("a space inside")
        << QByteArray(20, 'A') + ' ' + QByteArray(22, 'A') + '=' << DigestFault::Alphabet;
    QTest::newRow("the lowest spare bit") << QByteArray(42, 'A') + "B=" << DigestFault::Loose;
    QTest::newRow("the other spare bit") << QByteArray(42, 'A') + "C=" << DigestFault::Loose;
    QTest::newRow("both spare bits") << QByteArray(42, 'A') + "D=" << DigestFault::Loose;
    QTest::newRow("no spare bit") << QByteArray(42, 'A') + "E=" << DigestFault::None;
}

void TstDigestText::refuses()
{
    QFETCH(QByteArray, text);
    QTEST(read(text).fault, "fault");
}

// Qt's own decoder, and most others, take all four.
void TstDigestText::takesOnlyOneFormOfADigest()
{
    int taken = 0;
    for (const char last : QByteArrayView("0123")) {
        const QByteArray text = QByteArray(42, 'A') + last + '=';
        QCOMPARE(QByteArray::fromBase64(text).size(), 32);
        taken += read(text).fault == DigestFault::None ? 1 : 0;
    }
    QCOMPARE(taken, 1);
}

void TstDigestText::pointsAtTheWrongCharacter()
{
    for (qsizetype i = 0; i < 43; ++i) {
        QByteArray text = QByteArray(43, 'A') + '=';
        text[i] = '_';
        QCOMPARE(read(text).at, i);
    }
    QCOMPARE(read(QByteArray(44, 'A')).at, qsizetype(43));
}

QTEST_GUILESS_MAIN(TstDigestText)
#include "tst_digesttext.moc"
