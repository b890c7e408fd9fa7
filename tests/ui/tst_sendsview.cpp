// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/storefile.h"
#include "support/builders.h"
#include "support/certificates.h"
#include "support/choosefile.h"
#include "ui/views/answerview.h"
#include "ui/views/attempttable.h"
#include "ui/views/bodyview.h"
#include "ui/views/codeview.h"
#include "ui/views/elidedlabel.h"
#include "ui/views/headersview.h"
#include "ui/views/noteline.h"
#include "ui/views/sendsview.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstSendsView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithTheTable_data();
    void beginsWithTheTable();
    void showsThreeRowsAndWhereTheyWent();
    void goesToTheAnswerOfWhatIsChosen_data();
    void goesToTheAnswerOfWhatIsChosen();
    void keepsTheChosenRowInSight();
    void beginsAnewWithTheNextWebhook();
    void staysWhereItIs_data();
    void staysWhereItIs();
    void scrollsNothingWhereThereIsRoom();
    void saysWhatWaitsWithAndWithoutSends();
    void saysThatATestCaseWasAnsweredAsExpected();
    void tellsWhyAnAnswersBodyIsNotSaved();
    void tellsWhatWasCopiedOfAnAnswer();

private:
    void make(int height, const QStringList &waits = {});
    AttemptTable *table() const { return m_view->findChild<AttemptTable *>(); }
    int seenLines() const; // of the answer's body
    int seenOf(int row) const; // its height
    QScrollBar *bar() const { return m_view->findChild<QScrollArea *>()->verticalScrollBar(); }

    std::unique_ptr<SendsView> m_view;
};

static QList<capture::Attempt> attempts(int count = 10)
{
    const http::Response response{.status = 200,
                                  .reason = "OK",
                                  .fields = {{"Content-Type", "text/plain"}},
                                  .body = "one\ntwo\nthree\nfour\nfive\nsix\n"};
    QList<capture::Attempt> made;
    for (int i = 0; i < count; ++i)
        made.append({.sentAt = i * 1'000'000,
                     .target = u"http://localhost:3000/hook"_s,
                     .response = response});
    return made;
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

int TstSendsView::seenOf(int row) const
{
    const QRect shown(0, table()->rowViewportPosition(row), 1, table()->rowHeight(row));
    return (table()->viewport()->visibleRegion().boundingRect() & shown).height();
}

void TstSendsView::beginsWithTheTable_data()
{
    QTest::addColumn<int>("height");
    QTest::addColumn<QStringList>("waits");
    QTest::newRow("in a low window") << 160 << QStringList();
    QTest::newRow("in a low window, beside what waits")
        << 160 << QStringList{u"To http://a: waiting."_s};
    QTest::newRow("in a high window") << 500 << QStringList();
}

void TstSendsView::beginsWithTheTable()
{
    QFETCH(int, height);
    QFETCH(QStringList, waits);
    make(height, waits);
    QCoreApplication::processEvents(); // a scroll would follow the layout
    QCOMPARE(bar()->value(), 0);
    QTRY_COMPARE(seenOf(0), table()->rowHeight(0));
}

void TstSendsView::showsThreeRowsAndWhereTheyWent()
{
    make(160);
    QTRY_COMPARE(seenOf(2), table()->rowHeight(2));
    using Column = models::AttemptModel::Column;
    const auto left
        = [this](Column column) { return table()->columnViewportPosition(int(column)); };
    QVERIFY(left(Column::Result) < left(Column::Target));
    QVERIFY(left(Column::Target) < left(Column::Kind));
}

void TstSendsView::goesToTheAnswerOfWhatIsChosen_data()
{
    using Choice = std::function<void(AttemptTable &)>;
    QTest::addColumn<Choice>("choose");
    QTest::newRow("by a key") << Choice(
        [](AttemptTable &table) { QTest::keyClick(&table, Qt::Key_Down); });
    QTest::newRow("by a click") << Choice([](AttemptTable &table) {
        const QPoint row(5, table.rowViewportPosition(1) + table.rowHeight(1) / 2);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, row);
    });
}

void TstSendsView::goesToTheAnswerOfWhatIsChosen()
{
    QFETCH(std::function<void(AttemptTable &)>, choose);
    make(160);
    QTRY_COMPARE(seenOf(1), table()->rowHeight(1));
    QCOMPARE(bar()->value(), 0);
    choose(*table());
    QCOMPARE(table()->currentIndex().row(), 1);
    QTRY_VERIFY(bar()->value() > 0);
    QTRY_VERIFY2(seenLines() >= 1, qPrintable(QString::number(seenLines())));
}

