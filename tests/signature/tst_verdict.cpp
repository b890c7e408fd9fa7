// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/verdict.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using signature::Freshness;
using signature::Signature;

class TstVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEverySignature();
    void namesEveryFreshness();
    void keepsTheNumbersOfStores();
    void refusesOtherWords_data();
    void refusesOtherWords();
};

void TstVerdict::namesEverySignature()
{
    const QStringList words{u"verified"_s,  u"invalid"_s,   u"unsigned"_s,
                            u"malformed"_s, u"no-secret"_s, u"not-applicable"_s};
    for (int i = 0; i < words.size(); ++i) {
        QCOMPARE(word(Signature(i)), words[i]);
        QCOMPARE(signature::signatureFromWord(words[i]), Signature(i));
    }
}

void TstVerdict::namesEveryFreshness()
{
    const QStringList words{u"fresh"_s,   u"stale"_s,     u"future"_s,
                            u"missing"_s, u"malformed"_s, u"not-applicable"_s};
    for (int i = 0; i < words.size(); ++i) {
        QCOMPARE(word(Freshness(i)), words[i]);
        QCOMPARE(signature::freshnessFromWord(words[i]), Freshness(i));
    }
}

void TstVerdict::keepsTheNumbersOfStores()
{
    QCOMPARE(int(Signature::NotApplicable), 5);
    QCOMPARE(int(Freshness::NotApplicable), 5);
    QCOMPARE(int(Signature::Malformed), 3);
    QCOMPARE(int(Freshness::Malformed), 4);
}

void TstVerdict::refusesOtherWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("another case") << QStringLiteral("Verified");
    QTest::newRow("a word of neither") << QStringLiteral("valid");
    QTest::newRow("a space") << QStringLiteral("verified ");
}

void TstVerdict::refusesOtherWords()
{
    QFETCH(QString, text);
    QVERIFY(!signature::signatureFromWord(text));
    QVERIFY(!signature::freshnessFromWord(text));
}

QTEST_GUILESS_MAIN(TstVerdict)
#include "tst_verdict.moc"
