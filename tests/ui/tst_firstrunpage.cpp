// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/liveinspector.h"
#include "ui/dialogs/notebox.h"
#include "ui/dialogs/publicaddress.h"
#include "ui/dialogs/secretedit.h"
#include "ui/views/addressstep.h"
#include "ui/views/firstrunpage.h"
#include "ui/views/secretstep.h"
#include "ui/views/waitingstrip.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstFirstRunPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void writesElapsedTime_data();
    void writesElapsedTime();
    void tellsWhetherItListens();
    void putsThePublicAddressIntoThePortalStep();
    void copiesNothingBeforeThereIsAnAddress();
    void saysWhyAnAddressIsNotChecked_data();
    void saysWhyAnAddressIsNotChecked();
    void offersTheLocalAddressForTestsFromHere();
    void goesFromStepToStep();
    void pastesASecretFromAnywhere();
    void showsWhereTheSecretWent();
    void keepsASecretOutOfTheAddressField();
    void pastesAnAddressIntoItsField();
    void savesTheSecret();
    void goesOnFromASavedSecret_data();
    void goesOnFromASavedSecret();
    void saysInALineWhatASecretIsFor();
    void isOverWhenAPingArrived();
    void staysWhenItsOwnCheckArrived();
    void leadsToWhatMayBeWrong();
    void asksForTheOtherDialogs();

private:
    QAbstractButton *button(const QString &text) const;
    QLineEdit *address() const { return m_page->findChild<QLineEdit *>(u"publicUrl"_s); }
    SecretEdit *secret() const { return m_page->findChild<SecretEdit *>(); }
    QString portalUrl() const;

    std::unique_ptr<support::LiveInspector> m_live;
    std::unique_ptr<FirstRunPage> m_page;
};

void TstFirstRunPage::init()
{
    m_live = std::make_unique<support::LiveInspector>();
    QVERIFY(m_live->open());
    QVERIFY(m_live->listen());
    m_page = std::make_unique<FirstRunPage>(**m_live);
    m_page->resize(1200, 800);
    m_page->show();
}

void TstFirstRunPage::cleanup()
{
    m_page.reset();
    m_live.reset();
}

QAbstractButton *TstFirstRunPage::button(const QString &text) const
{
    for (auto *button : m_page->findChildren<QAbstractButton *>()) {
        if (QString(button->text()).remove(u'&').startsWith(text))
            return button;
    }
    return nullptr;
}

QString TstFirstRunPage::portalUrl() const
{
    for (const auto *edit : m_page->findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == u"Address of the webhook"_s)
            return edit->text();
    }
    return {};
}

void TstFirstRunPage::writesElapsedTime_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64(0) << u"0:00"_s;
    QTest::newRow("seconds") << qint64(42) << u"0:42"_s;
    QTest::newRow("just under an hour") << qint64(3599) << u"59:59"_s;
    QTest::newRow("an hour") << qint64(3600) << u"1:00:00"_s;
    QTest::newRow("more than a day") << qint64(90'061) << u"25:01:01"_s;
}

void TstFirstRunPage::writesElapsedTime()
{
    QFETCH(qint64, seconds);
    QTEST(elapsedText(seconds), "text");
}

void TstFirstRunPage::tellsWhetherItListens()
{
    QVERIFY(button(u"Send a test ping"_s)->isEnabled());
    QSignalSpy stopped(&**m_live, &inspector::Inspector::listeningStopped);
    (*m_live)->stopListening();
    QVERIFY(stopped.wait());
    QVERIFY(!button(u"Send a test ping"_s)->isEnabled());
}

void TstFirstRunPage::putsThePublicAddressIntoThePortalStep()
{
    QCOMPARE(portalUrl(), QString());
    address()->setText(u"hooks.example.com/smile"_s);
    QCOMPARE(portalUrl(), u"https://hooks.example.com/smile"_s);
    button(u"Copy"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"https://hooks.example.com/smile"_s);
}