void TstSendsView::keepsTheChosenRowInSight()
{
    make(160);
    QTRY_COMPARE(seenOf(2), table()->rowHeight(2));
    table()->selectRow(2);
    QTRY_VERIFY(bar()->value() > 0);
    QVERIFY(seenOf(2) > 0);
}

void TstSendsView::beginsAnewWithTheNextWebhook()
{
    make(120);
    QTRY_VERIFY(bar()->maximum() > 0);
    bar()->setValue(bar()->maximum());
    const auto show = [this](qint64 id) {
        capture::Delivery received = builders::delivery();
        received.id = id;
        m_view->show(attempts(), std::make_shared<capture::Delivery>(received), {});
    };
    const int scrolled = bar()->value();
    show(builders::delivery().id); // the same, read anew
    QCOMPARE(bar()->value(), scrolled);
    show(77);
    QCOMPARE(bar()->value(), 0);
}

void TstSendsView::staysWhereItIs_data()
{
    using Change = std::function<void(SendsView &)>;
    QTest::addColumn<Change>("change");
    QTest::newRow("where something begins to wait")
        << Change([](SendsView &view) { view.setWaiting({u"To http://a: waiting."_s}); });
    QTest::newRow("where the window becomes higher")
        << Change([](SendsView &view) { view.resize(view.width(), view.height() + 10); });
    QTest::newRow("where another is sent") << Change([](SendsView &view) {
        const auto received = std::make_shared<capture::Delivery>(builders::delivery());
        view.show(attempts(11), received, {});
        view.resize(view.width(), view.height() + 10);
    });
}

void TstSendsView::staysWhereItIs()
{
    QFETCH(std::function<void(SendsView &)>, change);
    make(120);
    QTRY_VERIFY(bar()->maximum() > 0);
    const int before = bar()->maximum();
    change(*m_view);
    QTRY_VERIFY(bar()->maximum() != before);
    QCoreApplication::processEvents(); // a scroll would follow the layout
    QCOMPARE(bar()->value(), 0);
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

void TstSendsView::saysThatATestCaseWasAnsweredAsExpected()
{
    QList<capture::Attempt> sent = attempts(1);
    sent[0].source = u"case:wrong-secret"_s;
    sent[0].response->status = 403;
    SendsView view;
    view.show(sent, std::make_shared<capture::Delivery>(builders::delivery()), {});
    const auto labels = view.findChild<AnswerView *>()->findChildren<ElidedLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const ElidedLabel *label) {
        return label->fullText().startsWith(u"as expected · "_s);
    }));
}

void TstSendsView::tellsWhyAnAnswersBodyIsNotSaved()
{
    QTemporaryDir folder;
    make(500);
    QStringList told;
    connect(m_view.get(), &SendsView::saveEnded, this, [&told](const core::Result<QString> &one) {
        told.append(one ? *one : core::describe(one.error()));
    });
    const auto save = [this](const QString &file) {
        support::chooseFile(file);
        m_view->findChild<BodyView *>()->saveBody();
    };
    const QString good = folder.filePath(u"answer"_s);
    save(good);
    const QByteArray store = "SQLite format 3" + QByteArray(85, '\0');
    support::write(folder.filePath(u"a.hookglass"_s), store);
    support::write(folder.filePath(u"a.hookglass.lock"_s), {});
    save(folder.filePath(u"a.hookglass-journal"_s));
    QCOMPARE(told.size(), 2);
    QVERIFY2(told[0].endsWith(good + u'.'), qPrintable(told[0]));
    QCOMPARE(told[1], u"Cannot save a.hookglass-journal. "_s + core::besideStoreTrouble());
}

void TstSendsView::tellsWhatWasCopiedOfAnAnswer()
{
    make(500);
    const QSignalSpy told(m_view.get(), &SendsView::message);
    const auto *answer = m_view->findChild<AnswerView *>();
    answer->findChild<BodyView *>()->copyBody();
    answer->findChild<HeadersView *>()->copyAll();
    QCOMPARE(told.size(), 2);
    QCOMPARE(told[0].first().toString(), u"The body was copied."_s);
    QCOMPARE(told[1].first().toString(), u"The headers were copied."_s);
}

QTEST_MAIN(TstSendsView)
#include "tst_sendsview.moc"
