// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/options.h"
#include "commands/output.h"
#include "support/capturedoutput.h"

#include <QtTest>

#include <limits>

using namespace Qt::Literals::StringLiterals;
using commands::Options;
using commands::Usage;

namespace
{

Usage usage()
{
    return {.command = u"try"_s,
            .purpose = u"Tries things."_s,
            .arguments = u"FILE…"_s,
            .fewest = 1,
            .most = 2,
            .options = {{u"port"_s, u"N"_s, u"A port."_s},
                        {u"name"_s, u"TEXT"_s, u"A name."_s},
                        {u"json"_s, {}, u"A switch."_s}},
            .example = u"hookglass try --port 1 x"_s};
}

Options read(const QStringList &words)
{
    const auto options = Options::read(usage(), words);
    if (!options)
        qWarning("%s", qPrintable(core::describe(options.error())));
    return options ? *options : Options();
}

QString refusal(const QStringList &words)
{
    const auto options = Options::read(usage(), words);
    if (options)
        return u"(taken)"_s;
    return options.error().kind == core::ErrorKind::Usage ? options.error().what : u"(no usage)"_s;
}

} // namespace

class TstOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOptionsAnywhere();
    void keepsTheOrderOfWhatWasGiven();
    void takesADashForAnArgument();
    void takesWhatStandsBehindTwoDashes();
    void refuses_data();
    void refuses();
    void readsNumbers_data();
    void readsNumbers();
    void refusesNumbers_data();
    void refusesNumbers();
    void readsSeconds_data();
    void readsSeconds();
    void refusesSeconds_data();
    void refusesSeconds();
    void fallsBack();
    void showsHelp();
    void showsHelpWhateverElseIsMissing();
    void saysWhatIsWrong();
};

void TstOptions::readsOptionsAnywhere()
{
    const Options options
        = read({u"a"_s, u"--port"_s, u"1"_s, u"b"_s, u"--name=x=y"_s, u"--json"_s});
    QCOMPARE(options.arguments(), QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(options.text(u"port"_s), u"1"_s);
    QCOMPARE(options.text(u"name"_s), u"x=y"_s);
    QVERIFY(options.has(u"json"_s));
    QVERIFY(!read({u"a"_s}).has(u"json"_s));
}

void TstOptions::keepsTheOrderOfWhatWasGiven()
{
    const Options options = read(
        {u"--name"_s, u"1"_s, u"--port"_s, u"2"_s, u"--name"_s, u"3"_s, u"--json"_s, u"a"_s});
    QStringList given;
    for (const Options::Given &one : options.given())
        given.append(one.name + u'=' + one.value);
    QCOMPARE(given, QStringList({u"name=1"_s, u"port=2"_s, u"name=3"_s, u"json="_s}));
    QCOMPARE(options.text(u"name"_s), u"3"_s);
}

void TstOptions::takesADashForAnArgument()
{
    QCOMPARE(read({u"-"_s}).arguments(), QStringList({u"-"_s}));
}

void TstOptions::takesWhatStandsBehindTwoDashes()
{
    QCOMPARE(read({u"--"_s, u"--json"_s}).arguments(), QStringList({u"--json"_s}));
    QVERIFY(!read({u"--"_s, u"--json"_s}).has(u"json"_s));
}

void TstOptions::refuses_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("what");

    const auto add = [](const char *name, const QStringList &words, const QString &what) {
        QTest::newRow(name) << words << what;
    };
    add("no argument", {}, u"hookglass try needs FILE…."_s);
    add("three arguments", {u"a"_s, u"b"_s, u"c"_s}, u"“c” is one argument too many."_s);
    add("an unknown option", {u"--diagnose"_s, u"a"_s}, u"Unknown option “diagnose”."_s);
    add("an unknown letter", {u"-x"_s, u"a"_s}, u"Unknown option “x”."_s);
    add("a shortened option", {u"--por"_s, u"1"_s, u"a"_s}, u"Unknown option “por”."_s);
    add("no value at the end", {u"a"_s, u"--port"_s}, u"Missing value after '--port'."_s);
    add("no value before an option", {u"--port"_s, u"--json"_s, u"a"_s},
        u"--port needs a value."_s);
    add("a number that is nothing", {u"--port"_s, u""_s, u"a"_s}, u"--port needs a value."_s);
    add("a text that is nothing", {u"--name"_s, u""_s, u"a"_s}, u"(taken)"_s);
    add("an argument that is nothing", {u"a"_s, u""_s}, u"One of the arguments is empty."_s);
    add("a value for a switch", {u"--json=1"_s, u"a"_s}, u"Unexpected value after '--json'."_s);
}

void TstOptions::refuses()
{
    QFETCH(QStringList, words);
    QTEST(refusal(words), "what");
}

void TstOptions::readsNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("number");

    QTest::newRow("the least") << u"-5"_s << qint64(-5);
    QTest::newRow("the most") << u"65535"_s << qint64(65535);
    QTest::newRow("leading zeros") << u"007"_s << qint64(7);
}

