// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/linechanges.h"

#include <QTest>

using ui::LineChange;
using ui::lineChanges;
using ui::LineChanges;

class TstLineChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksLines_data();
    void marksLines();
    void countsThem();
};

// "=" the same, "~" changed, "+" added; "-" where lines are gone.
static QByteArray drawn(const LineChanges &changes)
{
    QByteArray drawing;
    for (qsizetype line = 0; line <= changes.lines.size(); ++line) {
        if (changes.removals.contains(line))
            drawing += '-';
        if (line < changes.lines.size())
            drawing += changes.lines[line] == LineChange::Same ? '='
                : changes.lines[line] == LineChange::Changed   ? '~'
                                                               : '+';
    }
    return drawing;
}

void TstLineChanges::marksLines_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("marks");
    const auto row
        = [](const char *name, const QByteArray &before, const QByteArray &after,
             const QByteArray &marks) { QTest::newRow(name) << before << after << marks; };
    row("nothing changed", "a\nb", "a\nb", "==");
    row("both empty", "", "", "=");
    row("one line is otherwise", "a\nb\nc", "a\nB\nc", "=~=");
    row("a line came", "a\nc", "a\nb\nc", "=+=");
    row("a line came at the end", "a", "a\nb", "=+");
    row("a final line end came", "a", "a\n", "=+");
    row("a line is gone", "a\nb\nc", "a\nc", "=-=");
    row("the first line is gone", "a\nb", "b", "-=");
    row("the last line is gone", "a\nb", "a", "=-");
    row("two became three", "a\nb\nc\nz", "a\nB\nC\nD\nz", "=~~+=");
    row("three became one", "a\nb\nc\nd\nz", "a\nB\nz", "=~-=");
    row("only the line ends differ", "a\r\nb", "a\nb", "==");
    row("all of it is new", "", "a\nb", "~+");
}

void TstLineChanges::marksLines()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QTEST(drawn(lineChanges(before, after)), "marks");
}

void TstLineChanges::countsThem()
{
    const LineChanges changes = lineChanges("a\nb\nc\nd\ne", "A\nb\nnew\nc\ne");
    QCOMPARE(changes.changed, 1);
    QCOMPARE(changes.added, 1);
    QCOMPARE(changes.removed, 1);
}

QTEST_APPLESS_MAIN(TstLineChanges)
#include "tst_linechanges.moc"
