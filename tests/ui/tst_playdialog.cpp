// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/clock.h"
#include "core/storefile.h"
#include "models/localtimes.h"
#include "resend/conformancerun.h"
#include "support/accessiblewalk.h"
#include "support/certificates.h"
#include "support/choosefile.h"
#include "support/liveinspector.h"
#include "support/smile.h"
#include "support/target.h"
#include "ui/dialogs/conformancegrid.h"
#include "ui/dialogs/notebox.h"
#include "ui/dialogs/playdialog.h"
#include "ui/dialogs/secretedit.h"
#include "ui/resend/bodyeditor.h"
#include "ui/resend/targetbar.h"
#include "ui/views/answerview.h"
#include "ui/views/refusalpage.h"
#include "ui/windowroom.h"

#include <QApplication>
#include <QComboBox>
#include <QCryptographicHash>
#include <QLabel>
#include <QLayout>
#include <QMessageAuthenticationCode>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTimer>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstPlayDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void offersTheTemplatesOfTheScheme();
    void namesWhatOnlyTheSenderCanSign();
    void asksForASecret();
    void signsWithAPastedSecret();
    void forgetsAPastedSecretWhenItCloses();
    void saysWhatIsOddAboutAPastedSecret();
    void putsJsonAloneIntoTheFormOfItsSender();
    void signsAsChosen_data();
    void signsAsChosen();
    void sendsWhatWasWritten();
    void fillsTimesInOnceItMaySend();
    void refusesAnAgeThatIsNotJudged();
    void sendsAgainUntilItIsTaken();
    void givesUpAfterADay();
    void stopsSendingAgain();
    void showsEachCase();
    void tellsWhatChangedSinceTheLastRun();
    void comparesWithAnEarlierReport();
    void saysWhyNothingIsSaved();
    void saysWhatWasCopiedOfTheAnswer();
    void tellsTimesInReasonsAsTheClockHere();
    void saysWhyNothingCanBeReached();
    void testsItsOwnListener();
    void offersItsOwnListener();
    void sendsOnceWithoutChecking();
    void staysAsLargeWithAResult();
    void fitsASmallScreenWithANote();
    void comesBackInItsSize();
    void showsWhereTheBodyEnds();
    void namesEverythingForScreenReaders();

private:
    template <typename Widget> Widget *field(const QString &label) const;
    QPushButton *button(const QString &text) const;
    QString notes() const { return m_dialog->findChild<NoteBox *>()->note(); }
    QTreeWidget *rows() const
    {
        return m_dialog->findChild<ConformanceGrid *>()->findChild<QTreeWidget *>();
    }
    void addSecret();
    void aim(const QString &url);
    QString ownUrl() { return (*m_live)->listening()->urls.first(); }
    QStringList runUntil(int cases); // the results of so many

    std::unique_ptr<support::LiveInspector> m_live;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<PlayDialog> m_dialog;
};

void TstPlayDialog::init()
{
    m_live = std::make_unique<support::LiveInspector>();
    QVERIFY(m_live->open());
    m_settings = std::make_unique<QSettings>(m_live->path(u"a.conf"_s), QSettings::IniFormat);
    m_dialog = std::make_unique<PlayDialog>(**m_live, *m_settings);
    m_dialog->show();
}

void TstPlayDialog::cleanup()
{
    m_dialog.reset();
    m_live.reset();
}

template <typename Widget> Widget *TstPlayDialog::field(const QString &label) const
{
    for (auto *one : m_dialog->findChildren<QLabel *>()) {
        if (QString(one->text()).remove(u'&') == label)
            return qobject_cast<Widget *>(one->buddy());
    }
    for (auto *one : m_dialog->findChildren<Widget *>()) {
        if (one->accessibleName() == label)
            return one;
    }
    return nullptr;
}

QPushButton *TstPlayDialog::button(const QString &text) const
{
    for (auto *one : m_dialog->findChildren<QPushButton *>()) {
        if (QString(one->text()).remove(u'&') == text)
            return one;
    }
    return nullptr;
}

