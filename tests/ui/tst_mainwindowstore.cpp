// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/livewindow.h"
#include "ui/dialogs/publicaddress.h"
#include "ui/dialogs/secretedit.h"
#include "ui/dialogs/secretsdialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/messagebar.h"
#include "ui/statusline.h"
#include "ui/views/deliveryview.h"
#include "ui/views/detailspane.h"
#include "ui/views/emptytable.h"
#include "ui/views/firstrunpage.h"
#include "ui/views/urlbox.h"
#include "ui/views/verdictchips.h"
#include "ui/views/verdictframe.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTcpServer>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>
#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace ui;
using inspector::Inspector;
using models::Column;

// The window end to end: a real listener, real TLS, a real store.
class TstMainWindowStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_live.reset(); }
    void bringsADeliveryFromTheSocketToARow();
    void keepsThePortThatWorks();
    void keepsWhetherToListenAtTheStart();
    void saysEachVerdictOfRealDeliveries();
    void judgesAgainWhenASecretIsPasted();
    void takesItsLookFromTheSettings();
    void answers503WhilePaused();
    void resumesWhereItSaysPaused_data();
    void resumesWhereItSaysPaused();
    void isNotPausedWhenItListensAgain();
    void closesThePort();
    void saysWhyThereIsNoRow();
    void tellsWhichWordHidesEveryRow();
    void turnsFromTheSetUpStepsIntoTheTable();
    void waitsOnForAWebhookAfterACheckOfItsOwn();
    void turnsFromTheStepsThatWereAskedForIntoTheTable();
    void showsEverythingAgainWhenItOpensAgain();
    void takesNothingIntoAReadOnlyStore();

private:
    DeliveryView *view() const { return m_live->part<DeliveryView>(); }
    QString cell(int row, Column column) const;
    QStringList column(Column column) const;
    WindowActions *actions() const { return m_live->part<WindowActions>(); }
    QPushButton *emptyButton(const QString &text) const;
    QStringList statusWords() const;

    std::unique_ptr<support::LiveWindow> m_live;
};

void TstMainWindowStore::init()
{
    m_live = std::make_unique<support::LiveWindow>();
    QVERIFY(m_live->open());
}

QString TstMainWindowStore::cell(int row, Column column) const
{
    return view()->model()->index(row, int(column)).data().toString();
}

QStringList TstMainWindowStore::column(Column column) const
{
    QStringList words;
    for (int row = 0; row < view()->model()->rowCount(); ++row)
        words += cell(row, column).section(u" · "_s, 0, 0);
    return words;
}

QPushButton *TstMainWindowStore::emptyButton(const QString &text) const
{
    for (auto *button : m_live->part<EmptyTable>()->findChildren<QPushButton *>()) {
        if (button->text() == text && button->isVisible())
            return button;
    }
    return nullptr;
}

QStringList TstMainWindowStore::statusWords() const
{
    QStringList words;
    for (const auto *label : m_live->part<StatusLine>()->findChildren<QLabel *>()) {
        if (label->isVisible())
            words += label->text();
    }
    for (const auto *button : m_live->part<StatusLine>()->findChildren<QToolButton *>()) {
        if (button->isVisible())
            words += button->text();
    }
    return words;
}

void TstMainWindowStore::bringsADeliveryFromTheSocketToARow()
{
    QVERIFY(m_live->listen());
    const quint16 port = m_live->inspector().listening()->port;
    QVERIFY(statusWords().contains(u"Listening on port %1"_s.arg(port)));
    QCOMPARE(m_live->part<UrlBox>()->url(), u"https://localhost:%1/"_s.arg(port));
    QCOMPARE(m_live->send(smile::ping, m_live->signedAt(smile::ping)), 200);
    QTRY_COMPARE(column(Column::Signature), QStringList{u"No secret"_s});
    QCOMPARE(cell(0, Column::Topic), u"ping"_s);
    QCOMPARE(cell(0, Column::Summary), u"Endpoint test"_s);
    QTRY_COMPARE(cell(0, Column::Reply), u"200"_s);
    QVERIFY(statusWords().contains(u"1 received"_s));
    QCOMPARE(view()->model()->headerData(0, Qt::Vertical, Qt::AccessibleTextRole),
             u"Webhook 1, No secret"_s);
}

void TstMainWindowStore::keepsThePortThatWorks()
{
    QVERIFY(m_live->listen());
    const quint16 works = m_live->inspector().listening()->port;
    QTcpServer holder;
    QVERIFY(holder.listen(QHostAddress::LocalHost));
    QSignalSpy failed(&m_live->inspector(), &inspector::Inspector::listenFailed);
    Q_EMIT m_live->part<Notices>()->listenWanted({.port = holder.serverPort()});
    QVERIFY(failed.wait());
    QCOMPARE(inspector::load(m_live->settings()).port, works);
    QVERIFY(statusWords().contains(u"Listening on port %1"_s.arg(works)));
}

