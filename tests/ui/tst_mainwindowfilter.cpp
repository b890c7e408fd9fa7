// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/builders.h"
#include "support/livewindow.h"
#include "ui/dialogs/accountsdialog.h"
#include "ui/filterterms.h"
#include "ui/views/arrivalstrip.h"
#include "ui/views/chip.h"
#include "ui/views/deliveryview.h"
#include "ui/views/detailspane.h"
#include "ui/views/emptytable.h"
#include "ui/views/filterbar.h"
#include "ui/views/filtercompleter.h"
#include "ui/views/filterfield.h"
#include "ui/views/filtersbutton.h"
#include "ui/views/jsontreeview.h"
#include "ui/windowactions.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace ui;
using signature::Signature;
using Ids = QList<qint64>;

// The filter bar in the window: what it does to the table.
class TstMainWindowFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_live.reset(); }
    void narrowsTheTable();
    void findsInBodies();
    void stopsAndGoesOn();
    void filtersWhatArrives();
    void findsInBodiesThatArrive();
    void countsInTheChips();
    void takesWhatTheChipsAdd();
    void keepsTheSelectionWhereItCan();
    void selectsAgainWhatWasHidden();
    void forgetsWhatWasHiddenOnceAnotherIsSelected();
    void saysWhichPartHidesEverything();
    void countsPartsThatAskForBodies();
    void keepsOnlyOnePart();
    void clearsFromTheEmptyTable();
    void fitsIntoASmallTable();
    void filtersByAValueOfTheBody();
    void filtersByWhatARowHas();
    void filtersByCustomer();
    void offersPathsOfBodies();
    void filtersByAStretchOfTime();
    void filtersByOneAccountAtATime();
    void goesToTheFieldAndBack();
    void isNotThereBeforeTheFirstWebhook();
    void startsAnewWithAnotherStore();
    void looksAgainAtWhatChanged();
    void undoesTheRemovalOfASavedFilterAsAnEdit();

private:
    FilterBar *bar() const { return m_live->part<FilterBar>(); }
    DeliveryView *view() const { return m_live->part<DeliveryView>(); }
    WindowActions *actions() const { return m_live->part<WindowActions>(); }
    EmptyTable *empty() const { return m_live->part<EmptyTable>(); }
    Ids shown() const;
    QPushButton *emptyButton(const QString &text) const;
    int count(const QString &word) const;
    Chip *chip(const QString &word) const;
    bool says(const QString &text) const;

    std::unique_ptr<support::LiveWindow> m_live;
};

void TstMainWindowFilter::init()
{
    m_live = std::make_unique<support::LiveWindow>();
    capture::Delivery invalid = builders::delivery(R"({"topic":"a","name":"Maya"})");
    invalid.verdict.signature = Signature::Invalid;
    invalid.event.topic = u"customer/updated"_s;
    capture::Delivery other = builders::delivery(R"({"topic":"a","name":"Rui"})");
    other.event.topic = u"customer/updated"_s;
    QVERIFY(m_live->seed({builders::delivery(), invalid, other, builders::delivery()}));
    QVERIFY(m_live->open());
}

Ids TstMainWindowFilter::shown() const
{
    Ids ids;
    for (int row = 0; row < view()->model()->rowCount(); ++row)
        ids.append(view()->model()->index(row, 0).data(models::DeliveryModel::IdRole).toLongLong());
    return ids;
}

QPushButton *TstMainWindowFilter::emptyButton(const QString &text) const
{
    const auto buttons = empty()->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

Chip *TstMainWindowFilter::chip(const QString &word) const
{
    const auto chips = (*m_live)->findChildren<Chip *>();
    const auto found = std::find_if(chips.begin(), chips.end(),
                                    [&word](const Chip *one) { return one->text() == word; });
    return found == chips.end() ? nullptr : *found;
}

int TstMainWindowFilter::count(const QString &word) const
{
    const Chip *one = chip(word);
    return one ? int(one->count()) : -1;
}

bool TstMainWindowFilter::says(const QString &text) const
{
    const auto labels = bar()->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&text](const QLabel *label) { return label->text() == text; });
}

void TstMainWindowFilter::narrowsTheTable()
{
    bar()->setText(u"topic:customer/*"_s);
    QCOMPARE(shown(), (Ids{2, 3}));
    bar()->setText(u"topic:customer/* -sig:invalid"_s);
    QCOMPARE(shown(), Ids{3});
    bar()->clear();
    QCOMPARE(shown(), (Ids{1, 2, 3, 4}));
}

void TstMainWindowFilter::findsInBodies()
{
    bar()->setText(u"$.name:maya"_s);
    QTRY_COMPARE(shown(), Ids{2});
    bar()->setText(u"topic:customer rui"_s);
    QTRY_COMPARE(shown(), Ids{3});
    bar()->setText(u"-$.name:maya"_s);
    QTRY_COMPARE(shown(), (Ids{1, 3, 4}));
}

