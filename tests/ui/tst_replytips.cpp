// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/column.h"
#include "support/builders.h"
#include "support/livewindow.h"
#include "ui/views/deliveryview.h"

#include <QHelpEvent>
#include <QToolTip>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstReplyTips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_live = std::make_unique<support::LiveWindow>(); }
    void cleanup();
    void sayWhyThereIsNoReply_data();
    void sayWhyThereIsNoReply();
    void sayTheStatusWhereThatIsAll();

private:
    void open(int status, const QString &source);
    void point() const;

    std::unique_ptr<support::LiveWindow> m_live;
};

void TstReplyTips::cleanup()
{
    QToolTip::hideText();
    m_live.reset();
}

// On one row that was answered so.
void TstReplyTips::open(int status, const QString &source)
{
    {
        const auto store = capture::Store::open(m_live->file(), capture::Access::Write);
        QVERIFY(store);
        QVERIFY((*store)->append({.deliveries = {builders::stored(builders::delivery())}}));
        QVERIFY((*store)->append(
            {.answers = {{.id = 1, .status = status, .source = source, .latency = 2000}}}));
    }
    QVERIFY(m_live->open());
}

void TstReplyTips::point() const
{
    auto *view = m_live->part<DeliveryView>();
    const QModelIndex cell = view->model()->index(0, int(models::Column::Reply));
    view->scrollTo(cell);
    const QPoint place = view->visualRect(cell).center();
    QVERIFY(view->viewport()->rect().contains(place));
    QHelpEvent help(QEvent::ToolTip, place, view->viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(view->viewport(), &help);
}

void TstReplyTips::sayWhyThereIsNoReply_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("tip");
    QTest::newRow("the sender left")
        << 0 << u"gone"_s << u"None: not answered, the connection ended"_s;
    QTest::newRow("a fault of the endpoint")
        << 0 << u"reset"_s << u"None: reset without an answer"_s;
    QTest::newRow("a rule wanted it")
        << 0 << u"close: no pings"_s
        << u"None: closed without an answer\nDecided by: the rule “no pings”"_s;
    QTest::newRow("a challenge without a secret")
        << 503 << u"handshake: no secret"_s
        << u"503\nA challenge came. Its answer needs a secret of this endpoint, and there was none."_s;
}

void TstReplyTips::sayWhyThereIsNoReply()
{
    QFETCH(int, status);
    QFETCH(QString, source);
    QFETCH(QString, tip);
    open(status, source);
    point();
    QTRY_COMPARE(QToolTip::text(), tip);
}

void TstReplyTips::sayTheStatusWhereThatIsAll()
{
    open(503, u"profile"_s);
    QSignalSpy fetched(&m_live->inspector(), &inspector::Inspector::fetched);
    point();
    QVERIFY(fetched.wait());
    QCOMPARE(QToolTip::text(), u"503"_s);
}

QTEST_MAIN(TstReplyTips)
#include "tst_replytips.moc"