// As it was chosen last, whatever is tried.
void TstMainWindowStore::keepsWhetherToListenAtTheStart()
{
    QVERIFY(m_live->listen());
    inspector::Settings chosen = inspector::load(m_live->settings());
    QVERIFY(!chosen.listenOnStart);
    chosen.listenOnStart = true;
    inspector::save(chosen, m_live->settings());
    QTcpServer holder;
    QVERIFY(holder.listen(QHostAddress::LocalHost));
    QSignalSpy failed(&m_live->inspector(), &inspector::Inspector::listenFailed);
    Q_EMIT m_live->part<Notices>()->listenWanted(
        {.port = holder.serverPort(), .listenOnStart = false});
    QVERIFY(failed.wait());
    QVERIFY(inspector::load(m_live->settings()).listenOnStart);
}

void TstMainWindowStore::saysEachVerdictOfRealDeliveries()
{
    m_live->inspector().addSecret(u"/"_s, smile::secret(u"Dev store"_s), false);
    QVERIFY(m_live->listen());
    const http::Fields good = m_live->signedAt(smile::ping);
    http::Fields cut = good;
    for (http::Field &field : cut) {
        if (http::sameName(field.name, "Smile-Signature"))
            field.value.chop(1);
    }
    QCOMPARE(m_live->send(smile::ping, good), 200);
    QCOMPARE(m_live->send("{}", good), 200);
    QCOMPARE(m_live->send(smile::ping), 200);
    QCOMPARE(m_live->send(smile::ping, cut), 200);
    QCOMPARE(m_live->send(smile::ping, m_live->signedAt(smile::ping, 900)), 200);
    QCOMPARE(m_live->send(smile::ping, m_live->signedAt(smile::ping, -900)), 200);
    QTRY_COMPARE(column(Column::Signature),
                 QStringList({u"Verified"_s, u"Invalid"_s, u"Unsigned"_s, u"Malformed"_s,
                              u"Verified"_s, u"Verified"_s}));
    QCOMPARE(column(Column::Freshness),
             QStringList(
                 {u"Fresh"_s, u"Fresh"_s, u"No timestamp"_s, u"Fresh"_s, u"Stale"_s, u"Future"_s}));
    QCOMPARE(view()->model()->headerData(1, Qt::Vertical, Qt::AccessibleTextRole),
             u"Webhook 2, Invalid signature"_s);
}