// What the search says is heard later, so that it cannot be over when it is stopped.
void TstMainWindowFilter::stopsAndGoesOn()
{
    bar()->setText(u"$.name:maya"_s);
    QCOMPARE(empty()->title(), u"Searching"_s);
    Q_EMIT bar()->stopWanted();
    QVERIFY(says(u"Stopped at 0 % · 0 match"_s));
    QCOMPARE(empty()->title(), u"No webhook matches this filter"_s);
    Q_EMIT bar()->goOnWanted();
    QTRY_COMPARE(shown(), Ids{2});
    QTRY_VERIFY(says(u"1 of 4 match"_s));
}

void TstMainWindowFilter::filtersWhatArrives()
{
    QVERIFY(m_live->listen());
    bar()->setText(u"sig:unsigned"_s);
    QCOMPARE(shown(), Ids());
    QVERIFY(m_live->send("{}") != 0);
    QTRY_COMPARE(shown().size(), 1);
    bar()->setText(u"-sig:unsigned"_s);
    QVERIFY(m_live->send("{}") != 0);
    QTRY_VERIFY(says(u"4 of 6 match"_s));
    QCOMPARE(shown(), (Ids{1, 2, 3, 4}));
}

void TstMainWindowFilter::findsInBodiesThatArrive()
{
    QVERIFY(m_live->listen());
    bar()->setText(u"$.name:maya"_s);
    QTRY_COMPARE(shown(), Ids{2});
    QVERIFY(m_live->send(R"({"name":"Maya"})") != 0);
    QTRY_COMPARE(shown(), (Ids{2, 5}));
    QVERIFY(m_live->send(R"({"name":"Rui"})") != 0);
    QVERIFY(m_live->send(R"({"name":"Maya"})") != 0);
    QTRY_COMPARE(shown(), (Ids{2, 5, 7}));
}

void TstMainWindowFilter::countsInTheChips()
{
    bar()->setText(u"topic:customer/*"_s);
    QCOMPARE(count(u"All"_s), 2);
    QCOMPARE(count(u"Invalid"_s), 1);
    QCOMPARE(count(u"Verified"_s), 1);
}

// The bar always tells what hides rows, and the chips what the bar has.
void TstMainWindowFilter::takesWhatTheChipsAdd()
{
    bar()->setText(u"topic:customer/*"_s);
    QTest::mouseClick(chip(u"Invalid"_s), Qt::LeftButton);
    QCOMPARE(bar()->text(), u"topic:customer/* sig:invalid"_s);
    QCOMPARE(shown(), Ids{2});
    QVERIFY(says(u"1 of 4 match"_s));
    QCOMPARE(count(u"Verified"_s), 1); // how many another chip would show
    QTest::mouseClick(chip(u"Verified"_s), Qt::LeftButton);
    QCOMPARE(bar()->text(), u"topic:customer/* sig:verified,invalid"_s);
    QCOMPARE(shown(), (Ids{2, 3}));
    bar()->setText(u"fresh:fresh rui"_s);
    QVERIFY(chip(u"Fresh"_s)->isChecked());
    QVERIFY(!chip(u"Invalid"_s)->isChecked());
    QTRY_COMPARE(shown(), Ids{3});
    QTest::mouseClick(chip(u"All"_s), Qt::LeftButton);
    QCOMPARE(bar()->text(), u"rui"_s);
    QCOMPARE(shown(), Ids{3}); // what the search has found stays found
}

void TstMainWindowFilter::selectsAgainWhatWasHidden()
{
    view()->select(2);
    bar()->setText(u"topic:ping"_s);
    QCOMPARE(view()->selectedIds(), Ids());
    bar()->setText(u"topic:ping n:>1"_s);
    QCOMPARE(view()->selectedIds(), Ids());
    bar()->clear();
    QCOMPARE(view()->selectedIds(), Ids{3});
    QCOMPARE(view()->currentId(), 3);
}

void TstMainWindowFilter::forgetsWhatWasHiddenOnceAnotherIsSelected()
{
    view()->select(2);
    bar()->setText(u"topic:ping"_s);
    view()->select(0);
    bar()->clear();
    QCOMPARE(view()->selectedIds(), Ids{1});
}

void TstMainWindowFilter::keepsTheSelectionWhereItCan()
{
    view()->select(2);
    QCOMPARE(view()->currentId(), 3);
    bar()->setText(u"topic:customer/*"_s);
    QCOMPARE(view()->currentId(), 3);
    QCOMPARE(view()->selectedIds(), Ids{3});
    bar()->clear();
    QCOMPARE(view()->currentId(), 3);
    QCOMPARE(view()->selectedIds(), Ids{3});
}