void TstOptions::readsNumbers()
{
    QFETCH(QString, text);
    const auto number = read({u"a"_s, u"--port"_s, text}).number(u"port"_s, 1, -5, 65535);
    QVERIFY(number);
    QTEST(*number, "number");
}

void TstOptions::refusesNumbers_data()
{
    QTest::addColumn<QString>("text");

    for (const QString &text : {u"-6"_s, u"65536"_s, u"x"_s, u"1x"_s, u" 1"_s, u"1 "_s, u"+1"_s,
                                u"1.0"_s, u"1e3"_s, u"0x10"_s, u"٣"_s, u"99999999999999999999"_s})
        QTest::newRow(qPrintable(u"“%1”"_s.arg(text))) << text;
}

void TstOptions::refusesNumbers()
{
    QFETCH(QString, text);
    const auto number = read({u"a"_s, u"--port="_s + text}).number(u"port"_s, 1, -5, 65535);
    QVERIFY(!number);
    QCOMPARE(number.error().kind, core::ErrorKind::Usage);
    QCOMPARE(core::describe(number.error()),
             u"--port does not take “%1”. It takes a whole number from -5 to 65535."_s.arg(text));
}

void TstOptions::readsSeconds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("microseconds");

    const auto add = [](const char *name, const QString &text, qint64 microseconds) {
        QTest::newRow(name) << text << microseconds;
    };
    add("whole", u"1795428000"_s, 1'795'428'000'000'000);
    add("a half", u"1795428000.5"_s, 1'795'428'000'500'000);
    add("microseconds", u"1795428000.123456"_s, 1'795'428'000'123'456);
    add("more than microseconds are cut", u"299.9999999999"_s, 299'999'999);
    add("zero", u"0"_s, 0);
    add("before the epoch", u"-1.5"_s, -1'500'000);
    add("the last", u"9000000000000"_s, 9'000'000'000'000'000'000);
}

void TstOptions::readsSeconds()
{
    QFETCH(QString, text);
    const auto time = read({u"a"_s, u"--name"_s, text}).seconds(u"name"_s, 7);
    QVERIFY(time);
    QTEST(*time, "microseconds");
}

void TstOptions::refusesSeconds_data()
{
    QTest::addColumn<QString>("text");

    for (const QString &text :
         {u""_s, u"now"_s, u"."_s, u"1."_s, u".5"_s, u"1.5.5"_s, u"1e9"_s, u"+1"_s, u"--1"_s,
          u"1.-5"_s, u" 1"_s, u"9000000000001"_s, u"99999999999999999999"_s})
        QTest::newRow(qPrintable(u"“%1”"_s.arg(text))) << text;
}

void TstOptions::refusesSeconds()
{
    QFETCH(QString, text);
    const auto options = Options::read(usage(), {u"a"_s, u"--name="_s + text});
    const auto time
        = options ? options->seconds(u"name"_s, 7) : core::Result<qint64>(options.error());
    QVERIFY(!time);
    QCOMPARE(time.error().kind, core::ErrorKind::Usage);
}

void TstOptions::fallsBack()
{
    const Options options = read({u"a"_s});
    QCOMPARE(options.text(u"name"_s, u"x"_s), u"x"_s);
    QCOMPARE(*options.number(u"port"_s, 8443, 0, 10), qint64(8443));
    QCOMPARE(*options.seconds(u"name"_s, 7), qint64(7));
}

void TstOptions::showsHelp()
{
    QCOMPARE(commands::helpText(usage()),
             u"Usage: hookglass try [options] FILE…\n\n"
             "Tries things.\n\n"
             "Options:\n"
             "  --port N     A port.\n"
             "  --name TEXT  A name.\n"
             "  --json       A switch.\n"
             "  --help       Shows this help.\n\n"
             "Example:\n"
             "  hookglass try --port 1 x\n"_s);
}

void TstOptions::showsHelpWhateverElseIsMissing()
{
    CapturedOutput output(STDOUT_FILENO);
    const int status = commands::runWith(usage(), {u"--help"_s}, [](const Options &) { return 7; });
    QCOMPARE(status, int(commands::Done));
    QVERIFY(output.text().startsWith("Usage: hookglass try"));
}

void TstOptions::saysWhatIsWrong()
{
    CapturedOutput output(STDERR_FILENO);
    const auto run = [](const Options &) { return 7; };
    QCOMPARE(commands::runWith(usage(), {u"--nope"_s, u"a"_s}, run), int(commands::BadUsage));
    QCOMPARE(commands::runWith(usage(), {u"a"_s}, run), 7);
    QCOMPARE(output.text(),
             QByteArray("hookglass: Unknown option “nope”. “hookglass try --help” "
                        "shows what it takes.\n"));
}

QTEST_GUILESS_MAIN(TstOptions)
#include "tst_options.moc"
