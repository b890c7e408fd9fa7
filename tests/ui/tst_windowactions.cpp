// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/builders.h"
#include "support/livewindow.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/notebox.h"
#include "ui/dialogs/secretsdialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/dialogs/shortcutsdialog.h"
#include "ui/dialogs/shortcutspage.h"
#include "ui/shortcuts.h"
#include "ui/statusline.h"
#include "ui/views/bodyview.h"
#include "ui/views/deliveryview.h"
#include "ui/views/detailspane.h"
#include "ui/views/filterbar.h"
#include "ui/views/findfield.h"
#include "ui/views/firstrunpage.h"
#include "ui/views/jsontreeview.h"
#include "ui/views/verdictchips.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QKeySequenceEdit>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QTreeWidget>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

// A walk along the keyboard map: what each key does, as far as its function exists.
class TstWindowActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_live.reset(); }
    void opensDialogs_data();
    void opensDialogs();
    void asksForAFile_data();
    void asksForAFile();
    void closesTheWindow_data();
    void closesTheWindow();
    void showsATabEach();
    void goesThroughTheBodyViews();
    void findsInTheBody();
    void goesFromPaneToPane();
    void goesIntoTheDetailsAndComesBack();
    void changesWhereTheDetailsAre();
    void movesToTheEnds();
    void changesTheSizeOfText();
    void fillsTheScreen();
    void opensTheMenuAtTheSelectedRow();
    void opensNoMenuWhereNoRowIs();
    void leavesLettersToAnOpenMenu();
    void keepsLettersOutOfTextFields();
    void offersEveryKeyForChange();
    void takesOtherKeys();
    void keepsChosenKeys();
    void refusesKeys_data();
    void refusesKeys();
    void switchesLettersOff();

private:
    ShortcutsPage *openKeys(const QString &action);
    static void type(const ShortcutsPage &page, const QKeySequence &key);
    void press(int key, Qt::KeyboardModifiers modifiers = {});
    void select(int row);
    DeliveryView *view() const { return m_live->part<DeliveryView>(); }
    DetailsPane *details() const { return m_live->part<DetailsPane>(); }
    WindowActions *actions() const { return m_live->part<WindowActions>(); }

    std::unique_ptr<support::LiveWindow> m_live;
};

constexpr auto ctrl = Qt::ControlModifier;
constexpr auto shift = Qt::ShiftModifier;
constexpr auto alt = Qt::AltModifier;

void TstWindowActions::init()
{
    m_live = std::make_unique<support::LiveWindow>();
    QList<capture::Delivery> rows(40, builders::delivery(R"({"a":{"b":"maya"},"c":"Maya"})"));
    QVERIFY(m_live->seed(rows));
    QVERIFY(m_live->open());
    (*m_live)->resize(1300, 700);
    select(20);
}

// Where the focus is, as from a keyboard.
void TstWindowActions::press(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = (*m_live)->focusWidget();
    QTest::keyClick(focus ? focus : &**m_live, Qt::Key(key), modifiers);
}

void TstWindowActions::select(int row)
{
    view()->select(row);
    QTRY_COMPARE(details()->shownId(), row + 1);
}

void TstWindowActions::opensDialogs_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<QByteArray>("dialog");
    const auto row = [](const char *name, int key, Qt::KeyboardModifiers modifiers,
                        const QMetaObject &dialog) {
        QTest::newRow(name) << key << modifiers << QByteArray(dialog.className());
    };
    row("secrets", Qt::Key_K, ctrl | shift, SecretsDialog::staticMetaObject);
    row("settings", Qt::Key_Comma, ctrl, SettingsDialog::staticMetaObject);
    row("shortcuts", Qt::Key_Question, ctrl, ShortcutsDialog::staticMetaObject);
    row("export", Qt::Key_E, ctrl | shift, ExportDialog::staticMetaObject);
    row("set-up steps", Qt::Key_F1, {}, FirstRunPage::staticMetaObject);
}

void TstWindowActions::opensDialogs()
{
    QFETCH(int, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QFETCH(QByteArray, dialog);
    press(key, modifiers);
    const auto widgets = (*m_live)->findChildren<QWidget *>();
    QVERIFY(std::any_of(widgets.begin(), widgets.end(), [&](const QWidget *widget) {
        return dialog == widget->metaObject()->className() && widget->isVisible();
    }));
}

void TstWindowActions::asksForAFile_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::newRow("new") << int(Qt::Key_N) << Qt::KeyboardModifiers(ctrl);
    QTest::newRow("open") << int(Qt::Key_O) << Qt::KeyboardModifiers(ctrl);
    QTest::newRow("import") << int(Qt::Key_O) << Qt::KeyboardModifiers(ctrl | shift);
}

