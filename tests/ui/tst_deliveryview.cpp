// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/deliverymodel.h"
#include "support/rows.h"
#include "ui/views/deliveryheader.h"
#include "ui/views/deliveryview.h"
#include "ui/views/newbelow.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using models::Column;
using models::DeliveryModel;
using signature::Signature;
using namespace ui;

// What somebody sees of the table: its first row, how far that is cut, and what is selected.
struct Sight {
    qint64 topmost = 0;
    int top = 0;
    QList<qint64> selected;
    qint64 current = 0;

    bool operator==(const Sight &) const = default;
};

class TstDeliveryView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void followsTheNewest();
    void followsTheNewestInASmallerTable();
    void keepsWhatIsReadInSightInASmallerTable();
    void goesBackWhereTheRoomComesBack_data();
    void goesBackWhereTheRoomComesBack();
    void showsMoreRowsWhenTheyStandCloser();
    void stopsFollowing_data();
    void stopsFollowing();
    void neverMovesWhatIsRead_data();
    void neverMovesWhatIsRead();
    void keepsTheRowInPlaceWhenRowsAboveGo();
    void keepsTheSelectionThroughAFilter();
    void counts20000NewBelow();
    void countsNothingThatWasLoaded();
    void followsThroughALoadInWhichItGetsTheFocus();
    void isCurrentInSightWithTheFocus_data();
    void isCurrentInSightWithTheFocus();
    void beginsWhereItLooks_data();
    void beginsWhereItLooks();
    void countsNothingThatWasImported();
    void goesToTheNewestAndFollowsAgain();
    void selectsTheNewestAndFollowsAgain();
    void selectsTheOldest();
    void goesNowhereInAnEmptyTable();
    void movesByKey_data();
    void movesByKey();
    void extendsFromWhereItWentLast_data();
    void extendsFromWhereItWentLast();
    void extendsToTheFirst();
    void opensItsMenuByKey();
    void letsLettersAndTabPass();
    void letsLettersPassWhereTheyAreNotWanted();
    void marksByAClickWithoutSelecting();
    void invertsTheSelection();
    void dragsOutWhatIsSelected();
    void selectsFromAnyOtherRowOn();
    void fitsAColumnToWhatIsInSight();

private:
    Sight sight() const;
    void read(const QString &how);

    std::unique_ptr<DeliveryModel> m_model;
    std::unique_ptr<DeliveryView> m_view;
};

void TstDeliveryView::init()
{
    m_model = std::make_unique<DeliveryModel>();
    m_view = std::make_unique<DeliveryView>(*m_model);
    m_view->resize(780, 400);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->setFocus();
    m_model->append(rows::several(1, 1000));
}

void TstDeliveryView::cleanup()
{
    m_view.reset();
    m_model.reset();
}

Sight TstDeliveryView::sight() const
{
    const int row = m_view->rowAt(0);
    return {.topmost = row < 0 ? 0 : m_model->idAt(row),
            .top = row < 0 ? 0 : m_view->rowViewportPosition(row),
            .selected = m_view->selectedIds(),
            .current = m_view->currentId()};
}

void TstDeliveryView::read(const QString &how)
{
    if (how == "select"_L1)
        m_view->select(500);
    else if (how == "click"_L1)
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {200, 100});
    else if (how == "scroll bar"_L1)
        m_view->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
    else if (how == "key"_L1)
        QTest::keyClick(m_view.get(), Qt::Key_PageUp);
    else if (how == "sort"_L1)
        m_view->columns().setSortIndicator(int(Column::Size), Qt::AscendingOrder);
}

void TstDeliveryView::followsTheNewest()
{
    QVERIFY(m_view->following());
    m_model->append(rows::several(1001, 1500));
    QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
    QCOMPARE(m_view->newBelow(), 0);
}

void TstDeliveryView::followsTheNewestInASmallerTable()
{
    m_view->resize(780, 200);
    QTRY_COMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
    QVERIFY(m_view->following());
}

