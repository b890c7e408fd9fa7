// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/statusline.h"
#include "ui/views/linkbutton.h"

#include <QAccessible>
#include <QLabel>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstStatusLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhetherItListens();
    void countsRows();
    void tellsTrustByWordAndShape_data();
    void tellsTrustByWordAndShape();
    void saysHowLongSecretsAreKept();
    void showsHowFarJudgingAgainIs();
    void showsHowFarSortingIs();
    void takesNoNameForMarkup();
    void opensWhatIsClicked();
    void offersToUndo();
    void takesBackOnlyWhatIsSaidOfAnEdit();
    void keepsANoticeOverATip();
    void endsANoticeWhereThereIsNoMoreRoom();
    void announcesToScreenReadersOnly();
    void showsHowFarSendingAgainIs();
    void saysWhatWaitsToBeSentOn();
    void keepsWhatChangesInViewWhereThereIsLittleRoom();

private:
    QStringList words() const;
    QToolButton *button(const QString &text) const;

    std::unique_ptr<StatusLine> m_line;
};

void TstStatusLine::init()
{
    m_line = std::make_unique<StatusLine>();
    m_line->resize(1200, 30);
    m_line->show();
}

QStringList TstStatusLine::words() const
{
    QStringList words;
    for (const auto *label : m_line->findChildren<QLabel *>()) {
        if (label->isVisible())
            words += label->text();
    }
    for (const auto *button : m_line->findChildren<QToolButton *>()) {
        if (button->isVisible())
            words += button->text();
    }
    return words;
}

QToolButton *TstStatusLine::button(const QString &text) const
{
    for (auto *button : m_line->findChildren<QToolButton *>()) {
        if (button->isVisible() && button->text() == text)
            return button;
    }
    return nullptr;
}

void TstStatusLine::saysWhetherItListens()
{
    QVERIFY(button(u"Not listening"_s));
    m_line->setListening(listener::Listening{.port = 8443}, false);
    QVERIFY(button(u"Listening on port 8443"_s));
    m_line->setListening(listener::Listening{.port = 8443}, true);
    QVERIFY(button(u"Paused: answering 503 on port 8443"_s));
}

void TstStatusLine::countsRows()
{
    QVERIFY(words().contains(u"Nothing received yet"_s));
    m_line->setRows(2431, 2118, 1);
    m_line->setRate(7.4);
    for (const QString &word :
         {u"2,431 received"_s, u"2,118 shown"_s, u"1 selected"_s, u"7.4 per second"_s})
        QVERIFY2(words().contains(word), qPrintable(words().join(u'|')));
    m_line->setRows(2431, 2118, 0);
    m_line->setRate(0);
    m_line->setRows(1234, 1254, 0, 20);
    QVERIFY2(words().contains(u"1,234 received, 20 imported"_s), qPrintable(words().join(u'|')));
    m_line->setRows(0, 20, 0, 20);
    QVERIFY2(words().contains(u"20 imported"_s), qPrintable(words().join(u'|')));
    QVERIFY(words().contains(u"20 shown"_s));
    QCOMPARE(words().filter(u"selected"_s).size() + words().filter(u"per second"_s).size(), 0);
}

void TstStatusLine::tellsTrustByWordAndShape_data()
{
    QTest::addColumn<TrustState>("state");
    QTest::addColumn<QString>("word");
    QTest::newRow("trusted") << TrustState::LocalTrusted << u"Local CA trusted"_s;
    QTest::newRow("not trusted") << TrustState::LocalUntrusted << u"Local CA not trusted"_s;
    QTest::newRow("own") << TrustState::Own << u"Own certificate"_s;
}

void TstStatusLine::tellsTrustByWordAndShape()
{
    QFETCH(TrustState, state);
    QFETCH(QString, word);
    m_line->setTrust(state);
    QVERIFY(button(word));
    QVERIFY(!button(word)->icon().isNull());
    m_line->setTrust(TrustState::Unknown);
    QVERIFY(!button(word));
}

void TstStatusLine::saysHowLongSecretsAreKept()
{
    QVERIFY(button(u"No secrets"_s));
    m_line->setSecrets(2, 2);
    QVERIFY(button(u"2 secret(s) in keyring"_s));
    m_line->setSecrets(2, 1);
    QVERIFY(button(u"2 secret(s)"_s));
    QCOMPARE(button(u"2 secret(s)"_s)->toolTip(),
             u"1 of 2 are kept only until you close the app."_s);
}

void TstStatusLine::showsHowFarJudgingAgainIs()
{
    m_line->setJudging(45'000, 100'000);
    QVERIFY2(words().contains(u"Judging again: 45 %"_s), qPrintable(words().join(u'|')));
    m_line->setJudging(100'000, 100'000);
    QVERIFY2(words().filter(u"Judging"_s).isEmpty(), qPrintable(words().join(u'|')));
}

