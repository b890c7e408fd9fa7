// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/jsonhighlighter.h"

#include <QTest>

using namespace ui;
using namespace Qt::Literals::StringLiterals;

namespace
{

// Each character's colour as a letter: key, string, number, constant or muted, by its initial; a
// dot for none.
QString coloursOf(const QString &row, bool continued = false)
{
    const Tokens &look = lightTokens();
    QString letters(row.size(), u'.');
    for (const QTextLayout::FormatRange &range : jsonFormats(row, continued, look)) {
        const QColor ink = range.format.foreground().color();
        const QChar letter = ink == look.jsonKey ? u'k'
            : ink == look.jsonString             ? u's'
            : ink == look.jsonNumber             ? u'n'
            : ink == look.jsonConstant           ? u'c'
            : ink == look.muted                  ? u'm'
                                                 : u'?';
        for (int i = 0; i < range.length; ++i)
            letters[range.start + i] = letter;
    }
    return letters;
}

} // namespace

class TstJsonHighlighter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coloursARow_data();
    void coloursARow();
    void goesOnInsideOfAString();
    void takesTheColoursOfTheLook();
};

void TstJsonHighlighter::coloursARow_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("colours");
    const auto row = [](const char *name, const QString &text, const QString &colours) {
        QTest::newRow(name) << text << colours;
    };
    row("nothing", u""_s, u""_s);
    row("a bracket", u"  {"_s, u"..."_s);
    row("a member", uR"(  "a": "b",)"_s, u"..kkkm.sss."_s);
    row("a member without spaces", uR"("a":12)"_s, u"kkkmnn"_s);
    row("a space before the colon", uR"("a" :1)"_s, u"kkk.mn"_s);
    row("a string alone", uR"("a")"_s, u"sss"_s);
    row("a quote in a string", uR"("a\"b",1)"_s, u"ssssss.n"_s);
    row("a backslash at a string's end", uR"("\\",1)"_s, u"ssss.n"_s);
    row("a number with everything", u"-1.5e+3"_s, u"nnnnnnn"_s);
    row("constants", u"true,null"_s, u"cccc.cccc"_s);
    row("a string that goes on", uR"("abc)"_s, u"ssss"_s);
    row("a string that ends in half an escape", u"\"ab\\"_s, u"ssss"_s);
}

void TstJsonHighlighter::coloursARow()
{
    QFETCH(QString, row);
    QFETCH(QString, colours);
    QCOMPARE(coloursOf(row), colours);
}

void TstJsonHighlighter::goesOnInsideOfAString()
{
    QCOMPARE(coloursOf(uR"(bc",1)"_s, true), u"sss.n"_s);
    QCOMPARE(coloursOf(u"bcd"_s, true), u"sss"_s);
}

void TstJsonHighlighter::takesTheColoursOfTheLook()
{
    const auto formats = jsonFormats(u"1"_s, false, darkTokens());
    QCOMPARE(formats.size(), 1);
    QCOMPARE(formats[0].format.foreground().color(), darkTokens().jsonNumber);
}

QTEST_MAIN(TstJsonHighlighter)
#include "tst_jsonhighlighter.moc"
