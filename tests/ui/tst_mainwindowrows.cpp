// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/storefile.h"
#include "support/builders.h"
#include "support/choosefile.h"
#include "support/fulldisk.h"
#include "support/livewindow.h"
#include "support/rows.h"
#include "ui/dialogs.h"
#include "ui/dialogs/forwardsdialog.h"
#include "ui/dialogs/rulesdialog.h"
#include "ui/dialogs/schemeactions.h"
#include "ui/dialogs/schemedialog.h"
#include "ui/messagebar.h"
#include "ui/statusline.h"
#include "ui/views/chip.h"
#include "ui/views/deliveryheader.h"
#include "ui/views/deliveryview.h"
#include "ui/views/detailsheader.h"
#include "ui/views/detailspane.h"
#include "ui/views/emptytable.h"
#include "ui/views/filterbar.h"
#include "ui/views/linkbutton.h"
#include "ui/views/rawview.h"
#include "ui/views/sendsview.h"

#include <QAction>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>
#include <QUndoStack>

using namespace Qt::Literals::StringLiterals;
using namespace ui;
using inspector::Inspector;
using models::Column;
using signature::Freshness;
using signature::Signature;

// What the user does with the rows.
class TstMainWindowRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_live.reset(); }
    void showsTheSelectedRow();
    void sumsUpSeveral();
    void marksAndUnmarks();
    void notesWhatIsWritten();
    void clearsAllButTheMarkedAndUndoes();
    void undoesNoClearThatFailed();
    void showsWhetherARowIsMarkedThoughThatFailed();
    void selectsAgainWhatIsBack();
    void undoesOnlyWhatTheStatusLineSpeaksOf();
    void asksOnceBeforeItDeletes();
    void saysWhatItIsSortedBy();
    void narrowsByChipsAndSaysWhatIsHidden();
    void showsOnlyOneVerdict();
    void goesFromProblemToProblem();
    void triesANewSchemeOnTheSelectedRow();
    void editsTheRulesOfTheRowsEndpoint();
    void editsTheUsualRulesWhereTheRowsEndpointIsGone();
    void closesRulesWithTheirEndpoint();
    void saysAboveTheTableWhyNothingIsSaved_data();
    void saysAboveTheTableWhyNothingIsSaved();
    void saysWhyAnAnswersBodyIsNotSaved();
    void saysThatAnAnswersBodyIsCopied();
    void neverJumpsWhileRowsArrive();

private:
    void seedAt(const QString &endpoint);
    DeliveryView *view() const { return m_live->part<DeliveryView>(); }
    WindowActions *actions() const { return m_live->part<WindowActions>(); }
    DetailsPane *details() const { return m_live->part<DetailsPane>(); }
    StatusLine *status() const { return m_live->part<StatusLine>(); }
    int rowCount() const { return view()->model()->rowCount(); }
    void select(int row);
    Chip *chip(const QString &word) const;
    void answerQuestion(bool yes);

    std::unique_ptr<support::LiveWindow> m_live;
    int m_questions = 0;
};

static capture::Delivery delivery(Signature signature, Freshness freshness = Freshness::Fresh)
{
    capture::Delivery made = builders::delivery();
    made.verdict.signature = signature;
    made.verdict.freshness = freshness;
    return made;
}

void TstMainWindowRows::init()
{
    m_questions = 0;
    m_live = std::make_unique<support::LiveWindow>();
    QVERIFY(m_live->seed({delivery(Signature::Verified), delivery(Signature::Invalid),
                          delivery(Signature::Verified, Freshness::Stale),
                          delivery(Signature::Verified), delivery(Signature::Unsigned)}));
    QVERIFY(m_live->open());
    QCOMPARE(rowCount(), 5);
}

void TstMainWindowRows::select(int row)
{
    view()->select(row);
    QTRY_COMPARE(details()->shownId(), row + 1);
}

Chip *TstMainWindowRows::chip(const QString &word) const
{
    for (auto *chip : (*m_live)->findChildren<Chip *>()) {
        if (chip->text() == word)
            return chip;
    }
    return nullptr;
}