void TstMainWindowFilter::saysWhichPartHidesEverything()
{
    bar()->setText(u"sig:invalid topic:ping"_s);
    QVERIFY(empty()->isVisible());
    QTRY_COMPARE(empty()->text(),
                 u"4 webhooks are hidden. “sig:invalid” alone matches 1; “topic:ping” alone "
                 "matches 2."_s);
}

void TstMainWindowFilter::countsPartsThatAskForBodies()
{
    bar()->setText(u"$.name:maya topic:ping"_s);
    QTRY_COMPARE(empty()->text(),
                 u"4 webhooks are hidden. “$.name:maya” alone matches 1; “topic:ping” alone "
                 "matches 2."_s);
    QVERIFY(m_live->listen());
    QVERIFY(m_live->send(R"({"name":"Maya"})") != 0);
    QTRY_VERIFY(empty()->text().contains(u"“$.name:maya” alone matches 2"_s));
}

void TstMainWindowFilter::keepsOnlyOnePart()
{
    bar()->setText(u"sig:invalid topic:ping"_s);
    QTRY_VERIFY(emptyButton(u"Keep only “topic:ping”"_s));
    emptyButton(u"Keep only “topic:ping”"_s)->click();
    QCOMPARE(bar()->text(), u"topic:ping"_s);
    QCOMPARE(shown(), (Ids{1, 4}));
}

void TstMainWindowFilter::clearsFromTheEmptyTable()
{
    bar()->setText(u"topic:none"_s);
    QVERIFY(empty()->isVisible());
    emptyButton(u"Clear filter"_s)->click();
    QCOMPARE(bar()->text(), QString());
    QCOMPARE(shown().size(), 4);
    QVERIFY(!empty()->isVisible());
    bar()->setText(u"topic:none"_s);
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Escape);
    QCOMPARE(shown().size(), 4);
    bar()->setText(u"topic:ping"_s); // hides only some
    QTest::keyClick(view(), Qt::Key_Escape);
    QCOMPARE(bar()->text(), u"topic:ping"_s);
}

void TstMainWindowFilter::fitsIntoASmallTable()
{
    (*m_live)->resize(960, 600);
    bar()->setText(u"sig:invalid topic:ping"_s);
    const auto labels = empty()->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible() && !label->text().isEmpty())
            QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()),
                         qPrintable(label->text()));
    }
    QPushButton *clear = emptyButton(u"Clear filter"_s);
    QTRY_VERIFY(clear->height() >= clear->sizeHint().height());
}

void TstMainWindowFilter::filtersByAValueOfTheBody()
{
    view()->select(1);
    auto *tree = m_live->part<JsonTreeView>();
    QTRY_VERIFY(tree->model()->rowCount() == 2);
    tree->setCurrentIndex(tree->model()->index(1, 0));
    QPushButton *button = nullptr;
    for (auto *one : (*m_live)->findChildren<QPushButton *>()) {
        if (one->text() == u"Filter by value"_s && one->isVisible())
            button = one;
    }
    QVERIFY(button && button->isEnabled());
    button->click();
    QCOMPARE(bar()->text(), u"$.name:=Maya"_s);
    QTRY_COMPARE(shown(), Ids{2});
}

// The menu is open while the test looks at it.
void TstMainWindowFilter::filtersByWhatARowHas()
{
    view()->select(1);
    QTimer::singleShot(0, this, [] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        for (const QAction *action : menu->actions()) {
            if (action->text() == u"Exc&lude"_s)
                action->menu()->actions().first()->trigger();
        }
        menu->close();
    });
    Q_EMIT view()->customContextMenuRequested(view()->visualRect(view()->currentIndex()).center());
    QCOMPARE(bar()->text(), u"-topic:=customer/updated"_s);
    QCOMPARE(shown(), (Ids{1, 4}));
}

void TstMainWindowFilter::filtersByCustomer()
{
    const QByteArray body = R"({"topic":"customer/updated","data":{"customer":{"id":904}}})";
    QVERIFY(m_live->listen());
    QVERIFY(m_live->send(body) != 0);
    QVERIFY(m_live->send(R"({"data":{"customer":{"id":905}}})") != 0);
    QTRY_COMPARE(shown().size(), 6);
    view()->select(4);
    QTRY_VERIFY(m_live->part<JsonTreeView>()->model()->rowCount() == 2);
    QTimer::singleShot(0, this, [] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        for (QAction *action : menu->actions()) {
            if (action->text() == u"&Only this customer"_s)
                action->trigger();
        }
        menu->close();
    });
    Q_EMIT view()->customContextMenuRequested(view()->visualRect(view()->currentIndex()).center());
    QCOMPARE(bar()->text(), u"$.data.customer.id:904"_s);
    QTRY_COMPARE(shown(), Ids{5});
}

