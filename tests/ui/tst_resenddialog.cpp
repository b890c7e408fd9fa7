// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/storefile.h"
#include "support/accessiblewalk.h"
#include "support/builders.h"
#include "support/choosefile.h"
#include "support/livewindow.h"
#include "support/target.h"
#include "ui/resend/resenddialog.h"
#include "ui/resend/targetbar.h"
#include "ui/sendingsettings.h"
#include "ui/statusline.h"
#include "ui/views/deliveryview.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSpinBox>
#include <QTableWidget>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using namespace ui;
using support::Target;

static const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
static const QByteArray no = "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n";

// Many webhooks, from the main window's selection.
class TstResendDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sendsTheSelection();
    void retriesWhatFailed();
    void cancelsTheRest();
    void sendsTheRestAfterAFailure();
    void countsTheRestWithWhatWentBefore();
    void goesOnWhileHidden();
    void countsInTheStatusLineWhileHidden();
    void keepsTheResultInReachUntilItWasLookedAt();
    void keepsTheResultWhileAnotherRunIsSetUp();
    void stopsAtAFailureOnlyWhereItIsAskedTo();
    void sendsAllThatTheTableShows();
    void sendsAtARateOfOnesOwn();
    void remembersThePace_data();
    void remembersThePace();
    void remembersHowManyAtATime();
    void retriesAtTheSameRate();
    void saysHowManyRowsWereRejected();
    void tellsItsResultsAsCsv();
    void saysWhyTheResultsAreNotSaved();
    void namesEverythingForScreenReaders();

private:
    ResendDialog *open(const Target &target);
    bool shows(const QString &text) const;
    bool visible(const QString &text) const;
    QToolButton *statusItem(const QString &text) const;

    std::unique_ptr<support::LiveWindow> m_live;
};

void TstResendDialog::init()
{
    m_live = std::make_unique<support::LiveWindow>();
    QVERIFY(m_live->seed(QList<capture::Delivery>(5, builders::delivery())));
    QVERIFY(m_live->open());
}