// The question that comes up next is answered so.
void TstMainWindowRows::answerQuestion(bool yes)
{
    QTimer::singleShot(0, this, [this, yes] {
        auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (!question)
            return;
        ++m_questions;
        for (auto *button : question->buttons()) {
            if ((question->buttonRole(button) == QMessageBox::AcceptRole) == yes)
                button->click();
        }
        (*m_live)->activateWindow(); // a window manager would
    });
}

void TstMainWindowRows::showsTheSelectedRow()
{
    select(1);
    QVERIFY(actions()->copyCurl->isEnabled());
    QTest::keyClick(view(), Qt::Key_Down);
    QTRY_COMPARE(details()->shownId(), 3);
    view()->clearSelection();
    QTRY_COMPARE(details()->shownId(), 0);
    QVERIFY(!actions()->copyCurl->isEnabled());
    QCOMPARE(actions()->copyCurl->toolTip(), u"Select one webhook"_s);
}

void TstMainWindowRows::sumsUpSeveral()
{
    QTest::keyClick(view(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(view()->selectedCount(), 5);
    QTRY_VERIFY(!actions()->note->isEnabled());
    QStringList words;
    for (const auto *label : details()->findChildren<QLabel *>()) {
        if (label->isVisible())
            words += label->text();
    }
    QVERIFY2(words.contains(u"5 webhooks selected"_s), qPrintable(words.join(u'|')));
    QVERIFY2(words.contains(u"80 B. 3 verified, 1 invalid, 1 unsigned"_s),
             qPrintable(words.join(u'|')));
    view()->select(1);
    QTest::keyClick(view(), Qt::Key_I, Qt::ControlModifier);
    QCOMPARE(view()->selectedIds(), QList<qint64>({1, 3, 4, 5}));
}

void TstMainWindowRows::marksAndUnmarks()
{
    const auto marked = [this](int row) {
        return view()->model()->index(row, 0).data(models::DeliveryModel::MarkedRole).toBool();
    };
    select(1);
    QTest::keyClick(view(), Qt::Key_M);
    QTRY_VERIFY(marked(1));
    QVERIFY(actions()->mark->isChecked());
    QVERIFY(!marked(0));
    QTest::keyClick(view(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!marked(1));
    actions()->undo->trigger();
    QTRY_VERIFY(marked(1));
}

void TstMainWindowRows::notesWhatIsWritten()
{
    select(2);
    QTest::keyClick(view(), Qt::Key_F2);
    auto *note = details()->findChild<DetailsHeader *>()->findChild<QLineEdit *>();
    QVERIFY(note->hasFocus());
    QTest::keyClicks(note, u"check balance"_s);
    QTest::keyClick(note, Qt::Key_Return);
    const QModelIndex cell = view()->model()->index(2, int(Column::Note));
    QTRY_COMPARE(cell.data().toString(), u"check balance"_s);
    actions()->undo->trigger();
    QTRY_COMPARE(cell.data().toString(), QString());
    QTRY_VERIFY(!note->isVisible());
}

void TstMainWindowRows::clearsAllButTheMarkedAndUndoes()
{
    select(1);
    actions()->mark->trigger();
    QTest::keyClick(&**m_live, Qt::Key_L, Qt::ControlModifier);
    QTRY_COMPARE(rowCount(), 1);
    QTRY_COMPARE(status()->notice(), u"Cleared 4 webhooks. The marked one stays."_s);
    QCOMPARE(details()->shownId(), 2);
    QCOMPARE(chip(u"All"_s)->count(), 1);
    status()->findChild<LinkButton *>()->click();
    QTRY_COMPARE(rowCount(), 5);
    QCOMPARE(view()->selectedIds(), QList<qint64>{2});
    QCOMPARE(chip(u"All"_s)->count(), 5);
}

void TstMainWindowRows::undoesNoClearThatFailed()
{
    QSignalSpy failed(&m_live->inspector(), &Inspector::failed);
    {
        const support::FullDisk full;
        actions()->clear->trigger();
        QVERIFY(actions()->undo->isEnabled());
        QTRY_COMPARE(failed.size(), 1);
    }
    QVERIFY(!actions()->undo->isEnabled());
    QVERIFY(!actions()->redo->isEnabled());
    QCOMPARE(rowCount(), 5);
    QVERIFY(!status()->notice().contains(u"webhooks"_s));
    const auto *bar = m_live->part<MessageBar>();
    QVERIFY(bar->has(u"failed"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!bar->has(u"failed"_s), 20'000);
    actions()->clear->trigger();
    QTRY_COMPARE(rowCount(), 0);
    actions()->undo->trigger();
    QTRY_COMPARE(rowCount(), 5);
}

void TstMainWindowRows::showsWhetherARowIsMarkedThoughThatFailed()
{
    select(1);
    QSignalSpy failed(&m_live->inspector(), &Inspector::failed);
    {
        const support::FullDisk full;
        actions()->mark->trigger();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!actions()->mark->isChecked());
    }
    m_live->inspector().retryStore();
    QTRY_VERIFY(actions()->mark->isChecked());
}

void TstMainWindowRows::selectsAgainWhatIsBack()
{
    select(1);
    actions()->clear->trigger();
    QTRY_COMPARE(rowCount(), 0);
    actions()->undo->trigger();
    QTRY_COMPARE(rowCount(), 5);
    QTRY_COMPARE(view()->selectedIds(), QList<qint64>{2});
    QTRY_COMPARE(details()->shownId(), 2);
}

void TstMainWindowRows::undoesOnlyWhatTheStatusLineSpeaksOf()
{
    actions()->clear->trigger();
    QTRY_COMPARE(rowCount(), 0);
    QVERIFY(!actions()->clear->isEnabled());
    actions()->undo->trigger();
    QTRY_COMPARE(rowCount(), 5);
    QTest::keyClick(&**m_live, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(rowCount(), 0);
    QTest::keyClick(&**m_live, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(rowCount(), 5);
}

void TstMainWindowRows::asksOnceBeforeItDeletes()
{
    select(1);
    answerQuestion(false);
    QTest::keyClick(view(), Qt::Key_Delete);
    QCOMPARE(m_questions, 1);
    QCOMPARE(rowCount(), 5);
    answerQuestion(true);
    QTest::keyClick(view(), Qt::Key_Delete);
    QTRY_COMPARE(rowCount(), 4);
    QCOMPARE(m_questions, 2);
    QTRY_COMPARE(status()->notice(), u"Deleted 1 webhook."_s);
    QCOMPARE(view()->selectedIds(), QList<qint64>{3}); // what has come to its place
    view()->select(0);
    answerQuestion(false);
    QTest::keyClick(view(), Qt::Key_Delete);
    QTRY_COMPARE(rowCount(), 3);
    QCOMPARE(m_questions, 2);
    actions()->undo->trigger();
    actions()->undo->trigger();
    QTRY_COMPARE(rowCount(), 5);
}

void TstMainWindowRows::saysWhatItIsSortedBy()
{
    auto &columns = view()->columns();
    columns.setSortIndicator(int(Column::Size), Qt::AscendingOrder);
    QCOMPARE(status()->notice(), u"Sorted by Size; new webhooks are added in place."_s);
    QVERIFY(!actions()->follow->isChecked());
    status()->notify(u"Copied."_s);
    columns.setSortIndicator(-1, Qt::AscendingOrder);
    QCOMPARE(status()->notice(), u"Copied."_s);
}

void TstMainWindowRows::narrowsByChipsAndSaysWhatIsHidden()
{
    QTest::mouseClick(chip(u"Verified"_s), Qt::LeftButton);
    QCOMPARE(rowCount(), 3);
    QTest::mouseClick(chip(u"Verified"_s), Qt::LeftButton);
    QTest::mouseClick(chip(u"Malformed"_s), Qt::LeftButton);
    QCOMPARE(rowCount(), 0);
    QCOMPARE(m_live->part<FilterBar>()->text(), u"sig:malformed"_s);
    const auto *empty = m_live->part<EmptyTable>();
    QVERIFY(empty->isVisible());
    QCOMPARE(empty->title(), u"No webhook matches this filter"_s);
    QCOMPARE(empty->text(), u"5 webhooks are hidden."_s);
    for (auto *button : empty->findChildren<QPushButton *>()) {
        if (button->text().startsWith(u"Clear filter"_s))
            button->click();
    }
    QCOMPARE(rowCount(), 5);
    QVERIFY(chip(u"All"_s)->isChecked());
}

void TstMainWindowRows::showsOnlyOneVerdict()
{
    select(1);
    actions()->onlyVerdict->trigger();
    QCOMPARE(rowCount(), 1);
    QVERIFY(chip(u"Invalid"_s)->isChecked());
    QCOMPARE(view()->selectedIds(), QList<qint64>{2});
}

void TstMainWindowRows::goesFromProblemToProblem()
{
    for (const qint64 id : {2, 3, 5, 2}) {
        QTest::keyClick(view(), Qt::Key_F8);
        QCOMPARE(view()->currentId(), id);
    }
    QTest::keyClick(view(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(view()->currentId(), 5);
    QCOMPARE(view()->selectedIds(), QList<qint64>{5}); // Shift extends nothing here
}

void TstMainWindowRows::triesANewSchemeOnTheSelectedRow()
{
    select(1);
    m_live->part<Dialogs>()->openScheme(u"/"_s);
    auto *actions = m_live->part<SchemeActions>();
    QVERIFY(actions);
    actions->findChild<QPushButton *>()->click(); // "New scheme…"
    const auto *form = m_live->part<SchemeDialog>();
    QVERIFY(form);
    const auto boxes = form->findChildren<QComboBox *>();
    const auto webhooks = std::find_if(boxes.begin(), boxes.end(), [](const auto *box) {
        return box->accessibleName() == u"Webhook to try the scheme on"_s;
    });
    QVERIFY(webhooks != boxes.end());
    QTRY_COMPARE((*webhooks)->currentData().toLongLong(), 2);
}

// 20,000 rows in small batches: what is read stays, and a frame has at most one insert.
// A window of its own with one row, received at that endpoint, selected.
void TstMainWindowRows::seedAt(const QString &endpoint)
{
    m_live.reset();
    m_live = std::make_unique<support::LiveWindow>();
    capture::Delivery delivery = builders::delivery();
    delivery.endpoint = endpoint;
    QVERIFY(m_live->seed({delivery}));
    QVERIFY(m_live->open());
    m_live->inspector().setEndpoints({{.path = u"/"_s}, {.path = u"/b"_s}});
    view()->select(0);
    QTRY_COMPARE(m_live->part<DetailsPane>()->shownId(), 1);
}

static void click(const QWidget &dialog, const QString &text)
{
    for (auto *button : dialog.findChildren<QPushButton *>()) {
        if (button->text() == text)
            return button->click();
    }
    QFAIL(qPrintable(text));
}

void TstMainWindowRows::editsTheRulesOfTheRowsEndpoint()
{
    seedAt(u"/b"_s);
    const auto *actions = m_live->part<WindowActions>();
    actions->rules->trigger();
    auto *rules = m_live->part<RulesDialog>();
    QCOMPARE(rules->windowTitle(), u"Answers of /b"_s);
    click(*rules, u"&Add rule"_s);
    click(*rules, u"Use these rules"_s);
    const QList<capture::Endpoint> endpoints = m_live->inspector().endpoints();
    QCOMPARE(endpoints.size(), 2);
    QVERIFY(endpoints[0].rules.answers.isEmpty());
    QCOMPARE(endpoints[1].rules.answers.size(), 1);
    QCOMPARE(endpoints[1].rules.answers.first().answer.status, 503);
    actions->forwards->trigger();
    QCOMPARE(m_live->part<ForwardsDialog>()->windowTitle(),
             u"Where webhooks of /b are sent on to"_s);
}

void TstMainWindowRows::editsTheUsualRulesWhereTheRowsEndpointIsGone()
{
    seedAt(u"/gone"_s);
    m_live->part<WindowActions>()->rules->trigger();
    QCOMPARE(m_live->part<RulesDialog>()->windowTitle(), u"Answers of /"_s);
}

void TstMainWindowRows::closesRulesWithTheirEndpoint()
{
    seedAt(u"/b"_s);
    m_live->part<WindowActions>()->rules->trigger();
    const auto *rules = m_live->part<RulesDialog>();
    m_live->inspector().setEndpoints({{.path = u"/b"_s}});
    QVERIFY(rules->isVisible());
    m_live->inspector().setEndpoints({{.path = u"/"_s}});
    QVERIFY(!m_live->part<RulesDialog>() || !rules->isVisible());
}

void TstMainWindowRows::saysAboveTheTableWhyNothingIsSaved_data()
{
    QTest::addColumn<bool>("raw");
    QTest::newRow("the body") << false;
    QTest::newRow("the raw request") << true;
}

void TstMainWindowRows::saysAboveTheTableWhyNothingIsSaved()
{
    QFETCH(const bool, raw);
    select(0);
    const auto save = [this, raw](const QString &file) {
        support::chooseFile(file);
        raw ? details()->findChild<RawView *>()->saveAll() : details()->saveBody();
    };
    save(m_live->file() + u"-journal"_s);
    const auto *bar = m_live->part<MessageBar>();
    QVERIFY(bar->has(u"save"_s));
    QStringList words;
    for (const auto *label : bar->findChildren<QLabel *>())
        words.append(label->isVisible() ? label->text() : QString());
    QVERIFY(words.contains(u"Cannot save test.hookglass-journal."_s));
    QVERIFY(words.contains(core::besideStoreTrouble()));
    QVERIFY(!status()->notice().contains(u"Cannot"_s));
    const QString good = m_live->path(u"saved"_s);
    save(good);
    QVERIFY(QFile::exists(good));
    QVERIFY(!bar->has(u"save"_s));
    QVERIFY2(status()->notice().endsWith(good + u'.'), qPrintable(status()->notice()));
}

void TstMainWindowRows::saysWhyAnAnswersBodyIsNotSaved()
{
    const auto *bar = m_live->part<MessageBar>();
    Q_EMIT details()->findChild<SendsView *>()->saveEnded(core::Error{.what = u"Cannot."_s});
    QVERIFY(bar->has(u"save"_s));
    Q_EMIT details()->findChild<SendsView *>()->saveEnded(u"Saved."_s);
    QVERIFY(!bar->has(u"save"_s));
    QCOMPARE(status()->notice(), u"Saved."_s);
}

void TstMainWindowRows::saysThatAnAnswersBodyIsCopied()
{
    Q_EMIT details()->findChild<SendsView *>()->message(u"Copied."_s);
    QCOMPARE(status()->notice(), u"Copied."_s);
}

void TstMainWindowRows::neverJumpsWhileRowsArrive()
{
    QSignalSpy counted(view()->model(), &QAbstractItemModel::rowsInserted);
    Q_EMIT m_live->inspector().stored(rows::several(6, 1000));
    QTRY_COMPARE(rowCount(), 1000);
    view()->select(500);
    const int place = view()->verticalScrollBar()->value();
    counted.clear();
    QElapsedTimer clock;
    clock.start();
    for (qint64 id = 1001; id <= 21'000; id += 50) {
        Q_EMIT m_live->inspector().stored(rows::several(id, id + 49));
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(rowCount(), 21'000);
    const qint64 frames = clock.elapsed() / (Arrivals::tick - 2) + 1; // a coarse timer may hurry
    QVERIFY2(counted.size() <= frames,
             qPrintable(u"%1 inserts, %2 frames"_s.arg(counted.size()).arg(frames)));
    QCOMPARE(view()->verticalScrollBar()->value(), place);
    QCOMPARE(view()->selectedIds(), QList<qint64>{501});
    QCOMPARE(view()->newBelow(), 20'000);
}

QTEST_MAIN(TstMainWindowRows)
#include "tst_mainwindowrows.moc"
