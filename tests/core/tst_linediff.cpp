// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/linediff.h"

#include <QRandomGenerator>
#include <QTest>

using namespace core;

namespace
{

// Letters are lines: "abc" and "axc" give "a-b+xc".
QByteArrayList linesOfLetters(const QByteArray &letters)
{
    QByteArrayList lines;
    for (const char letter : letters)
        lines.append(QByteArray(1, letter));
    return lines;
}

QByteArray described(const QByteArray &left, const QByteArray &right, int most = 1000)
{
    QByteArray text;
    for (const DiffLine &line : lineDiff(linesOfLetters(left), linesOfLetters(right), most)) {
        if (line.same())
            text += left[line.left];
        else
            text += line.left >= 0 ? QByteArray{"-"} + left[line.left]
                                   : QByteArray{"+"} + right[line.right];
    }
    return text;
}

} // namespace

class TstLineDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lays_data();
    void lays();
    void givesBothTextsBack();
    void matchesNothingBeyondTheMost();
    void splits_data();
    void splits();
};

void TstLineDiff::lays_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QByteArray>("lines");
    const auto row = [](const char *name, const char *left, const char *right, const char *lines) {
        QTest::newRow(name) << QByteArray(left) << QByteArray(right) << QByteArray(lines);
    };
    row("two empty texts", "", "", "");
    row("the same text", "abc", "abc", "abc");
    row("a text that begins from nothing", "", "ab", "+a+b");
    row("a text that is gone", "ab", "", "-a-b");
    row("a changed line", "abc", "axc", "a-b+xc");
    row("a changed first line", "abc", "xbc", "-a+xbc");
    row("a changed last line", "abc", "abx", "ab-c+x");
    row("a line more", "abc", "abxc", "ab+xc");
    row("a line less", "abxc", "abc", "ab-xc");
    row("nothing in common", "abc", "xyz", "-a-b-c+x+y+z");
    row("lines apart", "abcdefg", "abxdyfg", "ab-c+xd-e+yfg");
    row("one that is moved", "abcd", "bcda", "-abcd+a");
    row("one that is repeated", "aaa", "aaaa", "aaa+a");
}

void TstLineDiff::lays()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QTEST(described(left, right), "lines");
}

void TstLineDiff::givesBothTextsBack()
{
    QRandomGenerator random(1);
    for (int i = 0; i < 500; ++i) {
        QByteArray texts[2];
        for (QByteArray &text : texts) {
            for (int length = int(random.bounded(30)); length > 0; --length)
                text += char('a' + random.bounded(4));
        }
        QByteArray left;
        QByteArray right;
        for (const DiffLine &line : lineDiff(linesOfLetters(texts[0]), linesOfLetters(texts[1]))) {
            if (line.left >= 0)
                left += texts[0][line.left];
            if (line.right >= 0)
                right += texts[1][line.right];
            if (line.same())
                QCOMPARE(texts[0][line.left], texts[1][line.right]);
        }
        QCOMPARE(left, texts[0]);
        QCOMPARE(right, texts[1]);
    }
}

void TstLineDiff::matchesNothingBeyondTheMost()
{
    QCOMPARE(described("abcde", "axcye", 4), "a-b+xc-d+ye");
    QCOMPARE(described("abcde", "axcye", 3), "a-b-c-d+x+c+ye");
}

void TstLineDiff::splits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("lines");
    QTest::newRow("nothing") << QByteArray() << QByteArrayList();
    QTest::newRow("a line without an end") << QByteArray("a") << QByteArrayList{"a"};
    QTest::newRow("a line with its end") << QByteArray("a\n") << QByteArrayList{"a"};
    QTest::newRow("line ends of both kinds")
        << QByteArray("a\r\nb\nc") << QByteArrayList{"a", "b", "c"};
    QTest::newRow("empty lines") << QByteArray("\n\na") << QByteArrayList{"", "", "a"};
}

void TstLineDiff::splits()
{
    QFETCH(QByteArray, text);
    QTEST(linesOf(text), "lines");
}

QTEST_APPLESS_MAIN(TstLineDiff)
#include "tst_linediff.moc"
