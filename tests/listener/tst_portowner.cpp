// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/portowner.h"

#include <QCoreApplication>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TstPortOwner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheProgramThatHoldsThePort();
    void saysWhenItSeesNone();
};

void TstPortOwner::namesTheProgramThatHoldsThePort()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const auto owner = listener::portOwner(server.serverPort());
    QVERIFY(owner);
    QCOMPARE(owner->process, QCoreApplication::applicationPid());
    QCOMPARE(listener::holderOfPort(server.serverPort()),
             u"“%1” (process %2) holds the port."_s.arg(owner->name).arg(owner->process));
}

void TstPortOwner::saysWhenItSeesNone()
{
    const QTemporaryDir proc; // where nobody is
    QCOMPARE(listener::holderOfPort(8443, proc.path()),
             u"A program of another user holds the port."_s);
}

QTEST_GUILESS_MAIN(TstPortOwner)
#include "tst_portowner.moc"