void TstStatusLine::showsHowFarSortingIs()
{
    m_line->setSorting(u"<b>%2"_s, 38);
    QVERIFY2(words().contains(u"Sorting by <b>%2… 38 %"_s), qPrintable(words().join(u'|')));
    m_line->setSorting({}, 100);
    QVERIFY2(words().filter(u"Sorting"_s).isEmpty(), qPrintable(words().join(u'|')));
}

void TstStatusLine::takesNoNameForMarkup()
{
    m_line->setSorting(u"<b>"_s, 38);
    m_line->notify(u"Sorted by <b>; new webhooks are added in place."_s);
    int labels = 0;
    for (const auto *label : m_line->findChildren<QLabel *>()) {
        if (!label->text().contains(u"<b>"_s))
            continue;
        QCOMPARE(label->textFormat(), Qt::PlainText);
        ++labels;
    }
    QCOMPARE(labels, 2);
}

void TstStatusLine::opensWhatIsClicked()
{
    m_line->setTrust(TrustState::Own);
    m_line->setStore(u"/tmp/a.hookglass"_s, u"14:32"_s, false);
    QSignalSpy listener(m_line.get(), &StatusLine::listenerClicked);
    QSignalSpy secrets(m_line.get(), &StatusLine::secretsClicked);
    QSignalSpy trust(m_line.get(), &StatusLine::trustClicked);
    QSignalSpy store(m_line.get(), &StatusLine::storeClicked);
    for (const QString &text :
         {u"Not listening"_s, u"No secrets"_s, u"Own certificate"_s, u"Saved 14:32"_s})
        button(text)->click();
    for (const QSignalSpy *spy : {&listener, &secrets, &trust, &store})
        QCOMPARE(spy->size(), 1);
}

void TstStatusLine::offersToUndo()
{
    int undone = 0;
    m_line->setRows(5, 5, 0);
    m_line->notify(u"Cleared 5 webhooks."_s, [&] { ++undone; });
    QCOMPARE(m_line->notice(), u"Cleared 5 webhooks."_s);
    QVERIFY(!words().contains(u"5 received"_s));
    auto *undo = m_line->findChild<LinkButton *>();
    QVERIFY(undo->isVisible());
    undo->click();
    QCOMPARE(undone, 1);
    QCOMPARE(m_line->notice(), QString());
    QVERIFY(words().contains(u"5 received"_s));
    m_line->notify(u"Copied."_s);
    QVERIFY(!undo->isVisible());
}

void TstStatusLine::takesBackOnlyWhatIsSaidOfAnEdit()
{
    m_line->notify(u"Copied."_s);
    m_line->takeBack(u"Cleared 5 webhooks."_s);
    QCOMPARE(m_line->notice(), u"Copied."_s);
    m_line->notify(u"Cleared 5 webhooks."_s, [] { });
    m_line->takeBack(u"Cleared 5 webhooks."_s);
    QCOMPARE(m_line->notice(), QString());
    QVERIFY(!m_line->findChild<LinkButton *>()->isVisible());
}

void TstStatusLine::keepsANoticeOverATip()
{
    m_line->setTip(u"Open the port"_s);
    QCOMPARE(m_line->notice(), u"Open the port"_s);
    m_line->setTip({});
    QCOMPARE(m_line->notice(), QString());
    m_line->notify(u"Copied."_s);
    m_line->setTip(u"Open the port"_s);
    m_line->setTip({});
    QCOMPARE(m_line->notice(), u"Copied."_s);
}

void TstStatusLine::endsANoticeWhereThereIsNoMoreRoom()
{
    const QString said = u"Cannot write /home/somebody/webhooks/default.hookglass. "_s.repeated(3);
    m_line->notify(said, [] { });
    const auto *undo = m_line->findChild<LinkButton *>();
    const auto cut = [&]() -> const QLabel * {
        for (const auto *label : m_line->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().endsWith(u'…'))
                return label;
        }
        return nullptr;
    };
    m_line->resize(700, 30);
    QTRY_VERIFY(cut());
    QTRY_VERIFY(cut()->sizeHint().width() <= cut()->width());
    QVERIFY(cut()->text().startsWith(u"Cannot write /home/"_s));
    QCOMPARE(cut()->toolTip(), u"<p>%1</p>"_s.arg(said));
    QCOMPARE(cut()->accessibleName(), said);
    QCOMPARE(m_line->notice(), said);
    QVERIFY(undo->geometry().right() < button(u"No secrets"_s)->x());
    m_line->resize(4000, 30);
    QTRY_VERIFY(!cut());
    QVERIFY(words().contains(said));
}

