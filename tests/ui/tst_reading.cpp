// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/attemptmodel.h"
#include "support/builders.h"
#include "support/livewindow.h"
#include "support/target.h"
#include "ui/reading.h"
#include "ui/views/deliveryview.h"
#include "ui/views/detailspane.h"
#include "ui/views/linkbutton.h"
#include "ui/views/noteline.h"
#include "ui/views/overviewview.h"
#include "ui/views/sendsview.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

// What is read, in which order, and what is taken along.
class TstReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_live.reset(); }
    void goesThroughTheHistory();
    void passesOverWhatIsGone();
    void copies();
    void copiesWhatIsStillBeingFetched();
    void saysThatCredentialsAreCopied();
    void keepsWhatIsOpenWhenTheAnswerComes();
    void tellsWhenAWebhookComesAgain();
    void showsWhatIsSentOnMeanwhile();
    void saysWhatWaitsToBeSentOn();

private:
    void press(int key, Qt::KeyboardModifiers modifiers);
    void select(int row);
    DeliveryView *view() const { return m_live->part<DeliveryView>(); }
    DetailsPane *details() const { return m_live->part<DetailsPane>(); }

    std::unique_ptr<support::LiveWindow> m_live;
};

constexpr auto ctrl = Qt::ControlModifier;
constexpr auto shift = Qt::ShiftModifier;
constexpr auto alt = Qt::AltModifier;

void TstReading::init()
{
    m_live = std::make_unique<support::LiveWindow>();
    QVERIFY(m_live->seed(QList<capture::Delivery>(40, builders::delivery())));
    QVERIFY(m_live->open());
    select(20);
}

void TstReading::press(int key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(view(), Qt::Key(key), modifiers);
}

void TstReading::select(int row)
{
    view()->select(row);
    QTRY_COMPARE(details()->shownId(), row + 1);
}

void TstReading::goesThroughTheHistory()
{
    select(3);
    select(30);
    press(Qt::Key_Left, alt);
    QCOMPARE(view()->currentId(), 4);
    press(Qt::Key_Left, alt);
    QCOMPARE(view()->currentId(), 21);
    press(Qt::Key_Left, alt);
    QCOMPARE(view()->currentId(), 21);
    press(Qt::Key_Right, alt);
    press(Qt::Key_Right, alt);
    QCOMPARE(view()->currentId(), 31);
}

void TstReading::copies()
{
    QVERIFY(m_live->listen());
    press(Qt::Key_C, ctrl);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"Verified"_s));
    press(Qt::Key_C, ctrl | shift);
    QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(u"curl "_s));
    press(Qt::Key_U, ctrl | shift);
    QCOMPARE(QGuiApplication::clipboard()->text(), m_live->inspector().listening()->urls.first());
}

void TstReading::passesOverWhatIsGone()
{
    select(3);
    select(30);
    QSignalSpy removed(&m_live->inspector(), &inspector::Inspector::removed);
    m_live->inspector().remove({4}, 1);
    QVERIFY(removed.wait());
    press(Qt::Key_Left, alt);
    QCOMPARE(view()->currentId(), 21);
}

void TstReading::copiesWhatIsStillBeingFetched()
{
    auto *reading = view()->findChild<Reading *>();
    view()->select(7);
    reading->followSelection();
    QVERIFY(!reading->details());
    QSignalSpy copied(reading, &Reading::copied);
    reading->copy(CopyPart::Body);
    reading->followSelection(); // as the selection settles
    QVERIFY(copied.wait());
    QCOMPARE(QGuiApplication::clipboard()->text(), u"{\"topic\":\"ping\"}"_s);
}

