// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/difference.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using ui::Difference;

Q_DECLARE_METATYPE(Difference)

class TstDifference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheDifferingPart_data();
    void findsTheDifferingPart();
};

void TstDifference::findsTheDifferingPart_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<Difference>("expected");
    const auto row = [](const char *name, const QString &a, const QString &b, Difference expected) {
        QTest::newRow(name) << a << b << expected;
    };
    row("none", u"abc"_s, u"abc"_s, {3, 0, 0});
    row("all", u"abc"_s, u"xyz"_s, {0, 3, 3});
    row("in the middle", u"abcd"_s, u"axyd"_s, {1, 2, 2});
    row("at the end", u"abc"_s, u"abx"_s, {2, 1, 1});
    row("at the start", u"xbc"_s, u"abc"_s, {0, 1, 1});
    row("one is longer", u"abc"_s, u"abbc"_s, {2, 0, 1});
    row("a repeated letter is counted once", u"aa"_s, u"aaa"_s, {2, 0, 1});
    row("one is empty", u""_s, u"abc"_s, {0, 0, 3});
}

void TstDifference::findsTheDifferingPart()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(Difference, expected);
    QCOMPARE(ui::difference(a, b), expected);
    QCOMPARE(ui::difference(b, a),
             (Difference{expected.start, expected.lengthInB, expected.lengthInA}));
}

QTEST_GUILESS_MAIN(TstDifference)
#include "tst_difference.moc"