void TstWindowActions::asksForAFile()
{
    QFETCH(int, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    bool asked = false;
    QTimer::singleShot(0, this, [&asked] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        asked = dialog != nullptr;
        if (dialog)
            dialog->reject();
    });
    press(key, modifiers);
    QTRY_VERIFY(asked);
    QCOMPARE(m_live->inspector().store()->path, m_live->file());
}

void TstWindowActions::closesTheWindow_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("close") << int(Qt::Key_W);
    QTest::newRow("quit") << int(Qt::Key_Q);
}

void TstWindowActions::closesTheWindow()
{
    QFETCH(int, key);
    press(key, ctrl);
    QVERIFY(!(*m_live)->isVisible());
}

void TstWindowActions::showsATabEach()
{
    for (int tab = 4; tab >= 0; --tab) {
        press(Qt::Key_1 + tab, ctrl);
        QCOMPARE(int(details()->currentTab()), tab);
    }
}

void TstWindowActions::goesThroughTheBodyViews()
{
    const auto *body = m_live->part<BodyView>();
    press(Qt::Key_2, ctrl);
    for (const BodyMode mode : {BodyMode::Pretty, BodyMode::Text, BodyMode::Hex, BodyMode::Tree}) {
        press(Qt::Key_B, ctrl);
        QCOMPARE(body->mode(), mode);
        QCOMPARE(details()->currentTab(), DetailsPane::Body);
    }
}

void TstWindowActions::findsInTheBody()
{
    auto *find = m_live->part<FindField>();
    press(Qt::Key_F, ctrl | shift);
    QVERIFY(find->hasFocus());
    QTest::keyClicks(find, u"maya"_s);
    press(Qt::Key_Return);
    auto *tree = m_live->part<JsonTreeView>();
    const QModelIndex first = tree->currentIndex();
    press(Qt::Key_F3);
    QVERIFY(tree->currentIndex() != first);
    press(Qt::Key_F3, shift);
    QCOMPARE(tree->currentIndex(), first);
    press(Qt::Key_Escape); // empties the field
    QVERIFY(find->hasFocus());
    press(Qt::Key_Escape); // and leaves it
    QVERIFY(tree->hasFocus());
    press(Qt::Key_F, ctrl);
    QVERIFY(find->hasFocus());
}

void TstWindowActions::goesFromPaneToPane()
{
    const QList<QWidget *> panes{details(), m_live->part<StatusLine>(), m_live->part<FilterBar>(),
                                 m_live->part<VerdictChips>(), view()};
    const auto holdsFocus = [this](const QWidget *pane) {
        return pane == (*m_live)->focusWidget() || pane->isAncestorOf((*m_live)->focusWidget());
    };
    for (const QWidget *pane : panes) {
        press(Qt::Key_F6);
        QVERIFY2(holdsFocus(pane), pane->metaObject()->className());
    }
    for (qsizetype i = panes.size() - 2; i >= 0; --i) {
        press(Qt::Key_F6, shift);
        QVERIFY2(holdsFocus(panes[i]), panes[i]->metaObject()->className());
    }
}

void TstWindowActions::goesIntoTheDetailsAndComesBack()
{
    for (int tab = 0; tab < 5; ++tab) {
        details()->showTab(tab);
        view()->setFocus();
        press(Qt::Key_Return);
        const QWidget *focus = (*m_live)->focusWidget();
        QVERIFY(details()->isAncestorOf(focus));
        QVERIFY2(focus->focusPolicy() & Qt::TabFocus, focus->metaObject()->className());
        press(Qt::Key_Escape);
        QVERIFY2(view()->hasFocus(), qPrintable(QString::number(tab)));
    }
}

void TstWindowActions::changesWhereTheDetailsAre()
{
    QVERIFY(details()->x() > 0); // at the right
    press(Qt::Key_D, ctrl | shift);
    QVERIFY(details()->y() > 0);
    press(Qt::Key_D, ctrl | shift);
    QVERIFY(!details()->isVisible());
    press(Qt::Key_D, ctrl | shift);
    QVERIFY(details()->isVisible());
    QVERIFY(details()->x() > 0);
}

