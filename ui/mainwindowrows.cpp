// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/columnsort.h"
#include "ui/dialogs.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/doneedit.h"
#include "ui/lostselection.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/reading.h"
#include "ui/replytips.h"
#include "ui/statusline.h"
#include "ui/storefiles.h"
#include "ui/views/deliveryheader.h"
#include "ui/views/deliveryview.h"
#include "ui/views/detailspane.h"
#include "ui/views/filterbar.h"
#include "ui/views/urlbox.h"

#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <memory>

namespace ui
{

using inspector::Inspector;

void MainWindow::connectRows()
{
    connect(m_view, &DeliveryView::followingChanged, m_actions->follow, &QAction::setChecked);
    connectSorting();
    connect(m_view, &DeliveryView::markWanted, this,
            [this](qint64 id, bool marked) { m_edits.mark({id}, marked); });
    connect(m_view, &QWidget::customContextMenuRequested, this, &MainWindow::showRowMenu);
    connect(m_reading, &Reading::selected, this, [this](qsizetype rows, bool delivery) {
        m_actions->setSelected(rows, delivery);
        m_dialogs->prefer(delivery ? m_view->selectedIds().first() : 0);
        showCounts();
        showMarked();
    });
    connect(m_reading, &Reading::secretWeighed, this, [this](bool couldHelp) {
        QAction *action = m_actions->anotherSecret;
        action->setEnabled(couldHelp);
        action->setToolTip(couldHelp ? action->statusTip()
                                     : tr("Another secret would not change this verdict"));
    });
    connect(m_reading, &Reading::copied, this,
            [this](const QString &what) { m_status->notify(what); });
    connect(&m_inspector, &Inspector::marked, this, [this](const QList<qint64> &ids, bool marked) {
        m_model.setMarked(ids, marked);
        showMarked();
        m_reading->refresh();
    });
    // An action that was triggered shows what is not so.
    connect(&m_inspector, &Inspector::failed, this, &MainWindow::showMarked);
    connect(&m_inspector, &Inspector::noteChanged, this, [this](qint64 id, const QString &note) {
        m_model.setNote(id, note);
        m_reading->refresh();
    });
    connect(&m_inspector, &Inspector::answered, m_reading, &Reading::refresh);
    new ReplyTips(m_inspector, m_model, *m_view);
    new LostSelection(m_inspector, *m_view); // before the next, which take the rows away
    connect(&m_inspector, &Inspector::removed, this, [this](const QList<qint64> &ids) {
        if (ids.isEmpty()) // It could not be done.
            return;
        const bool selected = m_view->selectedCount() > 0;
        const int place = m_view->currentIndex().row();
        m_arrivals.takeRemoved(ids);
        if (selected && m_view->selectedCount() == 0 && m_model.rowCount() > 0)
            m_view->select(std::clamp(place, 0, m_model.rowCount() - 1));
        tellUndoable(tr("Deleted %n webhook(s).", nullptr, int(ids.size())));
    });
    connect(&m_inspector, &Inspector::trimmed, &m_arrivals, &Arrivals::takeRemoved);
    connect(&m_inspector, &Inspector::cleared, this, [this](qint64 upToId) {
        const qint64 before = m_model.counts().all;
        m_arrivals.takeCleared(upToId);
        const qint64 rows = before - m_model.counts().all;
        const qint64 stay = m_model.counts().all - m_model.unmarked();
        const QString marked = stay == 0 ? QString()
            : stay == 1                  ? tr(" The marked one stays.")
                                         : tr(" %L1 marked ones stay.").arg(stay);
        tellUndoable(tr("Cleared %n webhook(s).", nullptr, int(rows)) + marked);
    });
    connect(m_details, &DetailsPane::previousWanted, m_view, &DeliveryView::selectPrevious);
    connect(m_details, &DetailsPane::nextWanted, m_view, &DeliveryView::selectNext);
    connect(m_details, &DetailsPane::rowWanted, this, &MainWindow::showRow);
    connect(m_details, &DetailsPane::compareWanted, this, &MainWindow::comparePrevious);
    connect(m_details, &DetailsPane::copyCurlWanted, this,
            [this] { m_reading->copy(CopyPart::Curl); });
    connect(m_details, &DetailsPane::codeWanted, this, &MainWindow::showCode);
    connect(m_details, &DetailsPane::secretWanted, m_dialogs, &Dialogs::openSecretsOfRow);
    connect(m_details, &DetailsPane::fixWanted, this, [this](Fix fix) {
        if (fix.kind == Fix::Kind::RepairSecret && m_model.verifiedBy(fix.endpoint, fix.known) > 0)
            fix = besideTheKnown(fix, m_inspector.secrets(fix.endpoint));
        m_edits.fix(fix);
        tellUndoable(doneOf(fix));
        m_details->tellFixed(doneOf(fix));
    });
    connect(&m_edits, &Edits::fixUndone, this, [this] { m_details->tellFixed({}); });
    connect(m_details, &DetailsPane::noteEdited, this, [this](qint64 id, const QString &note) {
        const auto &details = m_reading->details();
        m_edits.note(id, details && details->id == id ? details->note : QString(), note);
    });
    connect(m_details, &DetailsPane::message, this,
            [this](const QString &text) { m_status->notify(text); });
    m_dialogs->setVerifiedCount([this](const QString &endpoint, const QString &label) {
        return m_model.verifiedBy(endpoint, label);
    });
}

// It has ended following.
void MainWindow::connectSorting()
{
    const QString key = QStringLiteral("sorting"); // of what went wrong, until it goes well
    const auto told = std::make_shared<QString>();
    const auto tellSorted = [this, key, told](const QString &column) {
        m_messages->dismiss(key);
        *told = tr("Sorted by %1; new webhooks are added in place.").arg(column);
        m_status->notify(*told);
    };
    const auto *sorting = new ColumnSort(m_inspector, m_model, *m_view);
    connect(sorting, &ColumnSort::progressed, m_status, &StatusLine::setSorting);
    connect(sorting, &ColumnSort::sorted, this, tellSorted);
    connect(sorting, &ColumnSort::failed, this, [this, key](const core::Error &error) {
        m_messages->show(
            {.key = key, .kind = Message::Kind::Error, .title = error.what, .text = error.why});
    });
    connect(&m_view->columns(), &QHeaderView::sortIndicatorChanged, this,
            [this, tellSorted, told](int column) {
                if (column < 0)
                    m_status->takeBack(*told);
                else if (m_model.awaitsKeys())
                    m_status->takeBack(m_status->notice()); // how far it is stands there
                else
                    tellSorted(
                        m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
            });
}

static Exportable exportable(const DeliveryView &view, const models::DeliveryModel &model)
{
    const auto ascending = [](std::vector<qint64> ids) {
        std::sort(ids.begin(), ids.end());
        return ids;
    };
    const QList<qint64> selected = view.selectedIds();
    std::vector<qint64> shown(size_t(model.rowCount()));
    for (int row = 0; row < model.rowCount(); ++row)
        shown[size_t(row)] = model.idAt(row);
    return {.selected = ascending({selected.begin(), selected.end()}),
            .shown = ascending(std::move(shown)),
            .all = model.counts().all};
}

void MainWindow::exportRows() { m_dialogs->openExport(exportable(*m_view, m_model)); }

void MainWindow::connectActions()
{
    const auto on = [this](QAction *action, auto function) {
        connect(action, &QAction::triggered, this, function);
    };
    connect(m_actions->newStore, &QAction::triggered, m_files, &StoreFiles::chooseNew);
    connect(m_actions->openStore, &QAction::triggered, m_files, &StoreFiles::choose);
    connect(m_actions->saveCopy, &QAction::triggered, m_files, &StoreFiles::chooseCopy);
    connect(m_actions->importFiles, &QAction::triggered, m_files, &StoreFiles::chooseImport);
    on(m_actions->exportAll, [this] { exportRows(); });
    on(m_actions->exportSelected, [this] {
        Exportable webhooks = exportable(*m_view, m_model);
        webhooks.wantsSelected = true;
        m_dialogs->openExport(webhooks);
    });
    connect(m_details, &DetailsPane::exportWanted, m_actions->exportSelected, &QAction::trigger);
    connect(m_details, &DetailsPane::resendManyWanted, m_actions->resendMany, &QAction::trigger);
    connect(m_details, &DetailsPane::compareTwoWanted, m_actions->compare, &QAction::trigger);
    connect(m_status, &StatusLine::storeClicked, m_files, &StoreFiles::showStoreInFolder);
    on(m_actions->closeWindow, [this] { close(); });
    on(m_actions->quit, [this] { quit(); });
    on(m_actions->clear, [this] { clearRows(); });
    on(m_actions->remove, [this] { removeSelected(); });
    on(m_actions->mark, [this] { toggleMark(); });
    on(m_actions->onlyVerdict, [this] { showOnlyVerdict(); });
    connect(m_actions->saveBody, &QAction::triggered, m_details, &DetailsPane::saveBody);
    connect(m_actions->anotherSecret, &QAction::triggered, m_dialogs, &Dialogs::openSecretsOfRow);
    on(m_actions->compare, [this] { compareSelected(); });
    on(m_actions->comparePrevious, [this] { comparePrevious(); });
    on(m_actions->verificationCode, [this] { showCode(); });
    on(m_actions->copyRow, [this] { m_reading->copyRows(); });
    on(m_actions->copyBody, [this] { m_reading->copy(CopyPart::Body); });
    on(m_actions->copyHeaders, [this] { m_reading->copy(CopyPart::Headers); });
    on(m_actions->copyRaw, [this] { m_reading->copy(CopyPart::RawRequest); });
    on(m_actions->copyCurl, [this] { m_reading->copy(CopyPart::Curl); });
    on(m_actions->copyCurlCmd, [this] { m_reading->copy(CopyPart::CurlCmd); });
    on(m_actions->copyCurlPowerShell, [this] { m_reading->copy(CopyPart::CurlPowerShell); });
    on(m_actions->copyJson, [this] { m_reading->copy(CopyPart::Json); });
    on(m_actions->copyFixture, [this] { m_reading->copy(CopyPart::Fixture); });
    on(m_actions->copyMarkdown, [this] { m_reading->copy(CopyPart::Markdown); });
    on(m_actions->shortcuts, [this] { m_dialogs->openShortcuts(m_actions->withShortcuts()); });
    on(m_actions->setUp, [this] { showPage(true); });
    on(m_actions->notArriving, [this] { m_dialogs->openArrival({}); });
    connect(m_actions->selectAll, &QAction::triggered, m_view, &QAbstractItemView::selectAll);
    connect(m_actions->invert, &QAction::triggered, m_view, &DeliveryView::invertSelection);
    connect(m_actions->follow, &QAction::triggered, this, [this](bool follow) {
        m_state.follow = follow; // a row that was read ends it for now, and not for next time
        m_view->setFollowing(follow);
    });
    connect(m_actions->oldest, &QAction::triggered, m_view, &DeliveryView::goToOldest);
    connect(m_actions->newest, &QAction::triggered, m_view, &DeliveryView::goToNewest);
    connect(m_actions->next, &QAction::triggered, m_view, &DeliveryView::selectNext);
    connect(m_actions->previous, &QAction::triggered, m_view, &DeliveryView::selectPrevious);
    on(m_actions->note, [this] { editNote(); });
    on(m_actions->nextProblem, [this] { m_reading->nextProblem(1); });
    on(m_actions->previousProblem, [this] { m_reading->nextProblem(-1); });
    connect(m_actions->back, &QAction::triggered, m_reading, &Reading::goBack);
    connect(m_actions->forward, &QAction::triggered, m_reading, &Reading::goForward);
    connect(m_actions->secrets, &QAction::triggered, m_dialogs, &Dialogs::openSecrets);
    connect(m_actions->rules, &QAction::triggered, m_dialogs, &Dialogs::openRules);
    connect(m_actions->forwards, &QAction::triggered, m_dialogs, &Dialogs::openForwards);
    connect(m_actions->accounts, &QAction::triggered, m_dialogs, &Dialogs::openAccounts);
    connect(m_actions->trust, &QAction::triggered, m_dialogs, &Dialogs::openTrust);
    connect(m_actions->reach, &QAction::triggered, m_dialogs, &Dialogs::openReach);
    connect(m_actions->play, &QAction::triggered, m_dialogs, &Dialogs::openPlay);
    connect(m_actions->settings, &QAction::triggered, m_dialogs, &Dialogs::openListener);
    connect(m_actions->listenerSettings, &QAction::triggered, m_dialogs, &Dialogs::openListener);
    connect(m_actions->about, &QAction::triggered, m_dialogs, &Dialogs::openAbout);
    connect(m_status, &StatusLine::listenerClicked, m_dialogs, &Dialogs::openListener);
    connect(m_status, &StatusLine::secretsClicked, m_dialogs, &Dialogs::openSecrets);
    connect(m_status, &StatusLine::trustClicked, m_dialogs, &Dialogs::openTrust);
    connect(m_url, &UrlBox::testCommandWanted, m_reading, &Reading::copyTestCommand);
    connect(m_url, &UrlBox::settingsWanted, m_dialogs, &Dialogs::openListener);
    connect(m_actions->findWebhooks, &QAction::triggered, m_filter, &FilterBar::edit);
    connect(m_details, &DetailsPane::filterWanted, m_filter, &FilterBar::add);
    connect(&m_view->columns(), &DeliveryHeader::filterBegun, m_filter, &FilterBar::begin);
    connect(m_filter, &FilterBar::savedChanged, this, [this](const SavedChange &change) {
        m_edits.stack().push(new DoneEdit(change.redo, change.undo, change.edit));
        tellUndoable(change.text);
    });
    connect(m_filter, &FilterBar::left, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_view, &DeliveryView::findPressed, m_filter, &FilterBar::edit);
    connect(m_view, &DeliveryView::escapePressed, this, [this] {
        if (m_model.rowCount() == 0)
            m_filter->clear();
    });
    connect(m_view, &DeliveryView::markPressed, m_actions->mark, &QAction::trigger);
}

// What the filter hides stays hidden until the user says otherwise.
void MainWindow::showRow(qint64 id)
{
    if (const int row = m_model.rowOf(id); row >= 0)
        return m_view->select(row);
    m_status->notify(m_model.knows(id) ? tr("The filter hides #%1.").arg(id)
                                       : tr("#%1 is no longer in the list.").arg(id));
}

void MainWindow::showMarked()
{
    const QList<qint64> ids
        = m_view->selectedCount() > 1000 ? QList<qint64>() : m_view->selectedIds();
    const bool all = !ids.isEmpty() && std::all_of(ids.begin(), ids.end(), [this](qint64 id) {
        return m_model.packed(m_model.rowOf(id)).marked != 0;
    });
    m_actions->mark->setChecked(all);
}

// The offer is for this edit: with a later one on top it would undo that.
void MainWindow::tellUndoable(const QString &text)
{
    m_status->notify(text, [this, place = m_edits.stack().index()] {
        if (m_edits.stack().index() == place)
            m_edits.stack().undo();
    });
    // Undone in another way, or with a later edit on top, it is no longer as told.
    const auto takeBack = [this, text] { m_status->takeBack(text); };
    connect(&m_edits.stack(), &QUndoStack::indexChanged, m_status, takeBack,
            Qt::SingleShotConnection);
}

void MainWindow::showDetails()
{
    if (m_state.place == DetailsPlace::Hidden)
        setPlace(DetailsPlace::Fitting);
}

void MainWindow::editNote()
{
    showDetails();
    m_details->editNote();
}

void MainWindow::clearRows() { m_edits.clear(m_model.lastId(), m_model.unmarked()); }

void MainWindow::removeSelected()
{
    const QList<qint64> ids = m_view->selectedIds();
    if (ids.isEmpty())
        return;
    if (!m_state.deleteAsked) {
        QMessageBox question(QMessageBox::Question, tr("Delete"),
                             tr("Delete %n webhook(s) from the store?", nullptr, int(ids.size())),
                             QMessageBox::Cancel, this);
        question.setInformativeText(
            tr("It can be undone until the window closes. This is asked only once."));
        QPushButton *yes = question.addButton(tr("Delete"), QMessageBox::AcceptRole);
        question.setDefaultButton(yes);
        question.exec();
        if (question.clickedButton() != yes)
            return;
        m_state.deleteAsked = true;
    }
    m_edits.remove(ids);
}

void MainWindow::toggleMark()
{
    QList<qint64> unmarked;
    const QList<qint64> ids = m_view->selectedIds();
    for (const qint64 id : ids) {
        if (m_model.packed(m_model.rowOf(id)).marked == 0)
            unmarked.append(id);
    }
    unmarked.isEmpty() ? m_edits.mark(ids, false) : m_edits.mark(unmarked, true);
    showMarked();
}

} // namespace ui
