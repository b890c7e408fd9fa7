// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/accessiblewalk.h"
#include "support/builders.h"
#include "support/livewindow.h"
#include "ui/dialogs.h"
#include "ui/dialogs/arrivaldialog.h"
#include "ui/messagebar.h"
#include "ui/statusline.h"
#include "ui/tokens.h"
#include "ui/views/deliveryheader.h"
#include "ui/views/deliveryview.h"
#include "ui/views/detailspane.h"
#include "ui/views/emptytable.h"
#include "ui/views/firstrunpage.h"
#include "ui/views/verdictchips.h"
#include "ui/views/verdictframe.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QSplitter>
#include <QStatusTipEvent>
#include <QToolBar>
#include <QToolButton>

#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace ui;
using models::Column;

// The window as a whole: its layout, its menus, what is remembered, what can be heard of it.
class TstMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_live.reset(); }
    void leavesRoomForItsFrame();
    void remembersHowItLooked();
    void putsTheDetailsWhereTheyFit();
    void sharesTheRoomWhenTheDetailsMove();
    void sharesTheRoomAnewWhereTheDetailsStandElsewhere();
    void leavesTheTableItsPartOfASmallWindow();
    void keepsTheTableInPlaceWhenARowIsSelected();
    void leavesTheTableItsPartUnderAMessage();
    void leavesAnEmptyTableAllOfASmallWindow();
    void resetsTheLayout();
    void changesItsLookWithoutARestart();
    void saysWhatEachMenuItemDoes();
    void hasNoMnemonicTwiceInAMenu();
    void namesEverythingForScreenReaders_data();
    void namesEverythingForScreenReaders();
    void namesTheRowsForScreenReaders();
    void goesThroughWhyNothingArrives();
    void staysWithATextThatWouldBeLost();

private:
    DeliveryView *view() const { return m_live->part<DeliveryView>(); }
    WindowActions *actions() const { return m_live->part<WindowActions>(); }
    DetailsPane *details() const { return m_live->part<DetailsPane>(); }
    void visit(const QMenu &menu, const std::function<void(const QMenu &)> &look) const;

    std::unique_ptr<support::LiveWindow> m_live;
};

void TstMainWindow::init()
{
    m_live = std::make_unique<support::LiveWindow>();
    capture::Delivery invalid = builders::delivery();
    invalid.verdict.signature = signature::Signature::Invalid;
    QVERIFY(m_live->seed({builders::delivery(), invalid}));
    QVERIFY(m_live->open());
}

// Else the status line is below the screen.
void TstMainWindow::leavesRoomForItsFrame()
{
    const QSize available = (*m_live)->screen()->availableSize();
    QVERIFY((*m_live)->height() < available.height());
    QVERIFY((*m_live)->height() > available.height() * 9 / 10);
}

void TstMainWindow::remembersHowItLooked()
{
    (*m_live)->resize(700, 600);
    view()->columns().moveSection(int(Column::Topic), 1);
    view()->columns().setShown(Column::Reply, false);
    view()->columns().setShown(Column::From, true);
    actions()->times->actions().at(int(models::TimeForm::Utc))->trigger();
    actions()->looks->actions().at(int(Look::Dark))->trigger();
    actions()->details->actions().at(int(DetailsPlace::Below))->trigger();
    m_live->part<QSplitter>()->setSizes({160, 290});
    const QList<int> sizes = m_live->part<QSplitter>()->sizes();
    actions()->follow->trigger();
    m_live->close();
    QVERIFY(m_live->open());
    QCOMPARE((*m_live)->size(), QSize(700, 600));
    QCOMPARE(view()->columns().visualIndex(int(Column::Topic)), 1);
    QVERIFY(!view()->columns().isShown(Column::Reply));
    QVERIFY(view()->columns().isShown(Column::From));
    QVERIFY(actions()->times->actions().at(int(models::TimeForm::Utc))->isChecked());
    QVERIFY(actions()->looks->actions().at(int(Look::Dark))->isChecked());
    QTRY_VERIFY(tokens((*m_live)->palette()).dark);
    QCOMPARE(m_live->part<QSplitter>()->orientation(), Qt::Vertical);
    QTRY_COMPARE(m_live->part<QSplitter>()->sizes(), sizes);
    QVERIFY(!view()->following());
}

