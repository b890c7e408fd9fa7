// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/forwardloop.h"

#include <QTest>
#include <QUrl>

using namespace inspector;
using namespace Qt::Literals::StringLiterals;

class TstForwardLoop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsItsOwnListener_data();
    void knowsItsOwnListener();
};

void TstForwardLoop::knowsItsOwnListener_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("loops");
    const auto row = [](const char *name, const QString &address, const QString &target,
                        bool loops) { QTest::newRow(name) << address << target << loops; };
    row("the same address", u"127.0.0.1"_s, u"https://127.0.0.1:8443/x"_s, true);
    row("plain HTTP", u"127.0.0.1"_s, u"http://127.0.0.1:8443"_s, true);
    row("localhost", u"127.0.0.1"_s, u"https://LOCALHOST:8443"_s, true);
    row("a name below localhost", u"localhost"_s, u"https://a.localhost:8443"_s, true);
    row("the other loopback", u"127.0.0.1"_s, u"https://[::1]:8443"_s, true);
    row("IPv4 within IPv6", u"127.0.0.1"_s, u"https://[::ffff:127.0.0.1]:8443"_s, true);
    row("any address, which is this computer", u"127.0.0.1"_s, u"https://0.0.0.0:8443"_s, true);
    row("on every address", u"0.0.0.0"_s, u"https://127.0.0.9:8443"_s, true);
    row("on every address of IPv6", u"::"_s, u"https://[::]:8443"_s, true);
    row("another port", u"127.0.0.1"_s, u"https://127.0.0.1:8444"_s, false);
    row("the scheme's own port", u"127.0.0.1"_s, u"https://127.0.0.1"_s, false);
    row("another loopback", u"127.0.0.1"_s, u"https://127.0.0.2:8443"_s, false);
    row("one of the loopbacks alone", u"127.0.0.2"_s, u"https://127.0.0.1:8443"_s, false);
    row("every address of IPv4", u"0.0.0.0"_s, u"https://[::1]:8443"_s, false);
    row("another computer", u"0.0.0.0"_s, u"https://192.0.2.1:8443"_s, false);
    row("a name", u"127.0.0.1"_s, u"https://hooks.example:8443"_s, false);
}

void TstForwardLoop::knowsItsOwnListener()
{
    QFETCH(const QString, address);
    QFETCH(const QString, target);
    QTEST(!loopObjection(QUrl(target), address, 8443).isEmpty(), "loops");
    QVERIFY(loopObjection(QUrl(target), address, 0).isEmpty());
}

QTEST_GUILESS_MAIN(TstForwardLoop)
#include "tst_forwardloop.moc"