void TstPlayDialog::addSecret()
{
    (*m_live)->addSecret(u"/"_s, smile::secret(u"test"_s), false);
    QCOMPARE(field<QComboBox>(u"Signed with"_s)->currentText(), u"test of /"_s);
}

void TstPlayDialog::aim(const QString &url)
{
    m_dialog->findChild<TargetBar *>()->setTarget({.url = url});
}

void TstPlayDialog::offersTheTemplatesOfTheScheme()
{
    auto *scheme = field<QComboBox>(u"Scheme"_s);
    auto *templates = field<QComboBox>(u"Template"_s);
    auto *body = m_dialog->findChild<BodyEditor *>();
    QCOMPARE(scheme->currentData().toString(), u"smile"_s);
    QVERIFY(templates->findData(u"smile-ping"_s) >= 0);
    QVERIFY2(body->bytes().contains("customer/updated"), body->bytes().constData());
    scheme->setCurrentIndex(scheme->findData(u"github"_s));
    QVERIFY(templates->findData(u"github-push"_s) >= 0);
    QVERIFY(templates->findData(u"smile-ping"_s) < 0);
    templates->setCurrentIndex(templates->findData(u"github-push"_s));
    QVERIFY2(body->bytes().contains("refs/heads"), body->bytes().constData());
}

void TstPlayDialog::namesWhatOnlyTheSenderCanSign()
{
    const auto label = [this] {
        for (const auto *one : m_dialog->findChildren<QLabel *>()) {
            if (one->isVisible() && one->text().contains(u"cannot be played"_s))
                return one->text();
        }
        return QString();
    };
    auto *scheme = field<QComboBox>(u"Scheme"_s);
    scheme->setCurrentIndex(scheme->findData(u"github"_s));
    QCOMPARE(label(), QString());
    (*m_live)->setEndpoints(
        {{.path = u"/"_s, .scheme = u"discord"_s}, {.path = u"/a"_s, .scheme = u"zendesk"_s}});
    QVERIFY2(label().startsWith(u"Discord"_s), qPrintable(label()));
    QVERIFY(scheme->findData(u"discord"_s) < 0);
    QVERIFY(scheme->findData(u"zendesk"_s) >= 0);
    QCOMPARE(scheme->currentData().toString(), u"github"_s);
}

void TstPlayDialog::asksForASecret()
{
    aim(u"http://localhost:9/"_s);
    QVERIFY2(notes().contains(u"no secret to sign with"_s), qPrintable(notes()));
    QVERIFY(!button(u"Send it"_s)->isEnabled());
    QVERIFY(!button(u"Run all cases"_s)->isEnabled());
    field<QComboBox>(u"Signing"_s)->setCurrentText(u"No signature"_s);
    QVERIFY(button(u"Send it"_s)->isEnabled());
    addSecret();
    QVERIFY(notes().isEmpty());
    QVERIFY(button(u"Run all cases"_s)->isEnabled());
}

void TstPlayDialog::signsAsChosen_data()
{
    QTest::addColumn<QString>("signing");
    QTest::addColumn<signature::Signature>("signature");
    QTest::addColumn<signature::Freshness>("freshness");
    using signature::Freshness;
    using signature::Signature;
    QTest::newRow("now") << u"Signed now"_s << Signature::Verified << Freshness::Fresh;
    QTest::newRow("too old") << u"Too old"_s << Signature::Verified << Freshness::Stale;
    QTest::newRow("from the future")
        << u"From the future"_s << Signature::Verified << Freshness::Future;
    QTest::newRow("by another secret")
        << u"Wrong secret"_s << Signature::Invalid << Freshness::Fresh;
    QTest::newRow("not at all") << u"No signature"_s << Signature::Unsigned << Freshness::Fresh;
}

void TstPlayDialog::signsAsChosen()
{
    QFETCH(QString, signing);
    QVERIFY(m_live->listen());
    addSecret();
    aim(ownUrl());
    field<QComboBox>(u"Signing"_s)->setCurrentText(signing);
    QSignalSpy stored(&**m_live, &inspector::Inspector::stored);
    button(u"Send it"_s)->click();
    QVERIFY(stored.wait());
    const auto row = stored.first().first().value<QList<capture::Summary>>().first();
    QCOMPARE(row.topic, u"customer/updated"_s);
    QTEST(row.signature, "signature");
    QTEST(row.freshness, "freshness");
    QTRY_COMPARE(m_dialog->findChild<AnswerView *>()->result(), u"200 OK"_s);
}

