// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/builders.h"
#include "ui/views/answerview.h"
#include "ui/views/attempttable.h"
#include "ui/views/codeview.h"
#include "ui/views/noteline.h"
#include "ui/views/sendsview.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstSendsView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsSomeOfTheAnswersBody_data();
    void showsSomeOfTheAnswersBody();
    void scrollsToTheTable();
    void staysAtTheTable_data();
    void staysAtTheTable();
    void goesToTheAnswerOfTheNextThatIsChosen();
    void keepsTheAnswerInSightBesideWhatWaits();
    void scrollsNothingWhereThereIsRoom();
    void saysWhatWaitsWithAndWithoutSends();

private:
    void make(int height, const QStringList &waits = {});
    int seenLines() const; // of the answer's body
    int answerTop() const; // in what is seen
    QScrollBar *bar() const { return m_view->findChild<QScrollArea *>()->verticalScrollBar(); }

    std::unique_ptr<SendsView> m_view;
};

static QList<capture::Attempt> attempts()
{
    const http::Response response{.status = 200,
                                  .reason = "OK",
                                  .fields = {{"Content-Type", "text/plain"}},
                                  .body = "one\ntwo\nthree\nfour\nfive\nsix\n"};
    return {{.target = u"http://localhost:3000/hook"_s, .response = response}};
}

void TstSendsView::make(int height, const QStringList &waits)
{
    m_view = std::make_unique<SendsView>();
    m_view->setWaiting(waits);
    m_view->resize(580, height);
    const auto received = std::make_shared<capture::Delivery>(builders::delivery());
    m_view->show(attempts(), received, {});
    m_view->setVisible(true);
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

int TstSendsView::seenLines() const
{
    const auto *code = m_view->findChild<AnswerView *>()->findChild<CodeView *>();
    return code->viewport()->visibleRegion().boundingRect().height()
        / code->fontMetrics().lineSpacing();
}

int TstSendsView::answerTop() const
{
    const auto *answer = m_view->findChild<AnswerView *>();
    return answer->mapTo(m_view->findChild<QScrollArea *>(), QPoint()).y();
}

void TstSendsView::showsSomeOfTheAnswersBody_data()
{
    QTest::addColumn<int>("height");
    QTest::addColumn<QStringList>("waits");
    QTest::newRow("in a low window") << 160 << QStringList();
    QTest::newRow("in a low window, beside what waits")
        << 160 << QStringList{u"To http://a: waiting."_s, u"To http://b: waiting."_s};
    QTest::newRow("in a high window") << 500 << QStringList();
}

void TstSendsView::showsSomeOfTheAnswersBody()
{
    QFETCH(int, height);
    QFETCH(QStringList, waits);
    make(height, waits);
    QTRY_VERIFY2(seenLines() >= 2, qPrintable(QString::number(seenLines())));
}

void TstSendsView::scrollsToTheTable()
{
    make(160);
    QTRY_VERIFY(bar()->value() > 0);
    bar()->setValue(0);
    const auto *table = m_view->findChild<AttemptTable *>();
    QVERIFY(table->viewport()->visibleRegion().boundingRect().height() >= table->rowHeight(0));
}

void TstSendsView::staysAtTheTable_data()
{
    using Change = std::function<void(SendsView &)>;
    QTest::addColumn<Change>("change");
    QTest::newRow("where something begins to wait")
        << Change([](SendsView &view) { view.setWaiting({u"To http://a: waiting."_s}); });
    QTest::newRow("where the window becomes higher")
        << Change([](SendsView &view) { view.resize(view.width(), view.height() + 10); });
    QTest::newRow("where the webhook is read anew") << Change([](SendsView &view) {
        view.show(attempts(), std::make_shared<capture::Delivery>(builders::delivery()), {});
        view.resize(view.width(), view.height() + 10);
    });
}

void TstSendsView::staysAtTheTable()
{
    QFETCH(std::function<void(SendsView &)>, change);
    make(120);
    QTRY_COMPARE(answerTop(), 0);
    QCoreApplication::processEvents(); // no more of it is to come
    bar()->setValue(0);
    const int before = bar()->maximum();
    change(*m_view);
    QTRY_VERIFY(bar()->maximum() != before);
    QCoreApplication::processEvents(); // a scroll would follow the layout
    QCOMPARE(bar()->value(), 0);
}

void TstSendsView::goesToTheAnswerOfTheNextThatIsChosen()
{
    make(120);
    QTRY_COMPARE(answerTop(), 0);
    QCoreApplication::processEvents(); // no more of it is to come
    bar()->setValue(0);
    QList<capture::Attempt> more = attempts() + attempts();
    more.last().sentAt = 1'000'000;
    m_view->show(more, std::make_shared<capture::Delivery>(builders::delivery()), {});
    QTRY_COMPARE(answerTop(), 0);
}

void TstSendsView::keepsTheAnswerInSightBesideWhatWaits()
{
    make(120);
    QTRY_COMPARE(answerTop(), 0);
    const int before = bar()->value();
    m_view->setWaiting({u"To http://a: waiting."_s});
    QTRY_VERIFY(bar()->value() > before);
    QTRY_COMPARE(answerTop(), 0);
}

void TstSendsView::scrollsNothingWhereThereIsRoom()
{
    make(500, {u"To http://a: waiting."_s});
    const auto *answer = m_view->findChild<AnswerView *>();
    QTRY_COMPARE(answer->visibleRegion().boundingRect().size(), answer->size());
    QCOMPARE(bar()->maximum(), 0);
}

void TstSendsView::saysWhatWaitsWithAndWithoutSends()
{
    make(500, {u"To http://a: waiting."_s});
    const auto *note = m_view->findChild<NoteLine *>();
    QTRY_VERIFY(note->isVisible());
    m_view->show({}, {}, {});
    QTRY_VERIFY(note->isVisible());
    QVERIFY(note->height() < 100);
}

QTEST_MAIN(TstSendsView)
#include "tst_sendsview.moc"
