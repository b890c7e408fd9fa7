// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/settings.h"
#include "ui/dialogs/limitspage.h"
#include "ui/dialogs/listenerpage.h"
#include "ui/dialogs/notebox.h"
#include "ui/views/linkbutton.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

// Where it listens, and what it takes of one sender.
class TstListenerPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnAddress_data();
    void readsAnAddress();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void warnsAsLongAsOthersCanReachIt_data();
    void warnsAsLongAsOthersCanReachIt();
    void usesOnlyWhatIsAnAddress();
    void tellsAChangeOnce();
    void showsWhyItDoesNotListen();
    void offersWhatFailedOnceMore();
    void keepsWhatIsTypedMeanwhile();
    void goesBackToTheDefaults();
    void keepsLimitsWithinTheirBounds();
    void keepsWhatIsFinerThanItsFields();
};

static QString visibleWords(const QWidget &page)
{
    QStringList words;
    for (const auto *label : page.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&page))
            words += label->text();
    }
    for (const auto *note : page.findChildren<NoteBox *>()) {
        if (note->isVisibleTo(&page))
            words += note->note();
    }
    return words.join(u'|');
}

void TstListenerPage::readsAnAddress_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("address");
    QTest::newRow("a line of the list") << u"127.0.0.1 — this computer only"_s << u"127.0.0.1"_s;
    QTest::newRow("IPv6") << u" ::1 "_s << u"::1"_s;
    QTest::newRow("a name") << u"localhost"_s << QString();
    QTest::newRow("too large a number") << u"127.0.0.256"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TstListenerPage::readsAnAddress()
{
    QFETCH(QString, line);
    QTEST(addressOf(line), "address");
}

void TstListenerPage::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("words");
    QTest::newRow("no address") << u"my-host"_s << 8443 << u"That is not an IP address"_s;
    QTest::newRow("a port for the administrator")
        << u"127.0.0.1"_s << 443 << u"Ports below 1024 need administrator rights."_s;
    QTest::newRow("every network")
        << u"0.0.0.0"_s << 8443 << u"Other computers can reach this listener."_s;
}

void TstListenerPage::saysWhatIsWrong()
{
    QFETCH(QString, address);
    QFETCH(int, port);
    QFETCH(QString, words);
    ListenerPage page({});
    QVERIFY2(!visibleWords(page).contains(words), qPrintable(visibleWords(page)));
    page.findChild<QComboBox *>()->setEditText(address);
    page.findChild<QSpinBox *>()->setValue(port);
    QVERIFY2(visibleWords(page).contains(words), qPrintable(visibleWords(page)));
    page.restoreDefaults();
    QVERIFY2(!visibleWords(page).contains(words), qPrintable(visibleWords(page)));
}

void TstListenerPage::warnsAsLongAsOthersCanReachIt_data()
{
    QTest::addColumn<QString>("listening");
    QTest::addColumn<QStringList>("typed");
    QTest::addColumn<bool>("warns");
    QTest::newRow("no address instead") << u"0.0.0.0"_s << QStringList{u"banana"_s} << true;
    QTest::newRow("this computer instead") << u"0.0.0.0"_s << QStringList{u"127.0.0.1"_s} << false;
    QTest::newRow("one of others, typed on to none")
        << u"127.0.0.1"_s << QStringList{u"10.0.0.5"_s, u"10.0.0.5x"_s} << false;
}

void TstListenerPage::warnsAsLongAsOthersCanReachIt()
{
    QFETCH(QString, listening);
    QFETCH(QStringList, typed);
    QFETCH(bool, warns);
    inspector::Settings settings;
    settings.address = listening;
    ListenerPage page(settings);
    for (const QString &text : typed)
        page.findChild<QComboBox *>()->setEditText(text);
    const QString words = visibleWords(page);
    QVERIFY2(words.contains(u"Other computers can reach this listener."_s) == warns,
             qPrintable(words));
}

void TstListenerPage::usesOnlyWhatIsAnAddress()
{
    ListenerPage page({});
    QSignalSpy changed(&page, &ListenerPage::changed);
    page.findChild<QComboBox *>()->setEditText(u"127.0.0.x"_s);
    page.findChild<QSpinBox *>()->setValue(9000);
    page.findChild<QComboBox *>()->setEditText(u"::1"_s);
    QVERIFY(changed.wait());
    QCOMPARE(changed.first(), QVariantList({u"::1"_s, QVariant::fromValue(quint16(9000)), true}));
    QCOMPARE(changed.size(), 1);
}