void TstMainWindow::putsTheDetailsWhereTheyFit()
{
    auto *split = m_live->part<QSplitter>();
    (*m_live)->resize(1440, 700);
    QCOMPARE(split->orientation(), Qt::Horizontal);
    (*m_live)->resize(960, 600);
    QCOMPARE(split->orientation(), Qt::Vertical);
    actions()->details->actions().at(int(DetailsPlace::Right))->trigger();
    QCOMPARE(split->orientation(), Qt::Horizontal);
    actions()->details->actions().at(int(DetailsPlace::Hidden))->trigger();
    QVERIFY(!details()->isVisible());
    view()->select(0);
    QTRY_VERIFY(actions()->note->isEnabled());
    actions()->note->trigger(); // needs the details
    QVERIFY(details()->isVisible());
}

void TstMainWindow::sharesTheRoomWhenTheDetailsMove()
{
    const auto *split = m_live->part<QSplitter>();
    (*m_live)->resize(1440, 900);
    view()->select(1);
    QTRY_VERIFY(m_live->part<VerdictFrame>()->isVisible());
    const auto share = [split] { return split->sizes()[0] * 100 / (split->height() + 1); };
    actions()->details->actions().at(int(DetailsPlace::Below))->trigger();
    QTRY_VERIFY2(share() > 45, qPrintable(QString::number(share())));
    view()->clearSelection();
    actions()->details->actions().at(int(DetailsPlace::Right))->trigger();
    actions()->details->actions().at(int(DetailsPlace::Below))->trigger();
    QTRY_VERIFY2(share() > 45, qPrintable(QString::number(share())));
}

void TstMainWindow::sharesTheRoomAnewWhereTheDetailsStandElsewhere()
{
    m_live->close();
    WindowState state = loadWindowState(m_live->settings());
    state.place = DetailsPlace::Below;
    state.split = {300, 1100};
    state.splitBeside = true;
    save(state, m_live->settings());
    QVERIFY(m_live->open());
    const auto *split = m_live->part<QSplitter>();
    QCOMPARE(split->orientation(), Qt::Vertical);
    QTRY_VERIFY2(split->sizes()[0] * 100 > split->height() * 45,
                 qPrintable(QString::number(split->sizes()[0])));
}

void TstMainWindow::leavesTheTableItsPartOfASmallWindow()
{
    const auto *split = m_live->part<QSplitter>();
    (*m_live)->resize(960, 600);
    view()->select(1);
    QTRY_VERIFY(m_live->part<VerdictFrame>()->isVisible());
    QCOMPARE(split->orientation(), Qt::Vertical);
    QTRY_VERIFY2(split->sizes()[0] * 100 > split->height() * 40,
                 qPrintable(QString::number(split->sizes()[0])));
}

// What is shown of one row needs another height than that of the next, or of none.
void TstMainWindow::keepsTheTableInPlaceWhenARowIsSelected()
{
    const auto *split = m_live->part<QSplitter>();
    (*m_live)->resize(960, 600);
    QTRY_COMPARE(split->orientation(), Qt::Vertical);
    QCoreApplication::sendPostedEvents();
    const QList<int> before = split->sizes();
    for (int row = 0; row < view()->model()->rowCount(); ++row) {
        view()->select(row);
        QTRY_COMPARE(details()->shownId(), view()->currentId());
        QTRY_COMPARE(split->sizes(), before);
    }
    view()->selectAll();
    QTRY_COMPARE(details()->shownId(), 0);
    QTRY_COMPARE(split->sizes(), before);
}

