// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/mainwindow.h"

#include "ui/dialogs.h"
#include "ui/filtering.h"
#include "ui/icons.h"
#include "ui/messagebar.h"
#include "ui/notices.h"
#include "ui/reading.h"
#include "ui/resends.h"
#include "ui/shortcuts.h"
#include "ui/statusline.h"
#include "ui/storefiles.h"
#include "ui/views/arrivalstrip.h"
#include "ui/views/codefont.h"
#include "ui/views/deliveryheader.h"
#include "ui/views/deliveryview.h"
#include "ui/views/detailspane.h"
#include "ui/views/emptytable.h"
#include "ui/views/filterbar.h"
#include "ui/views/firstrunpage.h"
#include "ui/views/urlbox.h"
#include "ui/views/verdictchips.h"
#include "ui/windowroom.h"

#include <QCloseEvent>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusTipEvent>

#include <utility>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

MainWindow::MainWindow(inspector::Inspector &inspector, QSettings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_inspector(inspector)
    , m_settings(settings)
    , m_listener(inspector::load(settings))
    , m_arrivals(m_model)
    , m_edits(inspector)
    , m_trust(inspector)
    , m_tray(*this)
    , m_state(loadWindowState(settings))
    , m_filter(new FilterBar(settings))
    , m_chips(new VerdictChips)
    , m_strip(new ArrivalStrip(m_model, m_chips))
    , m_messages(new MessageBar)
    , m_pages(new QStackedWidget)
    , m_split(new QSplitter)
    , m_view(new DeliveryView(m_model))
    , m_empty(new EmptyTable(*m_view))
    , m_details(new DetailsPane)
    , m_firstRun(new FirstRunPage(inspector, this))
    , m_status(new StatusLine)
    , m_url(new UrlBox)
    , m_actions(new WindowActions(m_edits.stack(), *this, *m_view))
    , m_reading(new Reading(inspector, m_model, *m_view, *m_details))
    , m_notices(new Notices(inspector, *m_messages))
    , m_dialogs(new Dialogs(inspector, settings, *this))
    , m_files(new StoreFiles(inspector, *m_messages, *this))
    , m_resends(new Resends(inspector, settings, *this))
    , m_filtering(new Filtering(inspector, m_model, *m_filter, this))
{
    setWindowIcon(QIcon(u":/icons/hookglass.svg"_s));
    m_dialogs->setRows(m_model);
    build();
    connectStore();
    connectListener();
    connectRows();
    connectActions();
    connectMoves();
    connectLooks();
    connectNotices();
    connectFirstRun();
    connectAlerts();
    connectResends();
    restoreState();
    m_actions->setWritable(false); // until a store is open
    showPage(false);
    showTitle();
    showListening();
    showCounts();
    showSecrets();
}

void MainWindow::connectMoves()
{
    const auto on = [this](QAction *action, auto function) {
        connect(action, &QAction::triggered, this, function);
    };
    on(m_actions->fullScreen, [this](bool full) { full ? showFullScreen() : showNormal(); });
    on(m_actions->nextPane, [this] { movePane(1); });
    on(m_actions->previousPane, [this] { movePane(-1); });
    on(m_actions->cycleDetails, [this] { cycleDetails(); });
    on(m_actions->resetLayout, [this] { resetLayout(); });
    connect(m_actions->details, &QActionGroup::triggered, this,
            [this](const QAction *action) { setPlace(DetailsPlace(action->data().toInt())); });
    connect(m_actions->tabs, &QActionGroup::triggered, this,
            [this](const QAction *action) { m_details->showTab(action->data().toInt()); });
    connect(m_actions->nextBodyView, &QAction::triggered, m_details, &DetailsPane::nextBodyView);
    connect(m_actions->findInBody, &QAction::triggered, m_details, &DetailsPane::focusFind);
    connect(m_actions->findNext, &QAction::triggered, m_details, &DetailsPane::findNext);
    connect(m_actions->findPrevious, &QAction::triggered, m_details, &DetailsPane::findPrevious);
    connect(m_view, &DeliveryView::detailsWanted, this, [this] {
        showDetails();
        m_details->focusContent();
    });
    connect(m_details, &DetailsPane::left, m_view, qOverload<>(&QWidget::setFocus));
}

void MainWindow::connectLooks()
{
    connect(m_actions->looks, &QActionGroup::triggered, this,
            [this](const QAction *action) { setLook(Look(action->data().toInt())); });
    connect(m_dialogs, &Dialogs::lookChanged, this, &MainWindow::setLook);
    const auto like = [this](const TableSettings &table) {
        m_view->setPointedOut(table.tint, table.repeats);
        m_view->setLetters(table.letters);
        m_view->setCompact(table.compact);
    };
    like(loadTable(m_settings));
    connect(m_dialogs, &Dialogs::tableChanged, this, like);
    auto *shortcuts = new Shortcuts(*m_actions, m_settings, this);
    connect(shortcuts, &Shortcuts::changed, this, &MainWindow::showListening);
    m_dialogs->setShortcuts(*shortcuts);
    connect(m_actions->times, &QActionGroup::triggered, this, [this](const QAction *action) {
        m_state.timeForm = models::TimeForm(action->data().toInt());
        m_model.setTimeForm(m_state.timeForm);
    });
    const auto resize = [this](QAction *action, auto step) {
        connect(action, &QAction::triggered, this,
                [this, step] { m_theme.setTextStep(step(m_theme.textStep())); });
    };
    resize(m_actions->largerText, [](int now) { return now + 1; });
    resize(m_actions->smallerText, [](int now) { return now - 1; });
    resize(m_actions->normalText, [](int) { return 0; });
    connect(m_actions->columns, &QMenu::aboutToShow, this, [this] {
        m_actions->columns->clear();
        m_view->columns().fillMenu(*m_actions->columns);
    });
}

void MainWindow::setLook(Look look)
{
    m_state.look = look;
    m_theme.setLook(look);
    m_actions->choose(m_actions->looks, int(look));
    saveLook(look, m_settings);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    rememberState();
    if (m_quitting || !m_tray.holdsWindow())
        return event->setAccepted(m_dialogs->closeSettings());
    event->ignore();
    if (staysInTray())
        hide();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_state.place == DetailsPlace::Fitting)
        placeDetails();
}

