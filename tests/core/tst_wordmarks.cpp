// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/wordmarks.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace core;

class TstWordMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marks_data();
    void marks();
    void marksNothingOfLongLines();
    void pairsTheLinesOfADifference();
    void marksNoMorePairsThanAsked();
};

// "a [b]" for the run "b".
static QString drawn(QString text, const QList<Run> &runs)
{
    for (auto run = runs.rbegin(); run != runs.rend(); ++run)
        text.insert(run->from + run->size, u']').insert(run->from, u'[');
    return text;
}

void TstWordMarks::marks_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("markedLeft");
    QTest::addColumn<QString>("markedRight");
    const auto row = [](const char *name, const QString &left, const QString &right,
                        const QString &markedLeft, const QString &markedRight) {
        QTest::newRow(name) << left << right << markedLeft << markedRight;
    };
    row("the same line", u"a: 1"_s, u"a: 1"_s, u"a: 1"_s, u"a: 1"_s);
    row("a number", u"  \"points_balance\": 1240,"_s, u"  \"points_balance\": 5240,"_s,
        u"  \"points_balance\": [1240],"_s, u"  \"points_balance\": [5240],"_s);
    row("a sign at the end", u"  \"at\": \"now\""_s, u"  \"at\": \"now\","_s,
        u"  \"at\": \"now\""_s, u"  \"at\": \"now\"[,]"_s);
    row("a word more", u"one two"_s, u"one and two"_s, u"one two"_s, u"one [and ]two"_s);
    row("a word less", u"one and two"_s, u"one two"_s, u"one [and ]two"_s, u"one two"_s);
    row("two words with a sign between are one mark", u"time: 10.30 sharp"_s,
        u"time: 11.45 sharp"_s, u"time: [10.30] sharp"_s, u"time: [11.45] sharp"_s);
    row("letters beyond ASCII", u"name: Zoë 😀"_s, u"name: Zoé 😀"_s, u"name: [Zoë] 😀"_s,
        u"name: [Zoé] 😀"_s);
    row("white space alone", u"a  b"_s, u"a b"_s, u"a[  ]b"_s, u"a[ ]b"_s);
    row("two values of one name", u"Sig: eVhVE6gtoj95uRSGZX="_s, u"Sig: SV3VeicyBo7gQNfa8C="_s,
        u"Sig: [eVhVE6gtoj95uRSGZX]="_s, u"Sig: [SV3VeicyBo7gQNfa8C]="_s);
    row("nothing in common", u"\"vip_tier_id\": 3"_s, u"\"points_balance\": 1240"_s,
        u"\"vip_tier_id\": 3"_s, u"\"points_balance\": 1240"_s);
    row("an empty line", u""_s, u"a"_s, u""_s, u"[a]"_s);
}

void TstWordMarks::marks()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    const WordMarks found = wordMarks(left, right);
    QTEST(drawn(left, found.left), "markedLeft");
    QTEST(drawn(right, found.right), "markedRight");
}

void TstWordMarks::marksNothingOfLongLines()
{
    const QString line(longestMarked, u'a');
    QCOMPARE(wordMarks(line + u" 1"_s, line + u" 2"_s), WordMarks());
    QCOMPARE(wordMarks(line.chopped(2) + u" 1"_s, line.chopped(2) + u" 2"_s).right.size(), 1);
}

static QList<QString> drawnLines(const QStringList &left, const QStringList &right, qsizetype most)
{
    const auto bytes = [](const QStringList &lines) {
        QByteArrayList all;
        for (const QString &line : lines)
            all.append(line.toUtf8());
        return all;
    };
    const QList<DiffLine> diff = lineDiff(bytes(left), bytes(right));
    const auto marks = wordMarks(
        diff, [&](qsizetype line) { return left[line]; },
        [&](qsizetype line) { return right[line]; }, most);
    QStringList drawing;
    for (qsizetype i = 0; i < diff.size(); ++i)
        drawing += drawn(diff[i].left >= 0 ? left[diff[i].left] : right[diff[i].right], marks[i]);
    return drawing;
}

void TstWordMarks::pairsTheLinesOfADifference()
{
    QCOMPARE(drawnLines({u"{"_s, u"a: 1"_s, u"b: 2"_s, u"}"_s},
                        {u"{"_s, u"a: 3"_s, u"b: 4"_s, u"c: 5"_s, u"}"_s}, 9),
             QStringList(
                 {u"{"_s, u"a: [1]"_s, u"b: [2]"_s, u"a: [3]"_s, u"b: [4]"_s, u"c: 5"_s, u"}"_s}));
    QCOMPARE(drawnLines({}, {u"a"_s}, 9), QStringList({u"a"_s}));
}

void TstWordMarks::marksNoMorePairsThanAsked()
{
    QCOMPARE(drawnLines({u"a: 1"_s, u"="_s, u"b: 2"_s}, {u"a: 3"_s, u"="_s, u"b: 4"_s}, 1),
             QStringList({u"a: [1]"_s, u"a: [3]"_s, u"="_s, u"b: 2"_s, u"b: 4"_s}));
}

QTEST_GUILESS_MAIN(TstWordMarks)
#include "tst_wordmarks.moc"