void TstDeliveryView::keepsWhatIsReadInSightInASmallerTable()
{
    const int low = m_view->rowAt(m_view->viewport()->height() - 40);
    m_view->select(low);
    m_view->resize(780, 120);
    const QRect read = m_view->visualRect(m_view->currentIndex());
    QVERIFY(m_view->viewport()->rect().contains(read.center()));
    m_view->scrollToTop();
    m_view->resize(780, 110);
    QCOMPARE(m_view->verticalScrollBar()->value(), 0); // who scrolls away from it reads others
}

void TstDeliveryView::goesBackWhereTheRoomComesBack_data()
{
    QTest::addColumn<QList<int>>("heights");
    QTest::addColumn<int>("scrolled"); // by somebody, before the last one
    QTest::addColumn<bool>("back");
    QTest::newRow("less for a moment") << QList{385, 400} << 0 << true;
    QTest::newRow("less and less") << QList{385, 300, 200, 400} << 0 << true;
    QTest::newRow("in two steps") << QList{200, 300, 400} << 0 << true;
    QTest::newRow("not all of it") << QList{200, 390} << 0 << false;
    QTest::newRow("scrolled meanwhile") << QList{200, 400} << 60 << false;
}

void TstDeliveryView::goesBackWhereTheRoomComesBack()
{
    QFETCH(const QList<int>, heights);
    QFETCH(const int, scrolled);
    QFETCH(const bool, back);
    m_view->select(500);
    QScrollBar *bar = m_view->verticalScrollBar();
    m_view->select(m_view->rowAt(m_view->viewport()->height() - 1)); // the lowest one
    const int before = bar->value();
    m_view->resize(780, heights.first());
    QVERIFY(bar->value() > before);
    for (qsizetype i = 1; i < heights.size(); ++i) {
        if (i == heights.size() - 1)
            bar->setValue(bar->value() + scrolled);
        m_view->resize(780, heights[i]);
    }
    QCOMPARE(bar->value() == before, back);
}

void TstDeliveryView::showsMoreRowsWhenTheyStandCloser()
{
    const int usual = m_view->rowHeight(0);
    m_view->select(500);
    m_view->setCompact(true);
    QVERIFY(m_view->rowHeight(0) < usual);
    QVERIFY(m_view->rowHeight(0) >= m_view->fontMetrics().height());
    const QRect read = m_view->visualRect(m_view->currentIndex());
    QVERIFY(m_view->viewport()->rect().contains(read.center()));
    m_view->setCompact(false);
    QCOMPARE(m_view->rowHeight(0), usual);
}

void TstDeliveryView::stopsFollowing_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"select", "click", "scroll bar", "key", "sort"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TstDeliveryView::stopsFollowing()
{
    QFETCH(QString, how);
    QSignalSpy changed(m_view.get(), &DeliveryView::followingChanged);
    read(how);
    QVERIFY(!m_view->following());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toBool(), false);
}

void TstDeliveryView::neverMovesWhatIsRead_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("a row is selected") << u"select"_s;
    QTest::newRow("a row was clicked") << u"click"_s;
    QTest::newRow("somebody scrolled up") << u"scroll bar"_s;
}

// Some come as rows, some as a reset, which is what more than 50,000 at once are.
void TstDeliveryView::neverMovesWhatIsRead()
{
    QFETCH(QString, how);
    read(how);
    const Sight before = sight();
    for (qint64 id = 1001; id < 4000; id += 100)
        m_model->append(rows::several(id, id + 99));
    QCOMPARE(sight(), before);
    m_model->append(rows::several(4001, 4001 + DeliveryModel::mostInserted));
    QCOMPARE(sight(), before);
    m_model->setJudgements({{.id = 501, .verdict = {.signature = Signature::Invalid}},
                            {.id = 1, .verdict = {.signature = Signature::Invalid}}});
    QCOMPARE(sight(), before);
}

void TstDeliveryView::keepsTheRowInPlaceWhenRowsAboveGo()
{
    m_view->select(500);
    const Sight before = sight();
    QList<qint64> gone;
    for (qint64 id = 1; id < 400; id += 2)
        gone.append(id);
    m_model->remove(gone);
    QCOMPARE(sight(), before);
    m_model->remove({450, 452});
    QCOMPARE(sight(), before);
}