// The message above it takes its part, and details that are of nothing take little.
void TstMainWindow::leavesTheTableItsPartUnderAMessage()
{
    (*m_live)->resize(960, 600);
    m_live->part<MessageBar>()->show({.kind = Message::Kind::Warning,
                                      .title = u"A sender refused the certificate"_s,
                                      .text = u"Nothing was received."_s});
    m_live->part<MessageBar>()->show({.kind = Message::Kind::Warning,
                                      .title = u"The clocks disagree"_s,
                                      .text = u"Freshness is judged with this one."_s});
    QVERIFY(details()->isVisible());
    QTRY_VERIFY2(view()->viewport()->height() >= 5 * view()->rowHeight(0),
                 qPrintable(QString::number(view()->viewport()->height())));
    QCOMPARE((*m_live)->height(), 600);
}

void TstMainWindow::leavesAnEmptyTableAllOfASmallWindow()
{
    (*m_live)->resize(960, 600);
    QVERIFY(details()->isVisible());
    actions()->clear->trigger();
    QTRY_VERIFY(!details()->isVisible());
    QTRY_VERIFY(m_live->part<EmptyTable>()->height() > (*m_live)->height() / 2);
    actions()->undo->trigger();
    QTRY_VERIFY(details()->isVisible());
    QTRY_VERIFY(view()->height() * 100 > (*m_live)->height() * 25);
    QTRY_VERIFY(details()->height() * 100 > (*m_live)->height() * 25);
}

void TstMainWindow::resetsTheLayout()
{
    view()->columns().setShown(Column::Reply, false);
    actions()->details->actions().at(int(DetailsPlace::Hidden))->trigger();
    actions()->resetLayout->trigger();
    QVERIFY(view()->columns().isShown(Column::Reply));
    QVERIFY(details()->isVisible());
    QVERIFY(actions()->details->actions().at(int(DetailsPlace::Fitting))->isChecked());
}

void TstMainWindow::changesItsLookWithoutARestart()
{
    for (const Look look : {Look::Dark, Look::Light}) {
        actions()->looks->actions().at(int(look))->trigger();
        QTRY_COMPARE(tokens((*m_live)->palette()).dark, look == Look::Dark);
        const QImage shown = view()->viewport()->grab().toImage();
        const QColor ground = shown.pixelColor(shown.width() / 2, shown.height() - 2);
        QCOMPARE(ground.lightness() < 128, look == Look::Dark);
    }
}

void TstMainWindow::visit(const QMenu &menu, const std::function<void(const QMenu &)> &look) const
{
    look(menu);
    for (const QAction *action : menu.actions()) {
        if (action->menu())
            visit(*action->menu(), look);
    }
}

void TstMainWindow::saysWhatEachMenuItemDoes()
{
    int items = 0;
    for (const QAction *top : (*m_live)->menuBar()->actions()) {
        visit(*top->menu(), [&](const QMenu &menu) {
            for (const QAction *action : menu.actions()) {
                if (action->isSeparator() || action->menu())
                    continue;
                ++items;
                QVERIFY(!action->text().isEmpty());
                QVERIFY2(!action->statusTip().isEmpty() || action->actionGroup(),
                         qPrintable(action->text()));
            }
        });
    }
    QVERIFY(items > 40);
    auto *status = m_live->part<StatusLine>();
    QStatusTipEvent tip(actions()->clear->statusTip());
    QCoreApplication::sendEvent(&**m_live, &tip);
    QCOMPARE(status->notice(), actions()->clear->statusTip());
}

static QString mnemonic(const QString &text)
{
    const QString key = QKeySequence::mnemonic(text).toString();
    return key.isEmpty() ? QString() : key.last(1);
}

void TstMainWindow::hasNoMnemonicTwiceInAMenu()
{
    const auto look = [](const QList<QAction *> &actions, const QString &where) {
        QStringList keys;
        for (const QAction *action : actions) {
            const QString key = mnemonic(action->text());
            QVERIFY2(key.isEmpty() || !keys.contains(key),
                     qPrintable(where + u" > "_s + action->text()));
            keys += key;
        }
    };
    look((*m_live)->menuBar()->actions(), u"menu bar"_s);
    for (const QAction *top : (*m_live)->menuBar()->actions())
        visit(*top->menu(), [&](const QMenu &menu) { look(menu.actions(), menu.title()); });
}

