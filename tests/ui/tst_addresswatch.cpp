// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/addresswatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using ui::AddressWatch;

class TstAddressWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOnceThatTheAddressIsGone()
    {
        QList<QHostAddress> there{QHostAddress(u"192.168.1.20"_s), QHostAddress::LocalHost};
        AddressWatch watch([&there] { return there; });
        QSignalSpy gone(&watch, &AddressWatch::gone);
        watch.watch(u"192.168.1.20"_s);
        watch.look();
        QVERIFY(gone.isEmpty());
        there.removeFirst();
        watch.look();
        watch.look();
        QCOMPARE(gone.size(), 1);
        QCOMPARE(gone.first().first().toString(), u"192.168.1.20"_s);
    }

    void watchesOnlyWhatCanGo_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("watching");
        QTest::newRow("loopback") << u"127.0.0.1"_s << false;
        QTest::newRow("loopback of IPv6") << u"::1"_s << false;
        QTest::newRow("all addresses") << u"0.0.0.0"_s << false;
        QTest::newRow("all addresses of IPv6") << u"::"_s << false;
        QTest::newRow("not listening") << QString() << false;
        QTest::newRow("of a network") << u"10.0.0.7"_s << true;
        QTest::newRow("of a network, IPv6") << u"fd00::7"_s << true;
    }

    void watchesOnlyWhatCanGo()
    {
        QFETCH(QString, address);
        AddressWatch watch([] { return QList<QHostAddress>(); });
        watch.watch(address);
        QTEST(watch.watching(), "watching");
    }
};

QTEST_GUILESS_MAIN(TstAddressWatch)
#include "tst_addresswatch.moc"
