// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/regex.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using filter::Regex;

class TstRegex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Qt's own says the same of what both understand.
    void findsWhatAnotherFinds_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        const QStringList patterns{
            u"a"_s,     u"^a"_s,       u"a$"_s,     u"^$"_s,     u"a|b"_s,     u"(ab)+c"_s,
            u"a{2}"_s,  u"^a{2,3}$"_s, u"a{2,}b"_s, u"[a-c]x"_s, u"[^a-c]x"_s, u"\\d+"_s,
            u"\\D"_s,   u"\\bab\\b"_s, u"\\Bb"_s,   u"a.c"_s,    u"^(a*)*$"_s, u"(a|ab)(c)"_s,
            u"[]]"_s,   u"[\\d.]+x"_s, u"a??b"_s,   u"^a+?b$"_s, u"\\."_s,     u"(?:ab)?c"_s,
            u"x{a}"_s,  u"[a\\-z]y"_s, u"\\s"_s,    u"é"_s,      u"[à-ü]"_s,   u"^.$"_s,
            u"(|a)b"_s, u"a||b"_s,     u"\\/"_s,    u"^a\\b"_s,
        };
        const QStringList texts{
            u""_s,   u"a"_s,  u"b"_s,    u"ab"_s,     u"abc"_s,  u"aab"_s,  u"aaab"_s, u"ababc"_s,
            u"ax"_s, u"dx"_s, u"1.5x"_s, u"a c"_s,    u"a\nc"_s, u"]"_s,    u"x{a}"_s, u"-y"_s,
            u"é"_s,  u"😀"_s, u"a/b"_s,  u"cab ab"_s, u"aa"_s,   u"aaaa"_s, u"xab"_s,
        };
        for (const QString &pattern : patterns) {
            for (const QString &text : texts)
                QTest::newRow(qPrintable(pattern + u" in "_s + text)) << pattern << text;
        }
    }
    void findsWhatAnotherFinds()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        for (const bool folds : {false, true}) {
            const Regex::Compiled regex = Regex::compile(pattern, folds);
            QVERIFY(std::holds_alternative<Regex>(regex));
            const QRegularExpression other(u"(?D)"_s.sliced(4) + pattern,
                                           QRegularExpression::UseUnicodePropertiesOption
                                               | (folds ? QRegularExpression::CaseInsensitiveOption
                                                        : QRegularExpression::NoPatternOption));
            QCOMPARE(std::get<Regex>(regex).foundIn(text.toUtf8()), other.match(text).hasMatch());
        }
    }

    void foldsCase_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("a letter") << u"MAYA"_s << u"xmayax"_s << true;
        QTest::newRow("beyond ASCII") << u"ZOË"_s << u"zoë"_s << true;
        QTest::newRow("a range") << u"^[A-C]+$"_s << u"aBc"_s << true;
        QTest::newRow("a class turned round") << u"[^A]"_s << u"a"_s << false;
    }
    void foldsCase()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QTEST(std::get<Regex>(Regex::compile(pattern, true)).foundIn(text.toUtf8()), "found");
    }

    void refusesWhatItCannotDo_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::newRow("an open group") << u"(a"_s;
        QTest::newRow("a closed group too many") << u"a)"_s;
        QTest::newRow("an open class") << u"[a"_s;
        QTest::newRow("looking ahead") << u"(?=a)"_s;
        QTest::newRow("a back reference") << u"(a)\\1"_s;
        QTest::newRow("nothing to repeat") << u"*a"_s;
        QTest::newRow("a quantifier twice") << u"a**"_s;
        QTest::newRow("a count turned round") << u"a{3,2}"_s;
        QTest::newRow("a count too large") << u"a{1001}"_s;
        QTest::newRow("a backslash at the end") << u"a\\"_s;
        QTest::newRow("a range turned round") << u"[z-a]"_s;
        QTest::newRow("counts in counts") << u"((a{1000}){1000}){1000}"_s;
        QTest::newRow("counts of nothing") << u"((((){1000}){1000}){1000}){1000}"_s;
        QTest::newRow("a property that there is not") << u"\\p{Nonsense}"_s;
        QTest::newRow("much too large") << u"((x{100}|y){9}[^a]{1000}){1}\\pL{1000}"_s.repeated(20);
    }
    void refusesWhatItCannotDo()
    {
        QFETCH(QString, pattern);
        const Regex::Compiled regex = Regex::compile(pattern, false);
        QVERIFY(std::holds_alternative<filter::RegexFault>(regex));
        QVERIFY(!std::get<filter::RegexFault>(regex).text.isEmpty());
    }

    // Each takes for ever where an engine goes back to try anew.
    void takesNoLongerForHostilePatterns_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::newRow("a star of stars") << u"^(a*)*$"_s;
        QTest::newRow("alternatives that overlap") << u"(a|aa|a.)+$"_s;
        QTest::newRow("many options") << u"a?"_s.repeated(100) + u"a"_s.repeated(100) + u'!';
        QTest::newRow("states without end") << u"(a|b)*a(a|b){12}c"_s;
        QTest::newRow("more states than there is room for") << u"(a|b)*a(a|b){30}(c|d)"_s;
    }
    void takesNoLongerForHostilePatterns()
    {
        QFETCH(QString, pattern);
        const auto regex = std::get<Regex>(Regex::compile(pattern, false));
        QByteArray text(200'000, 'a');
        for (qsizetype i = 0; i < text.size(); i += 3)
            text[i] = i % 7 ? 'b' : 'a';
        QVERIFY(!regex.foundIn(text + "!x"));
    }

    void saysWhere_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<int>("position");
        QTest::newRow("a quantifier twice") << u"é😀a**"_s << 4;
        QTest::newRow("a back reference") << u"(a)b\\1"_s << 4;
        QTest::newRow("an open class") << u"ab[c"_s << 2;
        QTest::newRow("an open group") << u"ab(c"_s << 4;
        QTest::newRow("a closed group too many") << u"(a[)]\\))b)"_s << 9;
        QTest::newRow("looking ahead") << u"ab(?=c)"_s << 2;
    }
    void saysWhere()
    {
        QFETCH(QString, pattern);
        const Regex::Compiled regex = Regex::compile(pattern, false);
        QTEST(int(std::get<filter::RegexFault>(regex).position), "position");
    }

    void takesWhatIsNoUtf8()
    {
        const auto regex = std::get<Regex>(Regex::compile(u"^a.b$"_s, false));
        const QByteArray text("a\xff"
                              "b");
        QVERIFY(regex.foundIn(text));
        QVERIFY(Regex::literal(u"B"_s, true).foundIn(text));
        QVERIFY(Regex::wildcard(u"A*b"_s, false).foundIn(text));
        QVERIFY(!Regex::wildcard(u"A*"_s, false).foundIn("x" + text));
    }

    // The longest that a filter can hold.
    void takesLongTexts()
    {
        const QString word = u"ẞ"_s.repeated(4000);
        QVERIFY(Regex::literal(word, true).foundIn(u"ß"_s.repeated(4000).toUtf8()));
        QVERIFY(Regex::wildcard(u"a*"_s.repeated(2000), false).foundIn(QByteArray(5000, 'a')));
    }
};

QTEST_GUILESS_MAIN(TstRegex)
#include "tst_regex.moc"