void TstPlayDialog::sendsWhatWasWritten()
{
    support::Target target({.answer = "HTTP/1.1 204 No Content\r\n\r\n"});
    addSecret();
    aim(u"http://127.0.0.1:%1/in"_s.arg(target.port()));
    m_dialog->findChild<BodyEditor *>()->setPlainText(u"{\"topic\":\"own\",\"at\":\"#{now}\"}"_s);
    button(u"Send it"_s)->click();
    QTRY_COMPARE(m_dialog->findChild<AnswerView *>()->result(), u"204 No Content"_s);
    QVERIFY2(target.received().startsWith("POST /in HTTP/1.1\r\n"), target.received().constData());
    QVERIFY2(target.received().contains("{\"topic\":\"own\",\"at\":1"),
             target.received().constData());
}

void TstPlayDialog::fillsTimesInOnceItMaySend()
{
    support::Target target({.answer = "HTTP/1.1 204 No Content\r\n\r\n"});
    addSecret();
    aim(u"http://0.0.0.0:%1/in"_s.arg(target.port())); // reaches it, but by a question
    m_dialog->findChild<BodyEditor *>()->setPlainText(u"{\"topic\":\"own\",\"at\":\"#{now}\"}"_s);
    qint64 answered = 0;
    QTimer::singleShot(0, m_dialog.get(), [&answered] {
        auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (!question)
            return;
        const qint64 asked = core::now() / 1'000'000;
        if (QTest::qWaitFor([asked] { return core::now() / 1'000'000 > asked; }))
            answered = asked + 1;
        for (auto *choice : question->buttons()) {
            if (question->buttonRole(choice) == QMessageBox::AcceptRole)
                choice->click();
        }
    });
    button(u"Send it"_s)->click();
    QTRY_COMPARE(m_dialog->findChild<AnswerView *>()->result(), u"204 No Content"_s);
    QVERIFY(answered > 0);
    const QByteArray sent = target.received();
    const qsizetype at = sent.indexOf("\"at\":");
    QVERIFY2(at >= 0 && sent.sliced(at + 5, 10).toLongLong() >= answered, sent.constData());
}

void TstPlayDialog::refusesAnAgeThatIsNotJudged()
{
    auto *scheme = field<QComboBox>(u"Scheme"_s);
    scheme->setCurrentIndex(scheme->findData(u"github"_s));
    (*m_live)->setEndpoints({capture::Endpoint{.scheme = u"github"_s}});
    addSecret();
    aim(u"http://127.0.0.1:9/"_s);
    field<QComboBox>(u"Signing"_s)->setCurrentText(u"Too old"_s);
    button(u"Send it"_s)->click();
    QVERIFY2(notes().contains(u"It judges no such age."_s), qPrintable(notes()));
}

void TstPlayDialog::sendsAgainUntilItIsTaken()
{
    QVERIFY(m_live->listen());
    addSecret();
    (*m_live)->setEndpoints(
        {{.rules = {.answers = {{.answer = {.status = 503}, .failFirst = 2}}}}});
    aim(ownUrl());
    field<QComboBox>(u"Tries"_s)->setCurrentIndex(3);
    QList<capture::Summary> rows;
    connect(&**m_live, &inspector::Inspector::stored, m_dialog.get(),
            [&rows](const QList<capture::Summary> &more) { rows += more; });
    button(u"Send it"_s)->click();
    QTRY_VERIFY2(notes().contains(u"Taken at try 3."_s), qPrintable(notes()));
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.last().signature, signature::Signature::Verified);
    QCOMPARE(m_dialog->findChild<AnswerView *>()->result(), u"200 OK"_s);
    QVERIFY(button(u"Send it"_s)->isEnabled());
}

