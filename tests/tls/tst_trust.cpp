// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "tls/trust.h"

#include <QProcess>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TstTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEachSystemOnce();
    void namesTheFileInEachCommand();
    void undoesWhateverStays();
    void quotesAwkwardPaths();
    void isValidShell_data();
    void isValidShell();
    void leavesNothingToFillIn();
    void asksTheListener();
};

void TstTrust::namesEachSystemOnce()
{
    QStringList systems;
    for (const tls::TrustStep &step : tls::trustSteps(u"/ca.pem"_s))
        systems.append(step.system);
    const QString all = systems.join(u'\n');
    for (const auto name : {"Debian"_L1, "Fedora"_L1, "macOS"_L1, "Windows"_L1, "Firefox"_L1,
                            "Chromium"_L1, "curl"_L1, "Node"_L1, "Python"_L1, "Ruby"_L1})
        QCOMPARE(all.count(name), 1);
}

void TstTrust::namesTheFileInEachCommand()
{
    for (const tls::TrustStep &step : tls::trustSteps(u"/home/jo/tls/ca.pem"_s))
        QVERIFY2(step.trust.contains(u"'/home/jo/tls/ca.pem'"_s), qPrintable(step.system));
}

void TstTrust::undoesWhateverStays()
{
    const QSet<QString> leaveNothing{u"curl"_s, u"Node"_s, u"Python"_s, u"Ruby"_s};
    for (const tls::TrustStep &step : tls::trustSteps(u"/ca.pem"_s))
        QCOMPARE(step.undo.isEmpty(), leaveNothing.contains(step.system));
}

void TstTrust::quotesAwkwardPaths()
{
    for (const tls::TrustStep &step : tls::trustSteps(u"/it's mine/$(x).pem"_s)) {
        const QString quoted = step.system.startsWith(u"Windows"_s)
            ? u"'/it''s mine/$(x).pem'"_s
            : u"'/it'\\''s mine/$(x).pem'"_s;
        QVERIFY2(step.trust.contains(quoted), qPrintable(step.trust));
    }
}

void TstTrust::isValidShell_data()
{
    QTest::addColumn<QString>("command");
    for (const tls::TrustStep &step : tls::trustSteps(u"/it's mine/ca.pem"_s)) {
        if (step.system.startsWith(u"Windows"_s))
            continue;
        QTest::addRow("to trust: %s", qPrintable(step.system)) << step.trust;
        QTest::addRow("to undo: %s", qPrintable(step.system)) << step.undo;
    }
}

void TstTrust::isValidShell()
{
    QFETCH(QString, command);
    QProcess shell;
    shell.start(u"/bin/sh"_s, {u"-n"_s, u"-c"_s, command});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.readAllStandardError(), QByteArray());
    QCOMPARE(shell.exitCode(), 0);
}

void TstTrust::leavesNothingToFillIn()
{
    for (const tls::TrustStep &step : tls::trustSteps(u"/ca.pem"_s))
        QVERIFY2(!(step.trust + step.undo).contains(u'…'), qPrintable(step.system));
}

void TstTrust::asksTheListener()
{
    const auto commandOf = [](const QString &system, const QList<tls::TrustStep> &steps) {
        for (const tls::TrustStep &step : steps) {
            if (step.system == system)
                return step.trust;
        }
        return QString();
    };
    QCOMPARE(commandOf(u"curl"_s, tls::trustSteps(u"/ca.pem"_s)),
             u"curl --cacert '/ca.pem' https://localhost:8443/"_s);
    for (const QString &system : {u"curl"_s, u"Node"_s, u"Python"_s, u"Ruby"_s}) {
        const QString command = commandOf(system, tls::trustSteps(u"/ca.pem"_s, 9001));
        QVERIFY2(command.contains(u"9001"_s), qPrintable(command));
    }
}

QTEST_GUILESS_MAIN(TstTrust)
#include "tst_trust.moc"
