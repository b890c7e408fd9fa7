// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/specialname.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

// Names and addresses that are known without a name server.
class TstSpecialName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsKnown_data();
    void tellsWhatIsKnown();
};

void TstSpecialName::tellsWhatIsKnown_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("known");
    QTest::addColumn<QList<QHostAddress>>("addresses");
    const QList<QHostAddress> here{QHostAddress::LocalHost, QHostAddress::LocalHostIPv6};
    const QList<QHostAddress> none;
    QTest::newRow("an address") << u"192.0.2.7"_s << true << QList{QHostAddress(u"192.0.2.7"_s)};
    QTest::newRow("one of IPv6") << u"2001:db8::7"_s << true
                                 << QList{QHostAddress(u"2001:db8::7"_s)};
    QTest::newRow("localhost") << u"LocalHost"_s << true << here;
    QTest::newRow("localhost with the root's dot") << u"localhost."_s << true << here;
    QTest::newRow("a name below it") << u"shop.localhost"_s << true << here;
    QTest::newRow("a name that ends alike") << u"mylocalhost"_s << false << none;
    QTest::newRow("a name below invalid") << u"hooks.invalid"_s << true << none;
    QTest::newRow("invalid in front") << u"invalid.example"_s << false << none;
    QTest::newRow("any other name") << u"hooks.example"_s << false << none;
    QTest::newRow("nothing") << QString() << false << none;
}

void TstSpecialName::tellsWhatIsKnown()
{
    QFETCH(QString, host);
    QFETCH(bool, known);
    const auto addresses = resend::knownAddresses(host);
    QCOMPARE(addresses.has_value(), known);
    QTEST(addresses.value_or(QList<QHostAddress>()), "addresses");
}

QTEST_GUILESS_MAIN(TstSpecialName)
#include "tst_specialname.moc"
