// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/commandline.h"

#include <QSet>
#include <QTemporaryFile>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using commands::Call;

class TstCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheCommandsOfTheContract();
    void opensTheWindow_data();
    void opensTheWindow();
    void opensAnyFileThatExists();
    void runsACommand();
    void showsHelpAndVersion();
    void refuses_data();
    void refuses();
    void listsEveryCommand();
};

void TstCommandLine::knowsTheCommandsOfTheContract()
{
    QSet<QString> names;
    for (const commands::Command &command : commands::all()) {
        QVERIFY(command.run);
        QVERIFY(QByteArrayView(command.purpose).endsWith('.'));
        QCOMPARE(commands::find(QString::fromLatin1(command.name)), &command);
        names.insert(QString::fromLatin1(command.name));
    }
    QCOMPARE(names.size(), commands::all().size());
    QVERIFY(names.contains(
        {u"listen"_s, u"verify"_s, u"send"_s, u"export"_s, u"certificate"_s, u"stats"_s}));
    QVERIFY(!commands::find(u"Listen"));
    QVERIFY(!commands::find(u""));
}

void TstCommandLine::opensTheWindow_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("file");

    QTest::newRow("nothing") << QStringList() << QString();
    QTest::newRow("a store to be made") << QStringList{u"new.hookglass"_s} << u"new.hookglass"_s;
    QTest::newRow("a platform") << QStringList{u"-platform"_s, u"offscreen"_s} << QString();
    QTest::newRow("a platform and a store")
        << QStringList{u"--platform=offscreen"_s, u"-reverse"_s, u"a.hookglass"_s}
        << u"a.hookglass"_s;
}

void TstCommandLine::opensTheWindow()
{
    QFETCH(QStringList, words);
    const Call call = commands::readCall(words);
    QCOMPARE(call.kind, Call::Kind::Window);
    QTEST(call.file, "file");
}

void TstCommandLine::opensAnyFileThatExists()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    QCOMPARE(commands::readCall({file.fileName()}).kind, Call::Kind::Window);
    QCOMPARE(commands::readCall({file.fileName()}).file, file.fileName());
}

void TstCommandLine::runsACommand()
{
    const Call call = commands::readCall({u"verify"_s, u"--json"_s, u"-"_s});
    QCOMPARE(call.kind, Call::Kind::Command);
    QCOMPARE(call.command, commands::find(u"verify"));
    QCOMPARE(call.arguments, QStringList({u"--json"_s, u"-"_s}));
}

void TstCommandLine::showsHelpAndVersion()
{
    QCOMPARE(commands::readCall({u"--help"_s}).kind, Call::Kind::Help);
    QCOMPARE(commands::readCall({u"-h"_s}).kind, Call::Kind::Help);
    QCOMPARE(commands::readCall({u"--version"_s}).kind, Call::Kind::Version);
}

void TstCommandLine::refuses_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("what");

    QTest::newRow("an unknown word")
        << QStringList{u"lisen"_s} << u"“lisen” is neither a command nor a file."_s;
    QTest::newRow("an empty word")
        << QStringList{QString()} << u"“” is neither a command nor a file."_s;
    QTest::newRow("a dash") << QStringList{u"-"_s} << u"“-” is neither a command nor a file."_s;
    QTest::newRow("an unknown option")
        << QStringList{u"--port"_s, u"1"_s} << u"Unknown option “--port”."_s;
    QTest::newRow("an unknown option behind a file")
        << QStringList{u"a.hookglass"_s, u"-x"_s} << u"Unknown option “-x”."_s;
    QTest::newRow("two files") << QStringList{u"a.hookglass"_s, u"b.hookglass"_s}
                               << u"“b.hookglass” is one argument too many."_s;
    QTest::newRow("a command behind a file")
        << QStringList{u"a.hookglass"_s, u"listen"_s} << u"“listen” is one argument too many."_s;
}

void TstCommandLine::refuses()
{
    QFETCH(QStringList, words);
    QFETCH(QString, what);
    const Call call = commands::readCall(words);
    QCOMPARE(call.kind, Call::Kind::Wrong);
    QVERIFY2(call.fault.startsWith(what + u' '), qPrintable(call.fault));
}

void TstCommandLine::listsEveryCommand()
{
    const QString help = commands::programHelp();
    for (const commands::Command &command : commands::all())
        QVERIFY(help.contains(u"\n  "_s + QLatin1StringView(command.name) + u' '));
    for (const QString &line : help.split(u'\n'))
        QVERIFY2(line.size() <= 100, qPrintable(line));
}

QTEST_GUILESS_MAIN(TstCommandLine)
#include "tst_commandline.moc"