void TstPlayDialog::givesUpAfterADay()
{
    support::Target target({.answer = "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"});
    addSecret();
    aim(u"http://127.0.0.1:%1/"_s.arg(target.port()));
    auto *tries = field<QComboBox>(u"Tries"_s);
    tries->setItemData(3, 24 * 3600); // a day in a second
    tries->setCurrentIndex(3);
    button(u"Send it"_s)->click();
    QTRY_VERIFY2(notes().contains(u"Given up after "_s), qPrintable(notes()));
    QVERIFY(target.connections() > 1);
    QVERIFY(button(u"Send it"_s)->isEnabled());
}

void TstPlayDialog::stopsSendingAgain()
{
    support::Target target({.answer = "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"});
    addSecret();
    aim(u"http://127.0.0.1:%1/"_s.arg(target.port()));
    field<QComboBox>(u"Tries"_s)->setCurrentIndex(1);
    button(u"Send it"_s)->click();
    QTRY_VERIFY(m_dialog->findChild<AnswerView *>()->result().startsWith(u"500"_s));
    button(u"Cancel"_s)->click();
    QVERIFY(button(u"Send it"_s)->isEnabled());
    QCOMPARE(target.connections(), 1);
}

QStringList TstPlayDialog::runUntil(int cases)
{
    auto *grid = m_dialog->findChild<ConformanceGrid *>();
    QSignalSpy finished(grid, &ConformanceGrid::finished);
    auto *start = button(u"Run all cases"_s) ? button(u"Run all cases"_s) : button(u"Run again"_s);
    start->click();
    const auto stop = connect(rows()->model(), &QAbstractItemModel::rowsInserted, grid, [&] {
        if (rows()->topLevelItemCount() == cases)
            QMetaObject::invokeMethod(grid, &ConformanceGrid::cancel, Qt::QueuedConnection);
    });
    const bool done = finished.wait();
    disconnect(stop);
    QStringList results;
    for (int row = 0; done && row < cases; ++row)
        results.append(rows()->topLevelItem(row)->text(3));
    return results;
}

void TstPlayDialog::showsEachCase()
{
    QVERIFY(m_live->listen());
    addSecret();
    aim(ownUrl());
    QVERIFY(!button(u"Export report…"_s)->isEnabled());
    // It answers 200 to everything; the fourth case is signed with another secret.
    QCOMPARE(runUntil(4), QStringList({u"Pass"_s, u"Pass"_s, u"Pass"_s, u"Fail"_s}));
    const auto *bad = rows()->topLevelItem(3);
    QCOMPARE(bad->text(1), u"4xx"_s);
    QVERIFY2(bad->text(2).startsWith(u"200"_s), qPrintable(bad->text(2)));
    QVERIFY(!bad->icon(3).isNull());
    QCOMPARE(rows()->currentItem(), bad);
    QVERIFY(field<QLabel>(u"What the case means"_s)->text().size() > 20);
    QVERIFY2(notes().contains(u"4 of "_s), qPrintable(notes()));
    QVERIFY(button(u"Export report…"_s)->isEnabled());
}

void TstPlayDialog::tellsWhatChangedSinceTheLastRun()
{
    QVERIFY(m_live->listen());
    addSecret();
    aim(ownUrl());
    QCOMPARE(runUntil(4).value(3), u"Fail"_s);
    (*m_live)->setEndpoints({capture::Endpoint{.profile = {.status = 401}}});
    QStringList results = runUntil(4);
    QCOMPARE(results.value(0), u"Fail, regressed"_s);
    QCOMPARE(results.value(3), u"Pass, fixed"_s);
    results = runUntil(4);
    QCOMPARE(results.value(0), u"Fail"_s);
    QCOMPARE(results.value(3), u"Pass"_s);
}

