// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/codetext.h"

#include <QTest>

using namespace ui;
using namespace Qt::Literals::StringLiterals;

class TstCodeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsLines_data();
    void countsLines();
    void breaksLongLines_data();
    void breaksLongLines();
    void neverPartsACharacter();
    void breaksEveryLineForItself();
    void endsOnNothingButMarks();
};

void TstCodeText::countsLines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("lines");
    QTest::newRow("nothing") << QString() << qsizetype(1);
    QTest::newRow("one line") << u"a"_s << qsizetype(1);
    QTest::newRow("one line with its end") << u"a\n"_s << qsizetype(1);
    QTest::newRow("two lines") << u"a\nb"_s << qsizetype(2);
    QTest::newRow("empty lines") << u"\n\n\n"_s << qsizetype(3);
}

void TstCodeText::countsLines()
{
    QFETCH(QString, text);
    QFETCH(qsizetype, lines);
    QCOMPARE(codeText(text).lines, lines);
    QCOMPARE(codeText(text).text, text);
}

void TstCodeText::breaksLongLines_data()
{
    QTest::addColumn<qsizetype>("length");
    QTest::addColumn<int>("breaks");
    QTest::newRow("exactly a row") << longestRow << 0;
    QTest::newRow("one over") << longestRow + 1 << 1;
    QTest::newRow("exactly two rows") << longestRow * 2 << 1;
    QTest::newRow("a hundred rows and a bit") << longestRow * 100 + 7 << 100;
}

void TstCodeText::breaksLongLines()
{
    QFETCH(qsizetype, length);
    QFETCH(int, breaks);
    const CodeText code = codeText(QString(length, u'x'));
    QCOMPARE(int(code.breaks.size()), breaks);
    QCOMPARE(code.lines, qsizetype(1));
    for (size_t i = 0; i < code.breaks.size(); ++i)
        QCOMPARE(code.breaks[i], longestRow * qsizetype(i + 1));
}

void TstCodeText::neverPartsACharacter()
{
    const QString smileys = u'x' + u"😀"_s.repeated(longestRow);
    for (const qsizetype place : codeText(smileys).breaks)
        QVERIFY(!smileys[place].isLowSurrogate());
    const QString accents = u'x' + u"e\u0301"_s.repeated(longestRow);
    for (const qsizetype place : codeText(accents).breaks)
        QVERIFY(!accents[place].isMark());
}

void TstCodeText::breaksEveryLineForItself()
{
    const QString line(longestRow, u'x');
    QVERIFY(codeText(line + u'\n' + line + u'\n' + line).breaks.empty());
    const CodeText code = codeText(line + u'\n' + line + u'y');
    QCOMPARE(code.breaks, std::vector<qsizetype>{longestRow * 2 + 1});
}

// A row of combining marks alone is broken all the same.
void TstCodeText::endsOnNothingButMarks()
{
    const CodeText code = codeText(QString(longestRow * 3, QChar(0x301)));
    QCOMPARE(code.breaks.size(), size_t(2));
}

QTEST_GUILESS_MAIN(TstCodeText)
#include "tst_codetext.moc"