ResendDialog *TstResendDialog::open(const Target &target)
{
    m_live->part<DeliveryView>()->selectAll();
    QAction *action = m_live->part<WindowActions>()->resendMany;
    if (!QTest::qWaitFor([action] { return action->isEnabled(); }, 20'000))
        qFatal("Nothing is selected.");
    action->trigger();
    auto *dialog = m_live->part<ResendDialog>();
    dialog->findChild<TargetBar *>()->setTarget(
        {.url = u"http://127.0.0.1:%1"_s.arg(target.port())});
    return dialog;
}

bool TstResendDialog::visible(const QString &text) const
{
    for (const auto *label : m_live->part<ResendDialog>()->findChildren<QLabel *>()) {
        if (label->text().contains(text) && label->isVisible())
            return true;
    }
    return false;
}

QToolButton *TstResendDialog::statusItem(const QString &text) const
{
    for (auto *button : m_live->part<StatusLine>()->findChildren<QToolButton *>()) {
        if (button->isVisible() && button->text().contains(text))
            return button;
    }
    return nullptr;
}

bool TstResendDialog::shows(const QString &text) const
{
    for (const auto *label : m_live->part<ResendDialog>()->findChildren<QLabel *>()) {
        if (label->text().contains(text))
            return true;
    }
    return false;
}

void TstResendDialog::sendsTheSelection()
{
    const Target target({.answer = ok, .bodySize = 1});
    open(target)->start();
    QTRY_VERIFY(shows(u"5 of 5 sent"_s));
    QVERIFY(shows(u"5 succeeded"_s));
    QCOMPARE(target.connections(), 5);
}

void TstResendDialog::retriesWhatFailed()
{
    const Target target({.answer = no, .bodySize = 1});
    ResendDialog *dialog = open(target);
    dialog->start();
    QTRY_VERIFY(shows(u"5 failed"_s));
    QTRY_VERIFY(!dialog->running());
    dialog->retryFailed();
    QTRY_COMPARE(target.connections(), 10);
}

void TstResendDialog::cancelsTheRest()
{
    const Target silent({.answer = {}, .bodySize = 1});
    ResendDialog *dialog = open(silent);
    dialog->start();
    QTRY_COMPARE(silent.connections(), 1);
    dialog->cancelRest();
    QTRY_VERIFY(shows(u"4 not sent"_s));
    QCOMPARE(silent.connections(), 1);
    QVERIFY(dialog->running());
}

void TstResendDialog::sendsTheRestAfterAFailure()
{
    const Target target({.answer = no, .bodySize = 1});
    ResendDialog *dialog = open(target);
    for (auto *box : dialog->findChildren<QCheckBox *>())
        box->setChecked(box->text().contains(u"first failure"_s));
    dialog->start();
    QTRY_VERIFY(shows(u"4 not sent"_s));
    QTRY_VERIFY(!dialog->running());
    dialog->sendRest();
    QTRY_VERIFY(shows(u"3 not sent"_s));
    QTRY_VERIFY(!dialog->running());
    QCOMPARE(dialog->windowTitle(), u"Re-send 5 webhooks"_s);
    QVERIFY(shows(u"As fast as they go"_s));
    QCOMPARE(target.connections(), 2);
}

void TstResendDialog::countsTheRestWithWhatWentBefore()
{
    const Target target({.answer = no, .bodySize = 1});
    ResendDialog *dialog = open(target);
    for (auto *box : dialog->findChildren<QCheckBox *>())
        box->setChecked(box->text().contains(u"first failure"_s));
    dialog->start();
    for (const QString &unsent : {u"4 not sent"_s, u"3 not sent"_s, u"2 not sent"_s, u"1 not"_s}) {
        QTRY_VERIFY2(shows(unsent), qPrintable(unsent));
        QTRY_VERIFY(!dialog->running());
        dialog->sendRest();
    }
    QTRY_VERIFY(shows(u"5 of 5 sent"_s));
    QTRY_VERIFY(!dialog->running());
    QVERIFY2(dialog->counts().contains(u"5 failed"_s), qPrintable(dialog->counts()));
    QCOMPARE(dialog->results().count('\n'), 6); // with the header
    dialog->retryFailed();
    QTRY_COMPARE(target.connections(), 6);
    QTRY_VERIFY2(dialog->counts().contains(u"4 not sent"_s), qPrintable(dialog->counts()));
}

void TstResendDialog::goesOnWhileHidden()
{
    const Target target({.answer = ok, .bodySize = 1});
    ResendDialog *dialog = open(target);
    dialog->start();
    dialog->reject();
    QVERIFY(!dialog->isVisible());
    QTRY_COMPARE(target.connections(), 5);
    QTRY_VERIFY(!dialog->running());
}

void TstResendDialog::countsInTheStatusLineWhileHidden()
{
    const Target silent({.answer = {}, .bodySize = 1});
    ResendDialog *dialog = open(silent);
    const auto item = [this] { return statusItem(u"of 5 again"_s); };
    dialog->start();
    QTRY_COMPARE(silent.connections(), 1);
    QVERIFY(!item());
    dialog->reject();
    QVERIFY(item());
    item()->click();
    QVERIFY(dialog->isVisible());
    QVERIFY(!item());
}

void TstResendDialog::keepsTheResultInReachUntilItWasLookedAt()
{
    const Target target({.answer = no, .bodySize = 1});
    ResendDialog *dialog = open(target);
    dialog->start();
    dialog->reject();
    QTRY_VERIFY(!dialog->running());
    const auto item = [this] { return statusItem(u"Sent again: 0 succeeded, 5 failed"_s); };
    QVERIFY(item());
    m_live->part<StatusLine>()->notify(u"Something else."_s);
    QVERIFY(item());
    item()->click();
    QVERIFY(dialog->isVisible());
    QVERIFY(visible(u"5 failed"_s));
    QVERIFY(!item());
    dialog->reject();
    QVERIFY(!item());
}

void TstResendDialog::keepsTheResultWhileAnotherRunIsSetUp()
{
    const Target target({.answer = no, .bodySize = 1});
    ResendDialog *dialog = open(target);
    dialog->start();
    dialog->reject();
    QTRY_VERIFY(!dialog->running());
    const auto item = [this] { return statusItem(u"5 failed"_s); };
    open(target);
    QVERIFY(dialog->isVisible());
    QVERIFY(!visible(u"5 failed"_s));
    dialog->reject();
    QVERIFY(item());
    QCOMPARE(dialog->results().count("\r\n"), 6);
    open(target)->start();
    QVERIFY(!item());
    QCOMPARE(dialog->results().count("\r\n"), 1);
    QTRY_VERIFY(!dialog->running());
}

void TstResendDialog::stopsAtAFailureOnlyWhereItIsAskedTo()
{
    const Target target({.answer = no, .bodySize = 1});
    const auto box = [this]() -> QCheckBox * {
        for (auto *one : m_live->part<ResendDialog>()->findChildren<QCheckBox *>()) {
            if (one->text().contains(u"first failure"_s))
                return one;
        }
        return nullptr;
    };
    ResendDialog *dialog = open(target);
    QVERIFY(box() && !box()->isChecked());
    box()->setChecked(true);
    dialog->start();
    QTRY_VERIFY(!dialog->running());
    dialog->reject();
    open(target);
    QVERIFY(!box()->isChecked());
}

void TstResendDialog::sendsAllThatTheTableShows()
{
    const Target target({.answer = ok, .bodySize = 1});
    ResendDialog *dialog = open(target);
    const Resendables all{.webhooks = {{1, 1}, {2, 2}, {3, 3}}};
    QVERIFY(dialog->setWebhooks({.webhooks = {{2, 2}}}, all));
    QVERIFY(dialog->windowTitle().endsWith(u"1 webhook"));
    QComboBox *which = nullptr;
    for (auto *box : dialog->findChildren<QComboBox *>()) {
        if (box->itemText(1).contains(u"All 3"))
            which = box;
    }
    QVERIFY(which && which->isEnabled());
    which->setCurrentIndex(1);
    QVERIFY(dialog->windowTitle().endsWith(u"3 webhooks"));
    dialog->start();
    QTRY_VERIFY(shows(u"3 of 3 sent"_s));
    QTRY_VERIFY(!dialog->running());
    QVERIFY(dialog->setWebhooks(all, all));
    QVERIFY(!which->isEnabled());
}

void TstResendDialog::sendsAtARateOfOnesOwn()
{
    const Target target({.answer = ok, .bodySize = 1});
    ResendDialog *dialog = open(target);
    for (auto *box : dialog->findChildren<QComboBox *>()) {
        if (const int own = box->findText(u"Another rate…"_s); own >= 0)
            box->setCurrentIndex(own);
    }
    auto *rate = dialog->findChild<QDoubleSpinBox *>();
    QVERIFY(rate->isVisible());
    QCOMPARE(rate->minimum(), 0.1);
    QCOMPARE(rate->maximum(), 1000.0);
    rate->setValue(250);
    QElapsedTimer since;
    since.start();
    dialog->start();
    QVERIFY(shows(u"250 per second"_s));
    QTRY_VERIFY(shows(u"5 of 5 sent"_s));
    QVERIFY(since.elapsed() >= 4 * 1000 / 250); // four gaps between five
    const SendingSettings kept = loadSending(m_live->settings());
    QCOMPARE(kept.rate, 250.0);
    QCOMPARE(kept.pace, 250.0);
}

void TstResendDialog::remembersThePace_data()
{
    QTest::addColumn<QString>("pace");
    QTest::newRow("a usual rate") << u"100 per second"_s;
    QTest::newRow("as received") << u"As received ×1"_s;
    QTest::newRow("as received, faster") << u"As received ×10"_s;
}

void TstResendDialog::remembersThePace()
{
    QFETCH(QString, pace);
    const Target target({.answer = ok, .bodySize = 1});
    ResendDialog *dialog = open(target);
    const auto choice = [](const ResendDialog &of) -> QComboBox * {
        for (auto *box : of.findChildren<QComboBox *>()) {
            if (box->accessibleName() == u"Pace"_s)
                return box;
        }
        return nullptr;
    };
    choice(*dialog)->setCurrentText(pace);
    QCOMPARE(choice(*dialog)->currentText(), pace);
    dialog->start();
    const Resendables one{.webhooks = {{1, 1}}};
    const ResendDialog next(m_live->inspector(), m_live->settings(), one, one);
    QCOMPARE(choice(next)->currentText(), pace);
    QTRY_VERIFY(!dialog->running());
}

void TstResendDialog::remembersHowManyAtATime()
{
    auto gone = std::make_unique<Target>(Target::Script{}); // it takes one at a time only
    ResendDialog *dialog = open(*gone);
    gone.reset();
    const auto choice = [](const ResendDialog &of) -> QSpinBox * {
        for (auto *box : of.findChildren<QSpinBox *>()) {
            if (box->maximum() == mostSentAtOnce)
                return box;
        }
        return nullptr;
    };
    QVERIFY(choice(*dialog));
    choice(*dialog)->setValue(3);
    dialog->start();
    const Resendables one{.webhooks = {{1, 1}}};
    const ResendDialog next(m_live->inspector(), m_live->settings(), one, one);
    QCOMPARE(choice(next)->value(), 3);
    QTRY_VERIFY(!dialog->running());
}

void TstResendDialog::retriesAtTheSameRate()
{
    const Target target({.answer = no, .bodySize = 1});
    ResendDialog *dialog = open(target);
    for (auto *box : dialog->findChildren<QComboBox *>()) {
        if (const int rate = box->findText(u"100 per second"_s); rate >= 0)
            box->setCurrentIndex(rate);
    }
    dialog->start();
    QTRY_VERIFY(shows(u"5 of 5 sent"_s));
    QTRY_VERIFY(!dialog->running());
    dialog->retryFailed();
    QTRY_COMPARE(target.connections(), 10);
    QVERIFY(shows(u"100 per second"_s));
}

void TstResendDialog::saysHowManyRowsWereRejected()
{
    const Target target({.answer = ok, .bodySize = 1});
    ResendDialog *dialog = open(target);
    QVERIFY(!visible(u"Rejected requests"_s));
    QVERIFY(dialog->setWebhooks({.webhooks = {{1, 1}}, .rejected = 2},
                                {.webhooks = {{1, 1}, {2, 2}}, .rejected = 3}));
    QVERIFY(visible(u"Rejected requests among these rows: 2."_s));
    for (auto *box : dialog->findChildren<QComboBox *>()) {
        if (box->itemText(1).contains(u"All 2"))
            box->setCurrentIndex(1);
    }
    QVERIFY(visible(u"Rejected requests among these rows: 3."_s));
}

void TstResendDialog::tellsItsResultsAsCsv()
{
    const Target target({.answer = no, .bodySize = 1});
    ResendDialog *dialog = open(target);
    QCOMPARE(dialog->results().count("\r\n"), 1);
    dialog->start();
    QTRY_VERIFY(shows(u"5 failed"_s));
    const QByteArrayList lines = dialog->results().split('\n');
    QCOMPARE(lines.size(), 7);
    QVERIFY2(lines[1].contains(",as-received,false,500,"), lines[1].constData());
}

void TstResendDialog::saysWhyTheResultsAreNotSaved()
{
    const Target target({.answer = ok, .bodySize = 1});
    ResendDialog *dialog = open(target);
    dialog->start();
    QTRY_VERIFY(!dialog->running());
    support::chooseFile(m_live->file() + u"-journal"_s);
    dialog->exportResults();
    QVERIFY(visible(u"Cannot save test.hookglass-journal."_s));
    QVERIFY(visible(core::besideStoreTrouble()));
    support::chooseFile(m_live->path(u"results.csv"_s));
    dialog->exportResults();
    QVERIFY(!visible(u"Cannot save"_s));
}

void TstResendDialog::namesEverythingForScreenReaders()
{
    const Target target({.answer = ok, .bodySize = 1});
    ResendDialog *dialog = open(target);
    QCOMPARE(support::AccessibleWalk(*dialog).faults(), QStringList());
    dialog->start();
    QTRY_VERIFY(!dialog->running());
    QCOMPARE(support::AccessibleWalk(*dialog).faults(), QStringList());
}

QTEST_MAIN(TstResendDialog)
#include "tst_resenddialog.moc"