// They are looked up while the offers are waited for.
void TstMainWindowFilter::offersPathsOfBodies()
{
    auto *field = m_live->part<FilterField>();
    bar()->edit();
    QTest::keyClicks(field, u"$.n"_s);
    QTRY_VERIFY(field->offers().offering());
    QCOMPARE(field->offers().popup()->model()->index(0, 0).data().toString(), u"$.name:"_s);
    QTest::keyClick(field->offers().popup(), Qt::Key_Tab);
    QCOMPARE(bar()->text(), u"$.name:"_s);
    QCOMPARE(field->offers().popup()->model()->rowCount(), 2);
}

// A stretch that is chosen later stands in for the first one, and for nothing else.
void TstMainWindowFilter::filtersByAStretchOfTime()
{
    const qint64 seconds = 1'795'428'000; // when all of them came
    auto *strip = m_live->part<ArrivalStrip>();
    bar()->setText(u"topic:ping"_s);
    Q_EMIT strip->rangeChosen(seconds - 20, seconds - 1);
    QCOMPARE(shown(), Ids());
    Q_EMIT strip->rangeChosen(seconds, seconds + 9);
    QCOMPARE(shown(), (Ids{1, 4}));
    QCOMPARE(bar()->text(), u"topic:ping "_s + timeTerm(seconds, seconds + 9));
    bar()->clear();
    Q_EMIT strip->rangeChosen(seconds, seconds + 9);
    QCOMPARE(bar()->text(), timeTerm(seconds, seconds + 9));
}

void TstMainWindowFilter::filtersByOneAccountAtATime()
{
    actions()->accounts->trigger();
    auto *dialog = m_live->part<AccountsDialog>();
    QVERIFY(dialog);
    Q_EMIT dialog->accountWanted(u"0"_s);
    QCOMPARE(shown(), (Ids{1, 2, 3, 4}));
    Q_EMIT dialog->accountWanted(u"1"_s);
    QCOMPARE(bar()->text(), u"account:=1"_s);
    QCOMPARE(shown(), Ids());
    // What only begins like it is another term, and so is its opposite.
    for (const QString &other : {u"account:=12"_s, u"-account:=1"_s}) {
        bar()->setText(other);
        Q_EMIT dialog->accountWanted(u"1"_s);
        QCOMPARE(bar()->text(), other + u" account:=1"_s);
    }
}

void TstMainWindowFilter::goesToTheFieldAndBack()
{
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_F, Qt::ControlModifier);
    auto *field = m_live->part<FilterField>();
    QVERIFY(field->hasFocus());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(view()->hasFocus());
    QTest::keyClick(view(), Qt::Key_Slash);
    QVERIFY(field->hasFocus());
    QCOMPARE(bar()->text(), QString());
}

void TstMainWindowFilter::isNotThereBeforeTheFirstWebhook()
{
    actions()->setUp->trigger();
    QVERIFY(!bar()->isVisible());
}

void TstMainWindowFilter::startsAnewWithAnotherStore()
{
    bar()->setText(u"$.name:maya"_s);
    QTRY_COMPARE(shown(), Ids{2});
    const QString other = m_live->path(u"other.hookglass"_s);
    {
        const auto store = capture::Store::open(other, capture::Access::Write);
        capture::Batch batch;
        batch.deliveries.append(builders::stored(builders::delivery(R"({"name":"Maya"})")));
        batch.deliveries.append(builders::stored(builders::delivery(R"({"name":"Rui"})")));
        QVERIFY((*store)->append(batch));
    }
    (*m_live)->openStore(other);
    QTRY_COMPARE(shown(), Ids{1});
}

void TstMainWindowFilter::looksAgainAtWhatChanged()
{
    bar()->setText(u"$.name:maya -is:flagged"_s);
    QTRY_COMPARE(shown(), Ids{2});
    view()->select(0);
    actions()->mark->trigger();
    QTRY_COMPARE(shown(), Ids());
}

void TstMainWindowFilter::undoesTheRemovalOfASavedFilterAsAnEdit()
{
    auto *button = m_live->part<FiltersButton>();
    const QList<SavedFilter> pings{{u"Pings"_s, u"topic:ping"_s}};
    QVERIFY(button->memory().save(pings.first()));
    Q_EMIT button->menu()->aboutToShow();
    button->menu()->findChild<QMenu *>()->actions().first()->trigger();
    QVERIFY(button->memory().saved().isEmpty());
    QVERIFY2(actions()->undo->text().contains(u"Remove filter “Pings”"_s),
             qPrintable(actions()->undo->text()));
    actions()->undo->trigger();
    QCOMPARE(button->memory().saved(), pings);
    QVERIFY(!actions()->undo->isEnabled());
    actions()->redo->trigger();
    QVERIFY(button->memory().saved().isEmpty());
}

QTEST_MAIN(TstMainWindowFilter)
#include "tst_mainwindowfilter.moc"
