// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/hypotheses/differences.h"

#include <QRandomGenerator>
#include <QTest>

using namespace signature;

Q_DECLARE_METATYPE(QList<signature::Difference>)

class TstDifferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatDiffers_data();
    void findsWhatDiffers();
    void rebuildsOneTextFromTheOther();
    void endsAtTheMost();
    void standsLargeTexts();
};

void TstDifferences::findsWhatDiffers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("fitting");
    QTest::addColumn<QList<Difference>>("expected");

    using All = QList<Difference>;
    QTest::newRow("nothing") << QByteArray("same") << QByteArray("same") << All{};
    QTest::newRow("both empty") << QByteArray() << QByteArray() << All{};
    QTest::newRow("a line feed more")
        << QByteArray("1.{}") << QByteArray("1.{}\n") << All{{4, 0, 4, 1}};
    QTest::newRow("a line feed fewer")
        << QByteArray("1.{}\n") << QByteArray("1.{}") << All{{4, 1, 4, 0}};
    QTest::newRow("spaces") << QByteArray(R"({"a":"one","b":"two"})")
                            << QByteArray(R"({"a": "one", "b": "two"})")
                            << All{{5, 0, 5, 1}, {11, 0, 12, 1}, {15, 0, 17, 1}};
    QTest::newRow("a byte order mark")
        << QByteArray("\xef\xbb\xbf{\"a\":1}") << QByteArray("{\"a\":1}") << All{{0, 3, 0, 0}};
    QTest::newRow("an escape") << QByteArray("\"caf\xc3\xa9\" and more")
                               << QByteArray("\"caf\\u00e9\" and more") << All{{4, 2, 4, 6}};
    QTest::newRow("all of it") << QByteArray("abc") << QByteArray("xyz") << All{{0, 3, 0, 3}};
}

void TstDifferences::findsWhatDiffers()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, fitting);
    QTEST(differencesBetween(text, fitting), "expected");
}

// Whatever the spans are: what lies between them is the same.
void TstDifferences::rebuildsOneTextFromTheOther()
{
    QRandomGenerator random(20261124);
    for (int round = 0; round < 500; ++round) {
        QByteArray text;
        for (int i = random.bounded(200); i > 0; --i)
            text += char('a' + random.bounded(4));
        QByteArray fitting = text;
        for (int i = random.bounded(6); i > 0; --i)
            fitting.insert(random.bounded(int(fitting.size()) + 1), char('a' + random.bounded(4)));
        if (!fitting.isEmpty() && random.bounded(2))
            fitting.remove(random.bounded(int(fitting.size())), random.bounded(60));
        QByteArray rebuilt;
        qsizetype at = 0;
        for (const Difference &difference : differencesBetween(text, fitting)) {
            rebuilt += text.mid(at, difference.at - at);
            QCOMPARE(rebuilt.size(), difference.fittingAt);
            rebuilt += fitting.mid(difference.fittingAt, difference.fittingLength);
            at = difference.at + difference.length;
        }
        QCOMPARE(rebuilt + text.mid(at), fitting);
    }
}

void TstDifferences::endsAtTheMost()
{
    const QByteArray piece = "0123456789";
    const QByteArray text = piece.repeated(300);
    const QByteArray fitting = (piece + ' ').repeated(300);
    const auto all = differencesBetween(text, fitting);
    QCOMPARE(all.size(), mostDifferences);
    QCOMPARE(all.last().fittingAt + all.last().fittingLength, fitting.size());
}

void TstDifferences::standsLargeTexts()
{
    const QByteArray text(8 * 1024 * 1024, 'a');
    const QByteArray fitting = text + 'b' + text;
    QCOMPARE(differencesBetween(text, fitting).size(), 1);
}

QTEST_APPLESS_MAIN(TstDifferences)
#include "tst_differences.moc"