void TstStatusLine::announcesToScreenReadersOnly()
{
    const auto heard = [this] {
        QStringList names;
        for (auto *label : m_line->findChildren<QLabel *>()) {
            if (label->isVisible())
                names += QAccessible::queryAccessibleInterface(label)->text(QAccessible::Name);
        }
        return names;
    };
    m_line->setRows(2431, 2431, 0);
    const QStringList before = words();
    m_line->announce(u"12 new webhooks"_s);
    QCOMPARE(words(), before);
    QVERIFY2(heard().contains(u"12 new webhooks"_s), qPrintable(heard().join(u'|')));
    m_line->setRows(2432, 2432, 0); // what is read later is the line as it is
    QVERIFY2(heard().contains(u"2,432 received"_s), qPrintable(heard().join(u'|')));
    QVERIFY(!heard().contains(u"12 new webhooks"_s));
}

void TstStatusLine::showsHowFarSendingAgainIs()
{
    const auto *bar = m_line->findChild<QProgressBar *>();
    QVERIFY(!bar->isVisible());
    m_line->setResending(120, 500);
    QVERIFY(button(u"Sent 120 of 500 again"_s));
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->maximum(), 500);
    QCOMPARE(bar->value(), 120);
    m_line->setResent(u"480 succeeded, 20 failed"_s);
    QSignalSpy clicks(m_line.get(), &StatusLine::resendingClicked);
    QVERIFY(button(u"Sent again: 480 succeeded, 20 failed"_s));
    button(u"Sent again: 480 succeeded, 20 failed"_s)->click();
    QCOMPARE(clicks.size(), 1);
    QVERIFY(!bar->isVisible());
    m_line->setResending(0, 0);
    QCOMPARE(words().filter(u"again"_s).size(), 0);
}

void TstStatusLine::saysWhatWaitsToBeSentOn()
{
    QVERIFY(words().filter(u"to be sent on"_s).isEmpty());
    QSignalSpy clicked(m_line.get(), &StatusLine::forwardsClicked);
    m_line->setForwards({{u"/"_s, u"http://localhost:3000"_s, 1200}, {u"/a"_s, u"http://x"_s, 3}});
    auto *forwards = button(u"1,203 to be sent on"_s);
    QVERIFY2(forwards, qPrintable(words().join(u'|')));
    QVERIFY2(forwards->toolTip().contains(u"1,200 for http://localhost:3000; 3 for http://x"_s),
             qPrintable(forwards->toolTip()));
    m_line->setForwards({}, {{u"/"_s, u"http://old"_s, 4}});
    QCOMPARE(forwards->text(), u"4 to be sent on"_s);
    QVERIFY(forwards->toolTip().contains(u"4 for http://old, where nothing is sent on to now"_s));
    forwards->click();
    QCOMPARE(clicked.size(), 1);
    m_line->setForwards({});
    QVERIFY(words().filter(u"to be sent on"_s).isEmpty());
}

void TstStatusLine::keepsWhatChangesInViewWhereThereIsLittleRoom()
{
    m_line->setListening(listener::Listening{.port = 8443}, false);
    m_line->setRows(2431, 2118, 1);
    m_line->setTrust(TrustState::LocalUntrusted);
    m_line->setStore(u"/tmp/a.hookglass"_s, u"14:32"_s, false);
    auto *trust = button(u"Local CA not trusted"_s);
    auto *saved = button(u"Saved 14:32"_s);
    m_line->resize(1600, 30);
    QCOMPARE(trust->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    m_line->resize(960, 30);
    m_line->setRate(7.4);
    m_line->setResending(120, 500);
    m_line->setForwards({{u"/"_s, u"http://localhost:3000"_s, 12}});
    QCOMPARE(trust->toolButtonStyle(), Qt::ToolButtonIconOnly);
    QTRY_VERIFY(saved->width() >= saved->sizeHint().width());
    QCOMPARE(QAccessible::queryAccessibleInterface(trust)->text(QAccessible::Name),
             u"Local CA not trusted"_s);
    for (int room = 960; room >= 800; room -= 40) {
        m_line->resize(room, 30);
        QTRY_VERIFY(saved->geometry().right() < m_line->width());
    }
    m_line->resize(1600, 30);
    QCOMPARE(trust->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    for (const QString &word : {u"2,118 shown"_s, u"7.4 per second"_s})
        QVERIFY2(words().contains(word), qPrintable(words().join(u'|')));
}

QTEST_MAIN(TstStatusLine)
#include "tst_statusline.moc"