void TstMainWindowStore::judgesAgainWhenASecretIsPasted()
{
    QVERIFY(m_live->listen());
    m_live->send(smile::ping, m_live->signedAt(smile::ping));
    QTRY_COMPARE(column(Column::Signature), QStringList{u"No secret"_s});
    view()->select(0);
    const auto *verdicts = m_live->part<VerdictFrame>();
    QTRY_VERIFY(verdicts->text().startsWith(u"No secret"_s));
    QTest::keyClick(&**m_live, Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = m_live->part<SecretsDialog>();
    QVERIFY(dialog && dialog->isVisible());
    auto *edit = dialog->findChild<SecretEdit *>();
    edit->setText(QString::fromLatin1(smile::key) + u'\n');
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(column(Column::Signature), QStringList{u"Verified"_s});
    QTRY_VERIFY(verdicts->text().contains(u"At arrival: No secret · now: Verified"_s));
    QVERIFY(statusWords().contains(u"1 secret"_s));
    QVERIFY(!(*m_live)->windowTitle().contains(QString::fromLatin1(smile::key)));
}

void TstMainWindowStore::takesItsLookFromTheSettings()
{
    actions()->settings->trigger();
    auto *dialog = m_live->part<SettingsDialog>();
    QVERIFY(dialog);
    const auto choices = dialog->findChildren<QRadioButton *>();
    const auto dark = std::find_if(choices.begin(), choices.end(), [](const QRadioButton *choice) {
        return choice->text() == u"Dar&k"_s;
    });
    QVERIFY(dark != choices.end());
    (*dark)->click();
    QCOMPARE(actions()->looks->checkedAction()->data().toInt(), int(Look::Dark));
}

void TstMainWindowStore::answers503WhilePaused()
{
    QVERIFY(m_live->listen());
    actions()->pause->trigger();
    QVERIFY(statusWords().filter(u"Paused: answering 503"_s).size() == 1);
    QCOMPARE(m_live->send(smile::ping), 503);
    QTRY_COMPARE(column(Column::Signature), QStringList{capture::title(capture::Reason::Paused)});
    actions()->pause->trigger();
    QCOMPARE(m_live->send(smile::ping), 200);
}

void TstMainWindowStore::resumesWhereItSaysPaused_data()
{
    using Way = std::function<void(const support::LiveWindow &)>;
    QTest::addColumn<Way>("resume");
    QTest::newRow("a click in the toolbar") << Way([](const support::LiveWindow &live) {
        for (auto *button : live.part<QToolBar>()->findChildren<QToolButton *>()) {
            if (button->defaultAction() == live.part<WindowActions>()->listen)
                button->click();
        }
    });
    QTest::newRow("the key") << Way([](const support::LiveWindow &live) {
        QTest::keyClick(live.part<DeliveryView>(), Qt::Key_E, Qt::ControlModifier);
    });
    QTest::newRow("the message") << Way([](const support::LiveWindow &live) {
        for (auto *button : live.part<MessageBar>()->findChildren<QPushButton *>()) {
            if (button->text() == u"Resume"_s)
                button->click();
        }
    });
}

void TstMainWindowStore::resumesWhereItSaysPaused()
{
    QFETCH(const std::function<void(const support::LiveWindow &)>, resume);
    QVERIFY(m_live->listen());
    actions()->pause->trigger();
    const auto *messages = m_live->part<MessageBar>();
    QVERIFY(messages->has(u"paused"_s));
    QVERIFY(!actions()->listen->isChecked());
    QCOMPARE(actions()->listen->iconText(), u"Paused"_s);
    resume(*m_live);
    QVERIFY(!messages->has(u"paused"_s));
    QVERIFY(actions()->listen->isChecked());
    QCOMPARE(actions()->listen->iconText(), u"Listening"_s);
    QCOMPARE(m_live->send(smile::ping), 200);
}

void TstMainWindowStore::isNotPausedWhenItListensAgain()
{
    QVERIFY(m_live->listen());
    actions()->pause->trigger();
    QSignalSpy stopped(&m_live->inspector(), &Inspector::listeningStopped);
    m_live->inspector().stopListening(); // as when its address is gone
    QVERIFY(stopped.wait());
    QVERIFY(!m_live->part<MessageBar>()->has(u"paused"_s));
    QSignalSpy started(&m_live->inspector(), &Inspector::listeningStarted);
    actions()->listen->trigger();
    QVERIFY(started.wait());
    QCOMPARE(m_live->send(smile::ping), 200);
}

void TstMainWindowStore::closesThePort()
{
    QVERIFY(m_live->listen());
    const auto url = m_live->inspector().listening()->urls.first();
    QTest::keyClick(&**m_live, Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(!m_live->inspector().listening());
    QVERIFY(statusWords().contains(u"Not listening"_s));
    QCOMPARE(m_live->part<UrlBox>()->url(), QString());
    QVERIFY(!actions()->pause->isEnabled());
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(QUrl(url).port()));
    QVERIFY(!socket.waitForConnected(2000));
}

void TstMainWindowStore::saysWhyThereIsNoRow()
{
    const auto *empty = m_live->part<EmptyTable>();
    QCOMPARE(empty->title(), u"Not listening"_s);
    QCOMPARE(empty->text(), u"Captured webhooks stay available."_s);
    QTRY_VERIFY(emptyButton(u"Open store…"_s));
    QVERIFY(m_live->listen());
    QCOMPARE(empty->title(), u"Waiting for webhooks"_s);
    QVERIFY(empty->text().contains(m_live->inspector().listening()->urls.first()));
    QTRY_VERIFY(emptyButton(u"Copy URL"_s));
    emptyButton(u"Send a test ping"_s)->click();
    QTRY_VERIFY(empty->isHidden());
    QCOMPARE(column(Column::Topic), QStringList{u"ping"_s});
}

void TstMainWindowStore::tellsWhichWordHidesEveryRow()
{
    QVERIFY(m_live->listen());
    m_live->send(smile::ping);
    m_live->send(smile::ping, m_live->signedAt(smile::ping));
    QTRY_COMPARE(view()->model()->rowCount(), 2);
    models::VerdictTerms terms;
    terms.shown.signatures.set(size_t(signature::Signature::Unsigned));
    terms.shown.freshness.set(size_t(signature::Freshness::Fresh));
    Q_EMIT m_live->part<VerdictChips>()->termsWanted(terms);
    QTRY_COMPARE(view()->model()->rowCount(), 0);
    const auto *empty = m_live->part<EmptyTable>();
    QTRY_COMPARE(empty->text(),
                 u"2 webhooks are hidden. “sig:unsigned” alone matches 1; “fresh:fresh” alone "
                 "matches 1."_s);
    QTRY_VERIFY(emptyButton(u"Keep only “fresh:fresh”"_s));
    emptyButton(u"Keep only “sig:unsigned”"_s)->click();
    QTRY_COMPARE(column(Column::Signature), QStringList{u"Unsigned"_s});
}

void TstMainWindowStore::turnsFromTheSetUpStepsIntoTheTable()
{
    m_live->close();
    save(WindowState(), m_live->settings());
    QVERIFY(m_live->open());
    const auto *steps = m_live->part<FirstRunPage>();
    QVERIFY(steps->isVisible());
    QVERIFY(!view()->isVisible());
    QVERIFY(m_live->listen());
    m_live->send(smile::ping, m_live->signedAt(smile::ping));
    QTRY_COMPARE(view()->selectedIds(), QList<qint64>{1});
    QVERIFY(view()->isVisible());
    QVERIFY(view()->following()); // the program chose the row, and nobody reads it yet
    QVERIFY(!steps->isVisible());
    const auto *messages = m_live->part<MessageBar>();
    QVERIFY(messages->has(u"first"_s));
    QStringList words;
    for (const auto *label : messages->findChildren<QLabel *>())
        words += label->text();
    QVERIFY(words.contains(u"Smile's ping arrived and was answered with 200."_s));
    m_live->close();
    QVERIFY(m_live->open());
    QVERIFY(!m_live->part<FirstRunPage>()->isVisible());
    view()->select(0);
    QVERIFY(!view()->following());
    m_live->close();
    QVERIFY(m_live->open());
    QVERIFY(view()->following()); // nothing is read any more
}

void TstMainWindowStore::waitsOnForAWebhookAfterACheckOfItsOwn()
{
    m_live->close();
    save(WindowState(), m_live->settings());
    QVERIFY(m_live->open());
    QVERIFY(m_live->listen());
    const auto *steps = m_live->part<FirstRunPage>();
    const auto *address = steps->findChild<PublicAddress *>();
    address->edit()->setText(m_live->inspector().listening()->urls.first());
    address->findChild<QPushButton *>()->click();
    QTRY_VERIFY(address->reached());
    QTRY_COMPARE(view()->model()->rowCount(), 1);
    QVERIFY(steps->isVisible());
    QVERIFY(!m_live->part<MessageBar>()->has(u"first"_s));
    m_live->send(smile::ping, m_live->signedAt(smile::ping));
    QTRY_COMPARE(view()->selectedIds(), QList<qint64>{2});
    QVERIFY(m_live->part<MessageBar>()->has(u"first"_s));
}

void TstMainWindowStore::turnsFromTheStepsThatWereAskedForIntoTheTable()
{
    QVERIFY(m_live->listen());
    actions()->setUp->trigger();
    QVERIFY(m_live->part<FirstRunPage>()->isVisible());
    m_live->send(smile::ping, m_live->signedAt(smile::ping));
    QTRY_COMPARE(view()->selectedIds(), QList<qint64>{1});
    QVERIFY(view()->isVisible());
    QVERIFY(m_live->part<MessageBar>()->has(u"first"_s));
}

void TstMainWindowStore::showsEverythingAgainWhenItOpensAgain()
{
    QVERIFY(m_live->listen());
    m_live->send(smile::ping);
    m_live->send("{}");
    QTRY_COMPARE(view()->model()->rowCount(), 2);
    m_live->close();
    QVERIFY(m_live->open());
    QCOMPARE(column(Column::Topic), QStringList({u"ping"_s, QString()}));
    QVERIFY((*m_live)->windowTitle().startsWith(u"test.hookglass"_s));
}

void TstMainWindowStore::takesNothingIntoAReadOnlyStore()
{
    QVERIFY(m_live->listen());
    m_live->send(smile::ping);
    QTRY_COMPARE(view()->model()->rowCount(), 1);
    QSignalSpy loaded(&m_live->inspector(), &Inspector::loadFinished);
    m_live->inspector().open(m_live->file(), true);
    QVERIFY(loaded.wait());
    QTRY_VERIFY(!m_live->inspector().listening());
    QVERIFY(m_live->part<MessageBar>()->has(u"open"_s));
    view()->select(0);
    QTRY_VERIFY(actions()->copyRow->isEnabled());
    for (const QAction *action :
         {actions()->listen, actions()->clear, actions()->mark, actions()->note, actions()->remove})
        QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
    QVERIFY(statusWords().contains(u"Read-only"_s));
}

QTEST_MAIN(TstMainWindowStore)
#include "tst_mainwindowstore.moc"