void TstWindowActions::movesToTheEnds()
{
    QVERIFY(!view()->following());
    press(Qt::Key_Home, ctrl);
    QCOMPARE(view()->rowAt(1), 0);
    press(Qt::Key_End, ctrl);
    QVERIFY(view()->following());
    QVERIFY(actions()->follow->isChecked());
    QVERIFY(view()->rowAt(view()->viewport()->height() - 1) == 39
            || view()->rowAt(view()->viewport()->height() - 1) == -1);
}

void TstWindowActions::changesTheSizeOfText()
{
    const qreal usual = (*m_live)->fontInfo().pointSizeF();
    const auto size = [this] { return (*m_live)->fontInfo().pointSizeF(); };
    press(Qt::Key_Plus, ctrl);
    QTRY_VERIFY(size() > usual);
    press(Qt::Key_0, ctrl);
    QTRY_COMPARE(size(), usual);
    press(Qt::Key_Minus, ctrl);
    QTRY_VERIFY(size() < usual);
    press(Qt::Key_0, ctrl);
    QTRY_COMPARE(size(), usual);
}

void TstWindowActions::fillsTheScreen()
{
    press(Qt::Key_F11);
    QVERIFY((*m_live)->isFullScreen());
    press(Qt::Key_F11);
    QVERIFY(!(*m_live)->isFullScreen());
}

void TstWindowActions::opensTheMenuAtTheSelectedRow()
{
    QStringList items;
    QPoint place;
    QTimer::singleShot(0, this, [&] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu)
            return;
        for (const QAction *action : menu->actions())
            items += action->text();
        place = menu->pos();
        menu->close();
    });
    QContextMenuEvent wanted(QContextMenuEvent::Keyboard, {5000, 5000}, {5000, 5000},
                             Qt::NoModifier);
    QCoreApplication::sendEvent(view()->viewport(), &wanted);
    QVERIFY(items.contains(u"&Mark"_s));
    QVERIFY(items.contains(u"Export &selected…"_s));
    QSet<QKeySequence> mnemonics;
    for (const QString &item : std::as_const(items)) {
        const QKeySequence key = QKeySequence::mnemonic(item);
        QVERIFY2(key.isEmpty() || !mnemonics.contains(key), qPrintable(item));
        mnemonics.insert(key);
    }
    QCOMPARE(
        place,
        view()->viewport()->mapToGlobal(view()->visualRect(view()->currentIndex()).bottomLeft()));
}

void TstWindowActions::opensNoMenuWhereNoRowIs()
{
    const auto asked = [this](const QPoint &place) {
        bool opened = false;
        QTimer::singleShot(0, this, [&] {
            if (QWidget *menu = QApplication::activePopupWidget()) {
                opened = true;
                menu->close();
            }
        });
        QContextMenuEvent wanted(QContextMenuEvent::Mouse, place,
                                 view()->viewport()->mapToGlobal(place), Qt::NoModifier);
        QCoreApplication::sendEvent(view()->viewport(), &wanted);
        QCoreApplication::processEvents(); // for the timer, where nothing was opened
        return opened;
    };
    (*m_live)->resize(1300, 1700); // more than its forty rows take
    QTRY_VERIFY(view()->viewport()->height() > 1100);
    const QRect last
        = view()->visualRect(view()->model()->index(view()->model()->rowCount() - 1, 0));
    QVERIFY(view()->viewport()->height() > last.bottom() + 20);
    QVERIFY(!asked({5, last.bottom() + 10}));
    QVERIFY(asked(last.center()));
}

// Neither marks a row nor keeps the menu from its letters and from being closed.
void TstWindowActions::leavesLettersToAnOpenMenu()
{
    press(Qt::Key_M);
    QTRY_VERIFY(view()->currentIndex().data(models::DeliveryModel::MarkedRole).toBool());
    bool closed = false;
    QTimer::singleShot(0, this, [&] {
        QWidget *menu = QApplication::activePopupWidget();
        if (!menu)
            return;
        QTest::keyClick(menu->windowHandle(), Qt::Key_Slash);
        QTest::keyClick(menu->windowHandle(), Qt::Key_Escape);
        closed = !menu->isVisible();
        menu->close();
    });
    QContextMenuEvent wanted(QContextMenuEvent::Keyboard, {5, 5}, {5, 5}, Qt::NoModifier);
    QCoreApplication::sendEvent(view()->viewport(), &wanted);
    QVERIFY(closed);
    QVERIFY(view()->hasFocus()); // and not the filter
}