void TstDeliveryView::keepsTheSelectionThroughAFilter()
{
    m_model->setJudgements({{.id = 501, .verdict = {.signature = Signature::Invalid}}});
    m_view->select(500);
    const Sight before = sight();
    models::RowFilter filter;
    filter.signatures.set(size_t(Signature::Invalid));
    m_model->setFilter(filter);
    QCOMPARE(m_view->selectedIds(), QList<qint64>{501});
    m_model->setFilter({});
    QCOMPARE(sight().selected, before.selected);
    QVERIFY(m_view->viewport()->rect().contains(m_view->visualRect(m_view->currentIndex())));
}

void TstDeliveryView::counts20000NewBelow()
{
    m_view->select(500);
    const Sight before = sight();
    QSignalSpy inserted(m_model.get(), &DeliveryModel::rowsInserted);
    for (qint64 id = 1001; id <= 21'000; id += 1000)
        m_model->append(rows::several(id, id + 999));
    QCOMPARE(inserted.size(), 20);
    QCOMPARE(sight(), before);
    QCOMPARE(m_view->newBelow(), 20'000);
    auto *button = m_view->findChild<NewBelow *>();
    QVERIFY(button->isVisible());
    QCOMPARE(button->text(), u"20,000 new below"_s);
}

void TstDeliveryView::countsNothingThatWasLoaded()
{
    m_view->select(500);
    m_view->setLoading(true);
    m_model->append(rows::several(1001, 1100));
    m_view->setLoading(false);
    QCOMPARE(m_view->newBelow(), 0);
    QVERIFY(!m_view->findChild<NewBelow *>()->isVisible());
}

// As a window that is activated before all rows are there.
void TstDeliveryView::followsThroughALoadInWhichItGetsTheFocus()
{
    m_view->clearFocus();
    m_view->setLoading(true);
    m_model->append(rows::several(1001, 2000));
    m_view->setFocus();
    QVERIFY(m_view->hasFocus());
    m_model->append(rows::several(2001, 3000));
    m_view->setLoading(false);
    QVERIFY(m_view->following());
    QVERIFY(m_view->verticalScrollBar()->maximum() > 0);
    QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
}

void TstDeliveryView::isCurrentInSightWithTheFocus_data()
{
    QTest::addColumn<bool>("scrolled");
    QTest::newRow("at the newest, which it follows") << false;
    QTest::newRow("at the first in sight, where somebody scrolled") << true;
}

// Nobody chose that row, so it is not opened.
void TstDeliveryView::isCurrentInSightWithTheFocus()
{
    QFETCH(bool, scrolled);
    m_view->clearFocus();
    if (scrolled)
        m_view->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
    const int before = m_view->verticalScrollBar()->value();
    QVERIFY(before > 0);
    m_view->setFocus();
    QCOMPARE(m_view->currentIndex().row(), scrolled ? m_view->rowAt(0) : 999);
    QCOMPARE(m_view->verticalScrollBar()->value(), before);
    QCOMPARE(m_view->selectedIds(), QList<qint64>());
    QCOMPARE(m_view->following(), !scrolled);
}

void TstDeliveryView::beginsWhereItLooks_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<bool>("tabbed"); // the focus came when the rows were there
    QTest::newRow("with Down") << Qt::Key_Down << false;
    QTest::newRow("with Up") << Qt::Key_Up << false;
    QTest::newRow("with Down, where the focus gave a row that is out of sight since")
        << Qt::Key_Down << true;
    QTest::newRow("with PageUp, where the focus gave a row that is out of sight since")
        << Qt::Key_PageUp << true;
}

void TstDeliveryView::beginsWhereItLooks()
{
    QFETCH(Qt::Key, key);
    QFETCH(bool, tabbed);
    if (tabbed) {
        m_view->clearFocus();
        m_view->setFocus();
    }
    m_model->append(rows::several(1001, 1100));
    QTest::keyClick(m_view.get(), key);
    QCOMPARE(m_view->selectedIds(), QList<qint64>{1100});
    QCOMPARE(m_view->currentId(), 1100);
    QVERIFY(!m_view->following());
    QTest::keyClick(m_view.get(), Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(m_view->selectedIds(), (QList<qint64>{1099, 1100}));
}

void TstDeliveryView::countsNothingThatWasImported()
{
    m_view->select(500);
    QList<capture::Summary> more = rows::several(1001, 1100);
    for (qsizetype i = 0; i < 90; ++i)
        more[i].importedAt = 1;
    m_model->append(more);
    QCOMPARE(m_view->newBelow(), 10);
}

void TstDeliveryView::goesToTheNewestAndFollowsAgain()
{
    m_view->select(500);
    m_model->append(rows::several(1001, 1100));
    QTest::mouseClick(m_view->findChild<NewBelow *>(), Qt::LeftButton);
    QVERIFY(m_view->following());
    QCOMPARE(m_view->newBelow(), 0);
    QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
    QCOMPARE(m_view->selectedIds(), QList<qint64>{501}); // it stays; only the sight has moved
}

void TstDeliveryView::selectsTheNewestAndFollowsAgain()
{
    m_view->columns().setSortIndicator(int(Column::Size), Qt::AscendingOrder);
    m_view->select(500);
    m_view->goToNewest();
    QCOMPARE(m_view->selectedIds(), QList<qint64>{1000});
    QCOMPARE(m_view->currentId(), 1000);
    QVERIFY(m_view->following());
    m_model->append(rows::several(1001, 1100));
    QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
    QCOMPARE(m_view->selectedIds(), QList<qint64>{1000}); // it is being read
}

void TstDeliveryView::selectsTheOldest()
{
    m_view->goToOldest();
    QCOMPARE(m_view->selectedIds(), QList<qint64>{1});
    QCOMPARE(m_view->currentId(), 1);
    QVERIFY(!m_view->following());
    QCOMPARE(m_view->verticalScrollBar()->value(), 0);
}

void TstDeliveryView::goesNowhereInAnEmptyTable()
{
    m_model->clear(1000);
    m_view->goToOldest();
    m_view->goToNewest();
    QVERIFY(!m_view->currentIndex().isValid());
    QVERIFY(m_view->following());
}

void TstDeliveryView::movesByKey_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<qint64>("id");
    QTest::newRow("up") << Qt::Key_Up << qint64(500);
    QTest::newRow("down") << Qt::Key_Down << qint64(502);
    QTest::newRow("to the first") << Qt::Key_Home << qint64(1);
    QTest::newRow("to the last") << Qt::Key_End << qint64(1000);
}

void TstDeliveryView::movesByKey()
{
    QFETCH(Qt::Key, key);
    m_view->select(500);
    QTest::keyClick(m_view.get(), key);
    QTEST(m_view->currentId(), "id");
    QCOMPARE(m_view->selectedIds(), QList<qint64>{m_view->currentId()});
    QVERIFY(m_view->viewport()->rect().contains(m_view->visualRect(m_view->currentIndex())));
}

void TstDeliveryView::extendsFromWhereItWentLast_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<bool>("numbered");
    QTest::addColumn<QList<qint64>>("ids");
    for (const bool numbered : {true, false}) {
        const char *with = numbered ? "" : ", without the column of numbers";
        QTest::addRow("to the first%s", with) << u"home"_s << numbered << QList<qint64>{1, 2};
        QTest::addRow("to the last%s", with) << u"end"_s << numbered << QList<qint64>{999, 1000};
        QTest::addRow("to a row by its number%s", with)
            << u"select"_s << numbered << QList<qint64>{301, 302};
        QTest::addRow("to the next%s", with) << u"next"_s << numbered << QList<qint64>{502, 503};
    }
}

