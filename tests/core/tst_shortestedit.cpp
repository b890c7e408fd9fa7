// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/shortestedit.h"

#include <QByteArray>
#include <QTest>

using namespace core;

namespace
{

Edits edits(const QByteArray &left, const QByteArray &right, const EditLimits &limits = {})
{
    return shortestEdit(
        left.size(), right.size(), [&](qsizetype x, qsizetype y) { return left[x] == right[y]; },
        limits);
}

// "=2 -1+3": two the same, then one that is only left and three that are only right.
QByteArray described(const Edits &made)
{
    QByteArrayList runs;
    for (const EditRun &run : made.runs)
        runs += run.same ? '=' + QByteArray::number(run.left)
                         : '-' + QByteArray::number(run.left) + '+' + QByteArray::number(run.right);
    return runs.join(' ');
}

} // namespace

class TstShortestEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lays_data();
    void lays();
    void staysWithinItsEdits();
    void staysWithinItsComparisons();
    void needsNoEditsWhereOneSideHasNothing();
};

void TstShortestEdit::lays_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QByteArray>("runs");
    const auto row = [](const char *name, const char *left, const char *right, const char *runs) {
        QTest::newRow(name) << QByteArray(left) << QByteArray(right) << QByteArray(runs);
    };
    row("two empty ones", "", "", "");
    row("the same", "abc", "abc", "=3");
    row("one from nothing", "", "ab", "-0+2");
    row("a replaced one", "abc", "axc", "=1 -1+1 =1");
    row("one more", "abc", "abxc", "=2 -0+1 =1");
    row("nothing in common", "ab", "xyz", "-2+3");
    row("places apart", "abcdefg", "abxdyfg", "=2 -1+1 =1 -1+1 =2");
    row("one that is moved", "abcd", "bcda", "-1+0 =3 -0+1");
}

void TstShortestEdit::lays()
{
    QFETCH(const QByteArray, left);
    QFETCH(const QByteArray, right);
    const Edits made = edits(left, right);
    QVERIFY(made.matched);
    QTEST(described(made), "runs");
}

void TstShortestEdit::staysWithinItsEdits()
{
    QCOMPARE(described(edits("abcde", "axcye", {.edits = 4})), "=1 -1+1 =1 -1+1 =1");
    const Edits beyond = edits("abcde", "axcye", {.edits = 3});
    QVERIFY(!beyond.matched);
    QCOMPARE(described(beyond), "=1 -3+3 =1");
}

void TstShortestEdit::staysWithinItsComparisons()
{
    const QByteArray same(100, 'a');
    const QByteArray left = "x" + same + "y";
    const QByteArray right = same + "z";
    QVERIFY(edits(left, right, {.comparisons = 1000}).matched);
    const Edits beyond = edits(left, right, {.comparisons = 50});
    QVERIFY(!beyond.matched);
    QCOMPARE(described(beyond), "-102+101");
}

void TstShortestEdit::needsNoEditsWhereOneSideHasNothing()
{
    const Edits made = edits("ab", "a" + QByteArray(5000, 'x') + "b", {.edits = 10});
    QVERIFY(made.matched);
    QCOMPARE(described(made), "=1 -0+5000 =1");
}

QTEST_APPLESS_MAIN(TstShortestEdit)
#include "tst_shortestedit.moc"