void TstFirstRunPage::copiesNothingBeforeThereIsAnAddress()
{
    QGuiApplication::clipboard()->setText(u"kept"_s);
    QVERIFY(!button(u"Copy"_s)->isEnabled());
    button(u"Copy"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"kept"_s);
    address()->setText(u"hooks.example.com"_s);
    QVERIFY(button(u"Copy"_s)->isEnabled());
    address()->clear();
    QVERIFY(!button(u"Copy"_s)->isEnabled());
}

void TstFirstRunPage::saysWhyAnAddressIsNotChecked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("said");
    QTest::newRow("nothing yet") << QString() << false;
    QTest::newRow("only its beginning") << u"https://"_s << false;
    QTest::newRow("an address") << u"hooks.example.com/smile"_s << false;
    QTest::newRow("another protocol") << u"ftp://x y"_s << true;
    QTest::newRow("a space in it") << u"https://hooks example"_s << true;
}

void TstFirstRunPage::saysWhyAnAddressIsNotChecked()
{
    QFETCH(QString, text);
    address()->setText(u"ftp://"_s);
    address()->setText(text);
    const auto *finding = m_page->findChild<PublicAddress *>()->finding();
    QTEST(!finding->isHidden(), "said");
    QCOMPARE(button(u"Check"_s)->isEnabled(), publicUrl(text).isValid());
}

void TstFirstRunPage::offersTheLocalAddressForTestsFromHere()
{
    button(u"Not now"_s)->click();
    QCOMPARE(portalUrl(), (*m_live)->listening()->urls.first());
    QVERIFY(!address()->isEnabled());
}

void TstFirstRunPage::goesFromStepToStep()
{
    auto *step = m_page->findChild<AddressStep *>();
    QCOMPARE(step->state(), StepRow::State::Current);
    QCOMPARE(m_page->findChild<SecretStep *>()->state(), StepRow::State::Waiting);
    button(u"Not now"_s)->click();
    QCOMPARE(step->state(), StepRow::State::Done);
    button(u"Copy"_s)->click();
    QCOMPARE(m_page->findChild<SecretStep *>()->state(), StepRow::State::Current);
    button(u"A tunnel"_s)->click();
    address()->setText(u"hooks.example.com"_s); // which nobody has copied
    button(u"Not now"_s)->click();
    QCOMPARE(m_page->findChild<SecretStep *>()->state(), StepRow::State::Waiting);
}

void TstFirstRunPage::pastesASecretFromAnywhere()
{
    QGuiApplication::clipboard()->setText(u"abcdefghijklmnop"_s);
    QTest::keySequence(button(u"Not now"_s), QKeySequence(QKeySequence::Paste));
    QCOMPARE(secret()->text(), u"abcdefghijklmnop"_s);
}

void TstFirstRunPage::showsWhereTheSecretWent()
{
    m_page->resize(960, 320);
    const auto inSight = [this] {
        const QPoint corner = secret()->mapTo(m_page->viewport(), QPoint());
        return m_page->viewport()->rect().contains(QRect(corner, secret()->size()));
    };
    QTRY_VERIFY(!inSight());
    QGuiApplication::clipboard()->setText(u"abcdefghijklmnop"_s);
    QTest::keySequence(button(u"Not now"_s), QKeySequence(QKeySequence::Paste));
    QVERIFY(inSight());
    QCOMPARE(m_page->focusWidget(), secret());
}

void TstFirstRunPage::keepsASecretOutOfTheAddressField()
{
    QGuiApplication::clipboard()->setText(u"abcdefghijklmnop"_s);
    QTest::keySequence(address(), QKeySequence(QKeySequence::Paste));
    QCOMPARE(address()->text(), QString());
    QCOMPARE(secret()->text(), u"abcdefghijklmnop"_s);
}

void TstFirstRunPage::pastesAnAddressIntoItsField()
{
    QGuiApplication::clipboard()->setText(u"https://a.example.com/"_s);
    QTest::keySequence(address(), QKeySequence(QKeySequence::Paste));
    QCOMPARE(address()->text(), u"https://a.example.com/"_s);
    QCOMPARE(secret()->text(), QString());
}

