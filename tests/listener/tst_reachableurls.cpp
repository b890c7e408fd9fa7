// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/reachableurls.h"

#include <QHostAddress>
#include <QTest>

using namespace listener;
using namespace Qt::Literals::StringLiterals;

class TstReachableUrls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhatReachesIt_data();
    void namesWhatReachesIt();
};

void TstReachableUrls::namesWhatReachesIt_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QStringList>("urls");
    QTest::newRow("one IPv4 address")
        << u"192.0.2.7"_s << QStringList{u"https://192.0.2.7:8443/"_s};
    QTest::newRow("one IPv6 address")
        << u"2001:db8::7"_s << QStringList{u"https://[2001:db8::7]:8443/"_s};
    QTest::newRow("every IPv4 address")
        << u"0.0.0.0"_s << QStringList{u"https://localhost:8443/"_s, u"https://192.0.2.7:8443/"_s};
    QTest::newRow("every IPv6 address")
        << u"::"_s << QStringList{u"https://localhost:8443/"_s, u"https://[2001:db8::7]:8443/"_s};
}

void TstReachableUrls::namesWhatReachesIt()
{
    QFETCH(QString, address);
    const QList<QHostAddress> own{QHostAddress(u"127.0.0.1"_s), QHostAddress(u"::1"_s),
                                  QHostAddress(u"192.0.2.7"_s), QHostAddress(u"fe80::1%eth0"_s),
                                  QHostAddress(u"2001:db8::7"_s)};
    QTEST(reachableUrls(QHostAddress(address), 8443, own), "urls");
}

QTEST_GUILESS_MAIN(TstReachableUrls)
#include "tst_reachableurls.moc"