// What a menu item does is said in the status line's own way.
bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::Show)
        QMetaObject::invokeMethod(this, &MainWindow::restoreSplit, Qt::QueuedConnection);
    if (event->type() != QEvent::StatusTip)
        return QMainWindow::event(event);
    m_status->setTip(static_cast<QStatusTipEvent *>(event)->tip());
    return true;
}

// Below an empty table the details have nothing to show, and the page that says why needs the room.
void MainWindow::placeDetails()
{
    const bool fits = width() >= narrow;
    const bool right
        = m_state.place == DetailsPlace::Right || (m_state.place == DetailsPlace::Fitting && fits);
    const Qt::Orientation orientation = right ? Qt::Horizontal : Qt::Vertical;
    const bool shown = m_state.place != DetailsPlace::Hidden && (right || !m_empty->explains());
    const bool goes = m_details->isVisible() && !shown;
    const bool comesBack = isVisible() && m_details->isHidden() && shown;
    const bool moves = m_split->orientation() != orientation;
    if (goes)
        keepSplit();
    m_details->setVisible(shown);
    if (moves) {
        m_split->setOrientation(orientation);
        m_details->setSideBySide(!right);
        shareRoom();
    } else if (comesBack && !right && m_state.split.isEmpty()) {
        shareRoom();
    } else if (comesBack) {
        restoreSplit();
    }
}

void MainWindow::keepSplit()
{
    m_state.split = m_split->sizes();
    m_state.splitBeside = m_split->orientation() == Qt::Horizontal;
}

void MainWindow::shareRoom()
{
    const bool right = m_split->orientation() == Qt::Horizontal;
    const int room = right ? m_split->width() : m_split->height();
    const int table = right ? room * 66 / 100 : room * 52 / 100;
    m_split->setSizes({table, room - table});
}

void MainWindow::setPlace(DetailsPlace place)
{
    m_state.place = place;
    m_actions->choose(m_actions->details, int(place));
    placeDetails();
}

void MainWindow::cycleDetails()
{
    const bool right = m_split->orientation() == Qt::Horizontal;
    setPlace(m_details->isHidden() ? DetailsPlace::Right
                 : right           ? DetailsPlace::Below
                                   : DetailsPlace::Hidden);
}

// The first widget of the next part that takes the focus.
void MainWindow::movePane(int step)
{
    const QList<QWidget *> panes{m_filter, m_chips, m_view, m_details, m_status};
    qsizetype current = 2;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes[i] == focusWidget() || panes[i]->isAncestorOf(focusWidget()))
            current = i;
    }
    for (qsizetype tried = 1; tried <= panes.size(); ++tried) {
        QWidget *pane = panes[(current + step * tried + panes.size() * 2) % panes.size()];
        for (QWidget *widget = pane; widget && pane->isVisible();
             widget = widget->nextInFocusChain()) {
            const bool inside = widget == pane || pane->isAncestorOf(widget);
            if (!inside)
                break;
            if (widget->isVisible() && widget->isEnabled()
                && (widget->focusPolicy() & Qt::TabFocus) != 0)
                return widget->setFocus(Qt::ShortcutFocusReason);
        }
    }
}

void MainWindow::restoreState()
{
    m_theme.setLook(m_state.look);
    setCodeFamily(loadCodeFamily(m_settings));
    m_theme.setTextStep(m_state.textStep);
    m_model.setTimeForm(m_state.timeForm);
    m_actions->choose(m_actions->looks, int(m_state.look));
    m_actions->choose(m_actions->times, int(m_state.timeForm));
    if (m_state.geometry.isEmpty() || !restoreGeometry(m_state.geometry))
        resize(QSize(1440, 900).boundedTo(roomForWindow(*this)));
    m_view->columns().restoreLayout(m_state.columns);
    m_details->restoreState(m_state.details);
    setPlace(m_state.place);
    if (m_state.split.isEmpty())
        m_split->setSizes({945, 490});
    m_view->setFollowing(m_state.follow);
    m_actions->follow->setChecked(m_state.follow);
}

// Once both are there and there is room to share: before, what does not fit yet would cost the
// table its part. On another screen the details may stand elsewhere now; widths say nothing about
// heights.
void MainWindow::restoreSplit()
{
    if (m_details->isHidden())
        return;
    const QList<int> sizes = std::exchange(m_state.split, {});
    if (sizes.isEmpty())
        return;
    if (m_state.splitBeside == (m_split->orientation() == Qt::Horizontal))
        m_split->setSizes(sizes);
    else
        shareRoom();
}

void MainWindow::rememberState()
{
    m_state.geometry = saveGeometry();
    m_state.columns = m_view->columns().layoutState();
    m_state.details = m_details->saveState();
    if (!m_details->isHidden())
        keepSplit();
    m_state.textStep = m_theme.textStep();
    save(m_state, m_settings);
    m_settings.sync();
}

void MainWindow::resetLayout()
{
    m_view->columns().resetByUser();
    setPlace(DetailsPlace::Fitting);
    shareRoom();
}

} // namespace ui
