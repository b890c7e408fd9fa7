// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/spelling.h"

#include <QTest>

using namespace json;

class TstSpelling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellsLetters_data();
    void spellsLetters();
    void changesNothingWithoutARule();
};

void TstSpelling::spellsLetters_data()
{
    QTest::addColumn<QByteArray>("literal");
    QTest::addColumn<Spelling>("spelling");
    QTest::addColumn<QByteArray>("expected");

    const auto row = [](const char *name, const char *literal, const Spelling &spelling,
                        const char *expected) {
        QTest::newRow(name) << QByteArray(literal) << spelling << QByteArray(expected);
    };
    const auto rule
        = [](Letter letter, Spelled spelled) { return Spelling().with(letter, spelled); };
    const Spelling lower = rule(Letter::Beyond, Spelled::Lower);

    row("lower hex", "\"caf\xc3\xa9 \xe2\x9c\x93\"", lower, R"("caf\u00e9 \u2713")");
    row("upper hex", "\"caf\xc3\xa9\"", rule(Letter::Beyond, Spelled::Upper), R"("caf\u00E9")");
    row("lower hex of upper", R"("\u00E9")", lower, R"("\u00e9")");
    row("a pair for what is beyond the plane", "\"\xf0\x9f\x98\x80\"", lower, R"("\ud83d\ude00")");
    row("a pair read", R"("\uD83D\uDE00")", rule(Letter::Beyond, Spelled::Raw),
        "\"\xf0\x9f\x98\x80\"");
    row("half a pair stays", R"("\ud83d x \ude00")", rule(Letter::Beyond, Spelled::Raw),
        R"("\ud83d x \ude00")");
    row("letters of ASCII have no rule", R"("\u0041")", plainSpelling, R"("\u0041")");
    row("line separators by themselves", "\"\xe2\x80\xa8\xc3\xa9\"",
        rule(Letter::Separator, Spelled::Lower), "\"\\u2028\xc3\xa9\"");
    row("escaped slashes", R"("a/b\/c")", rule(Letter::Slash, Spelled::Short), R"("a\/b\/c")");
    row("plain slashes", R"("a/b\/c\u002f")", rule(Letter::Slash, Spelled::Raw), R"("a/b/c/")");
    row("markup as Go writes it", R"("<a>&")", rule(Letter::Markup, Spelled::Lower),
        R"("\u003ca\u003e\u0026")");
    row("markup in capitals", R"("<a>&")", rule(Letter::Markup, Spelled::Upper),
        R"("\u003Ca\u003E\u0026")");
    row("markup raw", R"("\u003Ca\u003e")", rule(Letter::Markup, Spelled::Raw), R"("<a>")");
    row("apostrophe and equals", R"("'=")",
        rule(Letter::Apostrophe, Spelled::Lower).with(Letter::Equals, Spelled::Lower),
        R"("\u0027\u003d")");
    row("quotes in hex", R"("a\"b")", rule(Letter::Quote, Spelled::Upper), R"("a\u0022b")");
    row("raw quotes are escaped all the same", R"("a\u0022b")", rule(Letter::Quote, Spelled::Raw),
        R"("a\"b")");
    row("control characters short", R"("\u000a\u0001")", rule(Letter::Control, Spelled::Short),
        R"("\n\u0001")");
    row("control characters long", R"("\n\b")", rule(Letter::Control, Spelled::Lower),
        R"("\u000a\u0008")");
    row("raw control characters are escaped all the same", R"("\t")",
        rule(Letter::Control, Spelled::Raw), R"("\t")");
    row("an escaped backslash stays", R"("\\u00e9\\")", plainSpelling, R"("\\u00e9\\")");
    row("nothing in it", R"("")", plainSpelling, R"("")");
}

void TstSpelling::spellsLetters()
{
    QFETCH(QByteArray, literal);
    QFETCH(Spelling, spelling);
    QByteArray out;
    respell(out, literal, spelling);
    QTEST(out, "expected");
}

void TstSpelling::changesNothingWithoutARule()
{
    const QByteArray literal = R"("\u00E9\/é\u003c<\b\u000a\ud800")";
    QByteArray out = "x";
    respell(out, literal, {});
    QCOMPARE(out, "x" + literal);
}

QTEST_APPLESS_MAIN(TstSpelling)
#include "tst_spelling.moc"