// With Shift, and not from where the mouse or a key had been before.
void TstDeliveryView::extendsFromWhereItWentLast()
{
    QFETCH(QString, how);
    QFETCH(bool, numbered);
    m_view->setColumnHidden(int(Column::Number), !numbered);
    m_view->select(500);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    if (how == "home"_L1)
        QTest::keyClick(m_view.get(), Qt::Key_Home);
    else if (how == "end"_L1)
        QTest::keyClick(m_view.get(), Qt::Key_End);
    else if (how == "select"_L1)
        m_view->select(300);
    else
        m_view->selectNext();
    QTest::keyClick(m_view.get(), how == "end"_L1 ? Qt::Key_Up : Qt::Key_Down, Qt::ShiftModifier);
    QTEST(m_view->selectedIds(), "ids");
}

void TstDeliveryView::extendsToTheFirst()
{
    m_view->select(3);
    QTest::keyClick(m_view.get(), Qt::Key_Home, Qt::ShiftModifier);
    QCOMPARE(m_view->selectedIds(), (QList<qint64>{1, 2, 3, 4}));
}

void TstDeliveryView::letsLettersPassWhereTheyAreNotWanted()
{
    QSignalSpy marked(m_view.get(), &DeliveryView::markPressed);
    QSignalSpy found(m_view.get(), &DeliveryView::findPressed);
    QSignalSpy escaped(m_view.get(), &DeliveryView::escapePressed);
    m_view->setLetters(false);
    QTest::keyClicks(m_view.get(), u"m/"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(marked.size() + found.size(), 0);
    QCOMPARE(escaped.size(), 1);
    m_view->setLetters(true);
    QTest::keyClicks(m_view.get(), u"m/"_s);
    QCOMPARE(marked.size() + found.size(), 2);
}

void TstDeliveryView::opensItsMenuByKey()
{
    m_view->select(990);
    QSignalSpy asked(m_view.get(), &QWidget::customContextMenuRequested);
    QTest::keyClick(m_view.get(), Qt::Key_F10);
    QCOMPARE(asked.size(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_F10, Qt::ShiftModifier);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(m_view->indexAt(asked.first().first().toPoint()).row(), 990);
}

void TstDeliveryView::letsLettersAndTabPass()
{
    m_view->select(500);
    const Sight before = sight();
    QTest::keyClicks(m_view.get(), u"cu1"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QCOMPARE(sight(), before);
}

void TstDeliveryView::marksByAClickWithoutSelecting()
{
    QSignalSpy wanted(m_view.get(), &DeliveryView::markWanted);
    const int row = m_view->rowAt(100);
    const QPoint flag = m_view->visualRect(m_model->index(row, int(Column::Mark))).center();
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, flag);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first(), QVariantList({m_model->idAt(row), true}));
    QCOMPARE(m_view->selectedCount(), 0);
    QVERIFY(m_view->following());
    m_model->setMarked({m_model->idAt(row)}, true);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, flag);
    QCOMPARE(wanted.last(), QVariantList({m_model->idAt(row), false}));
}