void TstMainWindow::namesEverythingForScreenReaders_data()
{
    QTest::addColumn<QString>("page");
    for (const char *page : {"table", "messages", "body", "headers", "signature", "raw", "overview",
                             "set-up steps", "narrow"})
        QTest::newRow(page) << QString::fromLatin1(page);
}

void TstMainWindow::namesEverythingForScreenReaders()
{
    QFETCH(QString, page);
    (*m_live)->resize(page == "narrow"_L1 ? QSize(640, 420) : QSize(1440, 900));
    if (page == "messages"_L1) {
        m_live->part<MessageBar>()->show({.key = u"folded"_s, .title = u"Before that"_s});
        m_live->part<MessageBar>()->show({.key = u"a"_s,
                                          .title = u"It happened"_s,
                                          .text = u"For a reason."_s,
                                          .details = u"errno"_s,
                                          .choices = {{u"Do something"_s, [] { }}}});
    }
    if (page == "set-up steps"_L1)
        actions()->setUp->trigger();
    const int tab = QStringList({u"body"_s, u"headers"_s, u"signature"_s, u"raw"_s, u"overview"_s})
                        .indexOf(page);
    if (tab >= 0) {
        view()->select(1);
        QTRY_COMPARE(details()->shownId(), 2);
        details()->showTab(tab);
    }
    const support::AccessibleWalk walk(**m_live);
    QVERIFY2(walk.faults().isEmpty(), qPrintable(u'\n' + walk.faults().join(u'\n')));
    QVERIFY2(walk.controls() > 10, qPrintable(QString::number(walk.controls())));
}

void TstMainWindow::namesTheRowsForScreenReaders()
{
    QAccessible::setActive(true);
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(view());
    QCOMPARE(table->text(QAccessible::Name), u"Webhooks"_s);
    QAccessibleTableInterface *cells = table->tableInterface();
    QCOMPARE(cells->rowCount(), 2);
    QCOMPARE(cells->rowDescription(1), u"Webhook 2, Invalid signature"_s);
    QCOMPARE(cells->columnDescription(int(Column::Mark)), u"Mark"_s);
    QCOMPARE(cells->cellAt(1, int(Column::Signature))->text(QAccessible::Name), u"Invalid"_s);
    QCOMPARE(cells->cellAt(1, int(Column::Mark))->text(QAccessible::Name), u"Not marked"_s);
}

void TstMainWindow::goesThroughWhyNothingArrives()
{
    actions()->notArriving->trigger();
    const auto *dialog = m_live->part<ArrivalDialog>();
    QVERIFY(dialog && dialog->isVisible());
    // What the table has: a webhook that came.
    const auto labels = dialog->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text() == u"The last webhook arrived"_s;
    }));
}

void TstMainWindow::staysWithATextThatWouldBeLost()
{
    m_live->part<Dialogs>()->openEndpoints();
    auto *dialog = m_live->part<SettingsDialog>();
    QVERIFY(dialog);
    const auto lines = dialog->findChildren<QLineEdit *>();
    const auto line = [&lines](const QString &placeholder) {
        return *std::find_if(lines.begin(), lines.end(), [&placeholder](const QLineEdit *one) {
            return one->placeholderText() == placeholder;
        });
    };
    auto *window = m_live->part<DeliveryView>()->window();
    QLineEdit *subject = line(u"/data/customer/id"_s);
    subject->setText(u"order/id"_s);
    QVERIFY(!window->close());
    actions()->quit->trigger();
    QVERIFY(window->isVisible());
    QVERIFY(dialog->isVisible());
    QCOMPARE(subject->text(), u"order/id"_s);
    subject->setText(u"/order/id"_s);
    QVERIFY(window->close());
    QCOMPARE(m_live->inspector().endpoints().first().rules.subject, u"/order/id"_s);
}

QTEST_MAIN(TstMainWindow)
#include "tst_mainwindow.moc"