void TstPlayDialog::comparesWithAnEarlierReport()
{
    QVERIFY(m_live->listen());
    addSecret();
    aim(ownUrl());
    auto *grid = m_dialog->findChild<ConformanceGrid *>();
    QCOMPARE(grid->compareWith({{"good", false}}), std::pair(0, 0)); // nothing is there yet
    QCOMPARE(runUntil(4).value(0), u"Pass, fixed"_s);
    QCOMPARE(grid->compareWith({{"good", true}, {"prompt", false}, {"wrong-secret", true}}),
             std::pair(1, 1));
    const QStringList expected{u"Pass"_s, u"Pass, fixed"_s, u"Pass"_s, u"Fail, regressed"_s};
    for (int row = 0; row < expected.size(); ++row)
        QCOMPARE(rows()->topLevelItem(row)->text(3), expected.at(row));
    QCOMPARE(runUntil(4), expected); // the same report still, not the last run
}

void TstPlayDialog::saysWhyNothingIsSaved()
{
    QVERIFY(m_live->listen());
    addSecret();
    aim(ownUrl());
    runUntil(4);
    support::chooseFile(m_live->path(u"test.hookglass-journal"_s));
    button(u"Export report…"_s)->click();
    QCOMPARE(notes(), u"Cannot save test.hookglass-journal. "_s + core::besideStoreTrouble());
    Q_EMIT m_dialog->findChild<AnswerView *>()->saveEnded(core::Error{.what = u"Cannot."_s});
    QCOMPARE(notes(), u"Cannot."_s);
}

void TstPlayDialog::saysWhatWasCopiedOfTheAnswer()
{
    Q_EMIT m_dialog->findChild<AnswerView *>()->message(u"Copied."_s);
    const auto labels = m_dialog->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels,
                                [](const QLabel *label) { return label->text() == u"Copied."_s; }));
}

void TstPlayDialog::tellsTimesInReasonsAsTheClockHere()
{
    QVERIFY(m_live->listen());
    addSecret();
    aim(ownUrl());
    auto *grid = m_dialog->findChild<ConformanceGrid *>();
    const QString utc = u"Its certificate expired on 2026-11-24T13:05:09Z."_s;
    const QString here = models::withLocalTimes(utc);
    QVERIFY(here != utc);
    Q_EMIT grid->failed({.what = u"No answer."_s, .why = utc});
    QVERIFY2(notes().contains(here), qPrintable(notes()));
    button(u"Run all cases"_s)->click();
    QTRY_VERIFY(grid->findChild<resend::ConformanceRun *>());
    Q_EMIT grid->findChild<resend::ConformanceRun *>()->judged({.reason = utc});
    const QString tip = rows()->topLevelItem(rows()->topLevelItemCount() - 1)->toolTip(0);
    QVERIFY2(tip.startsWith(here), qPrintable(tip));
    grid->cancel();
}

void TstPlayDialog::saysWhyNothingCanBeReached()
{
    quint16 port = 0;
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        port = closed.serverPort();
    }
    addSecret();
    aim(u"http://127.0.0.1:%1/"_s.arg(port));
    QSignalSpy failed(m_dialog->findChild<ConformanceGrid *>(), &ConformanceGrid::failed);
    button(u"Run all cases"_s)->click();
    QVERIFY(failed.count() == 1 || failed.wait());
    QVERIFY2(notes().contains(u"127.0.0.1"_s), qPrintable(notes()));
    QVERIFY(button(u"Run all cases"_s)->isEnabled());
}

void TstPlayDialog::testsItsOwnListener()
{
    QVERIFY(!button(u"Test this listener"_s)->isEnabled());
    QVERIFY(m_live->listen());
    addSecret();
    button(u"Test this listener"_s)->click();
    QTRY_VERIFY2(notes().contains(u"is row 1: Verified."_s), qPrintable(notes()));
    QVERIFY2(notes().contains(u"It answered 200"_s), qPrintable(notes()));
    QVERIFY(button(u"Test this listener"_s)->isEnabled());
}