void TstDeliveryView::invertsTheSelection()
{
    m_view->selectAll();
    QCOMPARE(m_view->selectedCount(), 1000);
    m_view->select(3);
    m_view->invertSelection();
    QCOMPARE(m_view->selectedCount(), 999);
    QVERIFY(!m_view->selectedIds().contains(4));
}

void TstDeliveryView::dragsOutWhatIsSelected()
{
    QSignalSpy wanted(m_view.get(), &DeliveryView::dragWanted);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {200, 60});
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, {200, 140});
    const QList<qint64> selected = m_view->selectedIds();
    QVERIFY(selected.size() > 1);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, {200, 100});
    QTest::mouseMove(m_view->viewport(), {201, 101});
    QVERIFY(wanted.isEmpty());
    for (const int y : {140, 180, 220})
        QTest::mouseMove(m_view->viewport(), {230, y});
    QCOMPARE(wanted.size(), 1);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, {230, 220});
    QCOMPARE(m_view->selectedIds(), selected);
    // And a click alone still chooses one of them.
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {200, 100});
    QCOMPARE(m_view->selectedIds().size(), 1);
}

void TstDeliveryView::selectsFromAnyOtherRowOn()
{
    QSignalSpy wanted(m_view.get(), &DeliveryView::dragWanted);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, {200, 60});
    for (const int y : {80, 110, 140})
        QTest::mouseMove(m_view->viewport(), {200, y});
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, {200, 140});
    QVERIFY(wanted.isEmpty());
    QVERIFY(m_view->selectedIds().size() > 1);
}

void TstDeliveryView::fitsAColumnToWhatIsInSight()
{
    const int topic = int(Column::Topic);
    m_view->columns().resizeSection(topic, 30);
    Q_EMIT m_view->columns().fitWanted(topic);
    QVERIFY(m_view->columnWidth(topic)
            > m_view->fontMetrics().horizontalAdvance(u"customer/updated"_s));
}

QTEST_MAIN(TstDeliveryView)
#include "tst_deliveryview.moc"