void TstWindowActions::keepsLettersOutOfTextFields()
{
    press(Qt::Key_F, ctrl | shift);
    press(Qt::Key_M);
    QCOMPARE(m_live->part<FindField>()->text(), u"m"_s);
    QTest::qWait(0);
    QVERIFY(!view()->currentIndex().data(models::DeliveryModel::MarkedRole).toBool());
}

// With the action chosen in the map.
ShortcutsPage *TstWindowActions::openKeys(const QString &action)
{
    press(Qt::Key_Comma, ctrl);
    m_live->part<SettingsDialog>()->showPage(SettingsDialog::Page::Shortcuts);
    auto *page = m_live->part<ShortcutsPage>();
    auto *map = page->findChild<QTreeWidget *>();
    const auto found = map->findItems(action, Qt::MatchExactly);
    map->setCurrentItem(found.value(0));
    return found.isEmpty() ? nullptr : page;
}

void TstWindowActions::type(const ShortcutsPage &page, const QKeySequence &key)
{
    page.findChild<QKeySequenceEdit *>()->setKeySequence(key);
}

void TstWindowActions::offersEveryKeyForChange()
{
    const auto *shortcuts = m_live->part<Shortcuts>();
    QStringList ids;
    QList<QAction *> known;
    for (const Shortcuts::Entry &entry : shortcuts->entries()) {
        QVERIFY2(!ids.contains(entry.id), qPrintable(entry.id));
        ids += entry.id;
        known += entry.action;
    }
    for (QAction *action : actions()->withShortcuts())
        QVERIFY2(known.contains(action), qPrintable(action->text()));
}

void TstWindowActions::takesOtherKeys()
{
    auto *page = openKeys(u"Secrets"_s);
    QVERIFY(page);
    type(*page, Qt::CTRL | Qt::ALT | Qt::Key_S);
    (*m_live)->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&**m_live));
    press(Qt::Key_K, ctrl | shift);
    QVERIFY(!m_live->part<SecretsDialog>());
    press(Qt::Key_S, ctrl | alt);
    QVERIFY(m_live->part<SecretsDialog>());
    for (auto *button : page->findChildren<QPushButton *>()) {
        if (button->text() == u"&As usual"_s)
            button->click();
    }
    QCOMPARE(actions()->secrets->shortcut(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K));
}

void TstWindowActions::keepsChosenKeys()
{
    auto *page = openKeys(u"Clear"_s);
    QVERIFY(page);
    type(*page, Qt::CTRL | Qt::ALT | Qt::Key_L);
    m_live->close();
    QVERIFY(m_live->open());
    QCOMPARE(actions()->clear->shortcut(), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_L));
    m_live->part<Shortcuts>()->restore(0); // another's change leaves it
    QCOMPARE(actions()->clear->shortcut(), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_L));
}

void TstWindowActions::refusesKeys_data()
{
    QTest::addColumn<QKeySequence>("key");
    QTest::addColumn<QString>("why");
    QTest::newRow("another's") << QKeySequence(Qt::CTRL | Qt::Key_L)
                               << u"Ctrl+L is the key for “Clear”."_s;
    QTest::newRow("a letter") << QKeySequence(Qt::Key_A)
                              << u"A alone is needed to type and to "
                                 "move. Hold Ctrl or Alt with it."_s;
    QTest::newRow("the key that moves on")
        << QKeySequence(Qt::Key_Tab)
        << u"Tab alone is needed to type and to move. Hold Ctrl or Alt with it."_s;
}

void TstWindowActions::refusesKeys()
{
    QFETCH(QKeySequence, key);
    QFETCH(QString, why);
    auto *page = openKeys(u"Secrets"_s);
    QVERIFY(page);
    type(*page, key);
    QCOMPARE(actions()->secrets->shortcut(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K));
    QCOMPARE(page->findChild<NoteBox *>()->note(), why + u" The key stays as it was."_s);
}

void TstWindowActions::switchesLettersOff()
{
    openKeys(u"Secrets"_s)->findChild<QCheckBox *>()->click();
    press(Qt::Key_M);
    QTest::qWait(0);
    QVERIFY(!view()->currentIndex().data(models::DeliveryModel::MarkedRole).toBool());
    m_live->close();
    QVERIFY(m_live->open());
    select(20);
    press(Qt::Key_M);
    QTest::qWait(0);
    QVERIFY(!view()->currentIndex().data(models::DeliveryModel::MarkedRole).toBool());
}

QTEST_MAIN(TstWindowActions)
#include "tst_windowactions.moc"