void TstPlayDialog::offersItsOwnListener()
{
    auto *bar = m_dialog->findChild<TargetBar *>();
    auto *list = bar->findChild<QComboBox *>();
    QCOMPARE(list->count(), 0);
    QVERIFY(m_live->listen());
    QTRY_COMPARE(list->count(), 1);
    QCOMPARE(list->itemText(0), ownUrl());
    QCOMPARE(bar->target().url, ownUrl()); // nothing else is known
    aim(u"http://127.0.0.1:9/mine"_s);
    capture::Endpoint other{.path = u"/other"_s};
    (*m_live)->setEndpoints({(*m_live)->endpoints().first(), other});
    QTRY_COMPARE(list->count(), 2);
    QCOMPARE(list->itemText(1), ownUrl() + u"other"_s);
    QCOMPARE(bar->target().url, u"http://127.0.0.1:9/mine"_s);
    (*m_live)->stopListening();
    QTRY_COMPARE(list->count(), 0);
}

void TstPlayDialog::sendsOnceWithoutChecking()
{
    addSecret();
    const support::Issued identity = support::issue({.alternatives = "IP:127.0.0.1"});
    const support::Target target(
        {.answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", .bodySize = 1}, identity);
    aim(u"https://127.0.0.1:%1/"_s.arg(target.port()));
    auto *answer = m_dialog->findChild<AnswerView *>();
    button(u"Send it"_s)->click();
    QTRY_VERIFY(answer->findChild<RefusalPage *>()->isVisible());
    button(u"Send without checking, once"_s)->click();
    QTRY_COMPARE(answer->result(), u"200 OK"_s);
    QVERIFY(m_dialog->findChild<TargetBar *>()->target().checkCertificate);
}

void TstPlayDialog::staysAsLargeWithAResult()
{
    addSecret();
    m_dialog = std::make_unique<PlayDialog>(**m_live, *m_settings); // to which it is no news
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    auto *note = m_dialog->findChild<NoteBox *>();
    QVERIFY(note->isHidden());
    const QSize before = m_dialog->size();
    for (const QString &text : {u"Short."_s, u"It goes on for more than a line. "_s.repeated(4)}) {
        note->setNote(NoteBox::Kind::Warning, u"3 of 17 cases failed."_s, text);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        QCOMPARE(m_dialog->size(), before);
        QVERIFY(m_dialog->layout()->totalHeightForWidth(before.width()) <= before.height());
    }
}

void TstPlayDialog::fitsASmallScreenWithANote()
{
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    QVERIFY2(notes().contains(u"There is no secret"_s), qPrintable(notes()));
    const int room = 600 - m_dialog->style()->pixelMetric(QStyle::PM_TitleBarHeight);
    const int needed = m_dialog->layout()->totalHeightForWidth(760);
    QVERIFY2(needed <= room, qPrintable(u"%1 of %2"_s.arg(needed).arg(room)));
}

void TstPlayDialog::comesBackInItsSize()
{
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    const QSize room = roomForWindow(*m_dialog);
    m_dialog->resize(QSize(m_dialog->width() - 20, m_dialog->height() + 20).boundedTo(room));
    const QSize chosen = m_dialog->size();
    m_dialog->close();
    m_dialog = std::make_unique<PlayDialog>(**m_live, *m_settings);
    QCOMPARE(m_dialog->size(), chosen);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    QCOMPARE(m_dialog->size(), chosen);
}

void TstPlayDialog::showsWhereTheBodyEnds()
{
    auto *body = m_dialog->findChild<BodyEditor *>();
    body->setBytes({});
    const QImage seen = body->grab().toImage();
    const QColor ground = body->palette().color(QPalette::Base);
    QVERIFY(seen.pixelColor(seen.width() / 2, 0) != ground);
    QVERIFY(seen.pixelColor(seen.width() - 1, seen.height() / 2) != ground);
}

void TstPlayDialog::namesEverythingForScreenReaders()
{
    auto *pages = m_dialog->findChild<QTabWidget *>();
    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentIndex(page);
        const support::AccessibleWalk walk(*m_dialog);
        QVERIFY2(walk.faults().isEmpty(), qPrintable(u'\n' + walk.faults().join(u'\n')));
        QVERIFY(walk.controls() > 6);
    }
}

void TstPlayDialog::signsWithAPastedSecret()
{
    support::Target target({.answer = "HTTP/1.1 204 No Content\r\n\r\n", .bodySize = 1});
    aim(u"http://127.0.0.1:%1/in"_s.arg(target.port()));
    auto *scheme = field<QComboBox>(u"Scheme"_s);
    scheme->setCurrentIndex(scheme->findData(u"github"_s));
    auto *paste = m_dialog->findChild<SecretEdit *>();
    QCOMPARE(field<QComboBox>(u"Signed with"_s)->currentText(), u"A pasted secret"_s);
    QVERIFY(paste->isVisible());
    QVERIFY(!button(u"Send it"_s)->isEnabled());
    paste->setText(u"octopus-and-squid"_s);
    QVERIFY2(notes().isEmpty(), qPrintable(notes()));
    QVERIFY(button(u"Run all cases"_s)->isEnabled());
    button(u"Send it"_s)->click();
    QTRY_COMPARE(m_dialog->findChild<AnswerView *>()->result(), u"204 No Content"_s);
    const QByteArray sent = target.received();
    const QByteArray body = sent.sliced(sent.indexOf("\r\n\r\n") + 4);
    const QByteArray expected
        = QMessageAuthenticationCode::hash(body, "octopus-and-squid", QCryptographicHash::Sha256)
              .toHex();
    QVERIFY2(sent.contains("sha256=" + expected), sent.constData());
    QVERIFY((*m_live)->secrets(u"/"_s).empty());
}

void TstPlayDialog::forgetsAPastedSecretWhenItCloses()
{
    auto *paste = m_dialog->findChild<SecretEdit *>();
    paste->setText(u"octopus-and-squid"_s);
    (*m_live)->addSecret(u"/"_s, smile::secret(u"test"_s), false);
    auto *secrets = field<QComboBox>(u"Signed with"_s);
    QCOMPARE(secrets->currentText(), u"A pasted secret"_s); // what is being typed stays
    QVERIFY(paste->isVisible());
    secrets->setCurrentIndex(0);
    QVERIFY(!paste->isVisible());
    QVERIFY(paste->text().isEmpty());
    secrets->setCurrentIndex(1);
    paste->setText(u"octopus-and-squid"_s);
    m_dialog->close();
    QVERIFY(paste->text().isEmpty());
}

void TstPlayDialog::saysWhatIsOddAboutAPastedSecret()
{
    auto *paste = m_dialog->findChild<SecretEdit *>();
    paste->setText(u" \"octopus-and-squid\" "_s);
    QVERIFY2(notes().contains(u"removed"_s), qPrintable(notes()));
    paste->setText(u"octopus-and-squid"_s);
    QVERIFY2(notes().isEmpty(), qPrintable(notes()));
    paste->clear();
    QVERIFY2(notes().contains(u"no secret to sign with"_s), qPrintable(notes()));
}

void TstPlayDialog::putsJsonAloneIntoTheFormOfItsSender()
{
    support::Target target({.answer = "HTTP/1.1 204 No Content\r\n\r\n", .bodySize = 1});
    aim(u"http://127.0.0.1:%1/in"_s.arg(target.port()));
    auto *scheme = field<QComboBox>(u"Scheme"_s);
    scheme->setCurrentIndex(scheme->findData(u"dropbox_sign"_s));
    m_dialog->findChild<SecretEdit *>()->setText(u"octopus-and-squid"_s);
    m_dialog->findChild<BodyEditor *>()->setPlainText(
        u"{\"event\":{\"event_time\":\"{now}\",\"event_type\":\"x\",\"event_hash\":\"\"}}"_s);
    button(u"Send it"_s)->click();
    QTRY_COMPARE(m_dialog->findChild<AnswerView *>()->result(), u"204 No Content"_s);
    const QByteArray sent = target.received();
    const QByteArray body = sent.sliced(sent.indexOf("\r\n\r\n") + 4);
    QVERIFY2(body.startsWith("json=%7B"), body.constData());
    const QByteArray json = QByteArray::fromPercentEncoding(body.sliced(5));
    QVERIFY2(json.contains("\"event_time\":\"1"), json.constData());
    QVERIFY2(!json.contains("now}"), json.constData());
}

QTEST_MAIN(TstPlayDialog)
#include "tst_playdialog.moc"