void TstReading::saysThatCredentialsAreCopied()
{
    QVERIFY(m_live->listen());
    QCOMPARE(m_live->send("{}", {{"Authorization", "Bearer b3Blbg"}}), 200);
    QTRY_COMPARE(view()->model()->rowCount(), 41);
    select(40);
    auto *reading = view()->findChild<Reading *>();
    QTRY_VERIFY(reading->details());
    QSignalSpy copied(reading, &Reading::copied);
    reading->copy(CopyPart::RawRequest);
    reading->copy(CopyPart::Body);
    QCOMPARE(copied.size(), 2);
    QVERIFY(copied[0][0].toString().contains(u"Authorization"_s));
    QCOMPARE(copied[1][0].toString(), u"Body copied."_s);
}

void TstReading::keepsWhatIsOpenWhenTheAnswerComes()
{
    details()->showTab(DetailsPane::Headers);
    QSignalSpy fetched(&m_live->inspector(), &inspector::Inspector::fetched);
    Q_EMIT m_live->inspector().answered({{.id = 21, .status = 200}});
    QVERIFY(fetched.wait());
    QCOMPARE(details()->currentTab(), DetailsPane::Headers);
    QCOMPARE(details()->shownId(), 21);
}

void TstReading::tellsWhenAWebhookComesAgain()
{
    QVERIFY(m_live->listen());
    QCOMPARE(m_live->send(R"({"a":1})"), 200);
    QTRY_COMPARE(view()->model()->rowCount(), 41);
    select(40);
    const auto *overview = details()->findChild<OverviewView *>();
    QVERIFY2(!overview->text().contains(u"Attempt"_s), qPrintable(overview->text()));
    QCOMPARE(m_live->send(R"({"a":1})"), 200);
    QTRY_VERIFY2(overview->text().contains(u"Attempt 1 of 2"_s), qPrintable(overview->text()));
    QCOMPARE(details()->shownId(), 41);
    QTRY_COMPARE(view()->model()->rowCount(), 42);
    select(41);
    QTRY_VERIFY(overview->findChild<LinkButton *>());
    overview->findChild<LinkButton *>()->click();
    QTRY_COMPARE(details()->shownId(), 41);
}

void TstReading::showsWhatIsSentOnMeanwhile()
{
    support::Target target({.answer = "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"});
    QVERIFY(m_live->listen());
    m_live->inspector().setEndpoints(
        {{.rules = {.forwards
                    = {{.target = u"http://127.0.0.1:%1"_s.arg(target.port()), .retries = 1}}}}});
    QCOMPARE(m_live->send(R"({"a":1})"), 200);
    QTRY_COMPARE(view()->model()->rowCount(), 41);
    select(40);
    const auto *sends = details()->findChild<models::AttemptModel *>();
    QTRY_COMPARE(sends->rowCount(), 2); // the second one a second later
    QCOMPARE(details()->shownId(), 41);
}

void TstReading::saysWhatWaitsToBeSentOn()
{
    support::Target target({.answer = "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"});
    const QString url = u"http://127.0.0.1:%1"_s.arg(target.port());
    QVERIFY(m_live->listen());
    m_live->inspector().setEndpoints({{.rules = {.forwards = {{.target = url, .retries = 4}}}}});
    QCOMPARE(m_live->send(R"({"a":1})"), 200);
    QTRY_COMPARE(view()->model()->rowCount(), 41);
    select(40);
    const auto *note = details()->findChild<SendsView *>()->findChild<NoteLine *>();
    QTRY_VERIFY2(note->text().startsWith(u"To %1: waiting, try "_s.arg(url)),
                 qPrintable(note->text()));
    QVERIFY2(note->text().contains(u"of 5 "_s), qPrintable(note->text()));
    QVERIFY2(note->text().endsWith(u"It answered 500."_s), qPrintable(note->text()));
    m_live->inspector().setEndpoints({capture::Endpoint()});
    QTRY_VERIFY2(note->text().endsWith(u"nothing is sent on there now."_s),
                 qPrintable(note->text()));
    select(3);
    QVERIFY(note->text().isEmpty());
}

QTEST_MAIN(TstReading)
#include "tst_reading.moc"