void TstFirstRunPage::savesTheSecret()
{
    secret()->setText(u"abcdefghijklmnop\n"_s);
    button(u"Save secret"_s)->click();
    QCOMPARE((*m_live)->secrets(u"/"_s).front()->bytes().toByteArray(), "abcdefghijklmnop");
    QCOMPARE(secret()->text(), QString());
    QVERIFY(secret()->placeholderText().contains(u"…mnop"_s));
    QCOMPARE(m_page->findChild<SecretStep *>()->state(), StepRow::State::Done);
}

void TstFirstRunPage::goesOnFromASavedSecret_data()
{
    QTest::addColumn<bool>("listening");
    QTest::newRow("to the ping that it signs") << true;
    QTest::newRow("nowhere, while none could be sent") << false;
}

void TstFirstRunPage::goesOnFromASavedSecret()
{
    QFETCH(const bool, listening);
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QAbstractButton *ping = button(u"Send a test ping"_s);
    if (!listening)
        (*m_live)->stopListening();
    QTRY_COMPARE(ping->isEnabled(), listening);
    secret()->setText(u"abcdefghijklmnop"_s);
    button(u"Save secret"_s)->setFocus();
    QTest::keyClick(button(u"Save secret"_s), Qt::Key_Space);
    QTRY_VERIFY(secret()->placeholderText().contains(u"…mnop"_s));
    QCOMPARE(QApplication::focusWidget(), listening ? static_cast<QWidget *>(ping) : secret());
}

void TstFirstRunPage::saysInALineWhatASecretIsFor()
{
    const auto labels = m_page->findChild<SecretStep *>()->findChildren<QLabel *>();
    const auto found = std::find_if(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().startsWith(u"Smile signs with it."_s);
    });
    QVERIFY(found != labels.end());
    QTRY_VERIFY2((*found)->width() > 0
                     && (*found)->heightForWidth((*found)->width())
                         < 2 * (*found)->fontMetrics().height(),
                 qPrintable((*found)->text()));
}

void TstFirstRunPage::isOverWhenAPingArrived()
{
    QSignalSpy done(m_page.get(), &FirstRunPage::doneWanted);
    button(u"Send a test ping"_s)->click();
    QVERIFY(done.wait());
}

void TstFirstRunPage::staysWhenItsOwnCheckArrived()
{
    QSignalSpy done(m_page.get(), &FirstRunPage::doneWanted);
    QSignalSpy stored(&**m_live, &inspector::Inspector::stored);
    address()->setText((*m_live)->listening()->urls.first());
    button(u"Check"_s)->click();
    QTRY_VERIFY(m_page->findChild<PublicAddress *>()->reached());
    QCOMPARE(stored.size(), 1);
    QCOMPARE(done.size(), 0);
}

void TstFirstRunPage::leadsToWhatMayBeWrong()
{
    QSignalSpy checks(m_page.get(), &FirstRunPage::checksWanted);
    button(u"It does not arrive"_s)->click();
    address()->setText(u"https://hooks.example.com/smile"_s);
    button(u"It does not arrive"_s)->click();
    QCOMPARE(checks.size(), 2);
    QCOMPARE(checks[0][0].toString(), QString());
    QCOMPARE(checks[1][0].toString(), u"https://hooks.example.com/smile"_s);
}

void TstFirstRunPage::asksForTheOtherDialogs()
{
    QSignalSpy trust(m_page.get(), &FirstRunPage::trustWanted);
    QSignalSpy settings(m_page.get(), &FirstRunPage::settingsWanted);
    QSignalSpy certificate(m_page.get(), &FirstRunPage::certificateWanted);
    button(u"Trust local CA"_s)->click();
    button(u"Change port"_s)->click();
    button(u"This computer has a public name"_s)->click();
    button(u"Choose certificate"_s)->click();
    QCOMPARE(trust.size(), 1);
    QCOMPARE(settings.size(), 1);
    QCOMPARE(certificate.size(), 1);
}

QTEST_MAIN(TstFirstRunPage)
#include "tst_firstrunpage.moc"
