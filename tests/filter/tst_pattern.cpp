// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/pattern.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using filter::holdsWord;
using filter::Pattern;

class TstPattern : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // In texts that are shorter and longer than what is looked through at once, at each place.
    void findsAWordAnywhere()
    {
        for (const QByteArray &word : {"n"_ba, "no"_ba, "needle"_ba, "a[b@c`d{e-1"_ba}) {
            for (int before = 0; before < 150; ++before) {
                for (const int behind : {0, 1, 63, 64, 65}) {
                    const QByteArray text
                        = QByteArray(before, 'x') + word.toUpper() + QByteArray(behind, 'y');
                    QVERIFY2(holdsWord(text, word), text.constData());
                    QVERIFY(!holdsWord(text.first(text.size() - behind - 1), word));
                    QVERIFY(!holdsWord(text.sliced(before + 1), word));
                }
            }
        }
    }

    // Characters that differ from others by what makes letters small are no letters.
    void takesOnlyLettersInAnyCase_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<bool>("found");
        QTest::newRow("letters") << "xNeEdLEx"_ba << "needle"_ba << true;
        QTest::newRow("an at sign and a backtick") << "x@x"_ba << "`"_ba << false;
        QTest::newRow("brackets and braces") << "[]"_ba << "{}"_ba << false;
        QTest::newRow("control characters") << "\x01"_ba << "!"_ba << false;
        QTest::newRow("bytes that are no ASCII") << "\xc3\x84"_ba << "\xe3\xa4"_ba << false;
        QTest::newRow("nothing in nothing") << ""_ba << ""_ba << true;
        QTest::newRow("something in nothing") << ""_ba << "a"_ba << false;
    }
    void takesOnlyLettersInAnyCase()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, word);
        QTEST(holdsWord(text, word), "found");
        QCOMPARE(holdsWord(QByteArray(100, '.') + text + QByteArray(100, '.'), word),
                 word.isEmpty() || holdsWord(text, word));
    }

    // Under UBSan: no place is reckoned in a text that is nowhere.
    void isInNoTextThatIsNull() { QVERIFY(!holdsWord(QByteArrayView(), "needle")); }

    void containsWhatIsBeyondAscii()
    {
        QVERIFY(Pattern::contains(u"ZOË"_s).fits("hello zoë"));
        QVERIFY(!Pattern::contains(u"ZOË"_s).fits("hello zoe"));
        QVERIFY(!Pattern::exact(u"zoe"_s).fits("zoe "));
    }
};

QTEST_GUILESS_MAIN(TstPattern)
#include "tst_pattern.moc"