void TstListenerPage::tellsAChangeOnce()
{
    ListenerPage page({});
    QSignalSpy changed(&page, &ListenerPage::changed);
    for (const int port : {9001, 9002, 9003})
        page.findChild<QSpinBox *>()->setValue(port);
    page.findChild<QCheckBox *>()->click();
    QVERIFY(changed.wait());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first(),
             QVariantList({u"127.0.0.1"_s, QVariant::fromValue(quint16(9003)), false}));
}

void TstListenerPage::showsWhyItDoesNotListen()
{
    ListenerPage page({});
    page.showProblem(
        {core::ErrorKind::Environment, u"Cannot listen on port 9."_s, u"Another program has it."_s},
        u"Port 10 is free."_s);
    QVERIFY(visibleWords(page).contains(
        u"Cannot listen on port 9. Another program has it. Port 10 is free."_s));
    page.clearProblem();
    QVERIFY(!visibleWords(page).contains(u"Cannot listen"_s));
}

void TstListenerPage::offersWhatFailedOnceMore()
{
    ListenerPage page({});
    QSignalSpy changed(&page, &ListenerPage::changed);
    page.findChild<QSpinBox *>()->setValue(9000);
    page.findChild<QComboBox *>()->setEditText(u"::1"_s);
    QVERIFY(changed.wait());
    page.showProblem({core::ErrorKind::InUse, u"Cannot listen."_s, u"It is taken."_s}, {});
    page.takeBack(u"127.0.0.1"_s, 8443);
    QCOMPARE(page.findChild<QSpinBox *>()->value(), 8443);
    QCOMPARE(addressOf(page.findChild<QComboBox *>()->currentText()), u"127.0.0.1"_s);
    auto *again = page.findChild<LinkButton *>();
    for (auto *link : page.findChildren<LinkButton *>()) {
        if (link->text() == u"Try again"_s)
            again = link;
    }
    QCOMPARE(again->text(), u"Try again"_s);
    again->click();
    QCOMPARE(changed.size(), 2); // it was no edit that they were put back
    QCOMPARE(changed.last(), QVariantList({u"::1"_s, QVariant::fromValue(quint16(9000)), true}));
    QCOMPARE(page.findChild<QSpinBox *>()->value(), 9000);
}

void TstListenerPage::keepsWhatIsTypedMeanwhile()
{
    ListenerPage page({});
    page.findChild<QSpinBox *>()->setValue(9001);
    page.takeBack(u"127.0.0.1"_s, 8443);
    QCOMPARE(page.findChild<QSpinBox *>()->value(), 9001);
    QSignalSpy changed(&page, &ListenerPage::changed);
    QVERIFY(changed.wait());
    page.setPlace(u"127.0.0.1"_s, 8443);
    QCOMPARE(page.findChild<QSpinBox *>()->value(), 8443);
}

void TstListenerPage::goesBackToTheDefaults()
{
    ListenerPage page({.address = u"::1"_s, .port = 9000, .listenOnStart = false});
    QCOMPARE(page.findChild<QComboBox *>()->currentText(), u"::1"_s);
    QSignalSpy changed(&page, &ListenerPage::changed);
    page.restoreDefaults();
    QVERIFY(changed.wait());
    QCOMPARE(changed.first(),
             QVariantList({u"127.0.0.1"_s, QVariant::fromValue(quint16(8443)), true}));
}

void TstListenerPage::keepsLimitsWithinTheirBounds()
{
    LimitsPage page({});
    for (auto *field : page.findChildren<QSpinBox *>()) {
        field->setValue(std::numeric_limits<int>::max());
        QVERIFY2(field->value() < std::numeric_limits<int>::max(),
                 qPrintable(field->accessibleName()));
    }
    QCOMPARE(page.limits(), inspector::largestLimits());
    for (auto *field : page.findChildren<QSpinBox *>())
        field->setValue(0);
    QCOMPARE(page.limits().connections, inspector::smallestLimits().connections);
    QVERIFY(page.limits().body >= inspector::smallestLimits().body);
    QSignalSpy changed(&page, &LimitsPage::changed);
    page.restoreDefaults();
    QVERIFY(changed.wait());
    QCOMPARE(changed.last().first().value<http::Limits>(), http::Limits());
}

void TstListenerPage::keepsWhatIsFinerThanItsFields()
{
    http::Limits odd;
    odd.body = 1'500'000;
    odd.idleTime = std::chrono::milliseconds(1500);
    LimitsPage page(odd);
    QCOMPARE(page.limits(), odd);
}

QTEST_MAIN(TstListenerPage)
#include "tst_listenerpage.moc"
