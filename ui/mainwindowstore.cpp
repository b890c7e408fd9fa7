// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/localtimes.h"
#include "ui/columnvalues.h"
#include "ui/dialogs.h"
#include "ui/faultnotice.h"
#include "ui/filedrops.h"
#include "ui/filetypes.h"
#include "ui/filtering.h"
#include "ui/latesecrets.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/notices.h"
#include "ui/reading.h"
#include "ui/rowdrag.h"
#include "ui/schemeproposals.h"
#include "ui/statusline.h"
#include "ui/stilllistening.h"
#include "ui/storefiles.h"
#include "ui/views/arrivalstrip.h"
#include "ui/views/deliveryview.h"
#include "ui/views/detailspane.h"
#include "ui/views/emptytable.h"
#include "ui/views/filterbar.h"
#include "ui/views/firstrunpage.h"
#include "ui/views/urlbox.h"
#include "ui/views/verdictchips.h"

#include <QFileInfo>
#include <QSplitter>
#include <QSslCertificate>
#include <QStackedWidget>
#include <QTime>

#include <algorithm>

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using inspector::Inspector;

void MainWindow::openStore(const QString &file) { m_files->open(file); }

void MainWindow::connectStore()
{
    connect(&m_inspector, &Inspector::opened, this, &MainWindow::takeOpened);
    connect(&m_inspector, &Inspector::openFailed, this, [this] {
        if (!m_inspector.store())
            m_actions->setWritable(false);
        showEmpty();
    });
    connect(&m_inspector, &Inspector::loaded, &m_arrivals, &Arrivals::takeLoaded);
    connect(&m_inspector, &Inspector::loadFinished, this, [this] {
        m_arrivals.finishLoading();
        m_view->setLoading(false);
        showEmpty();
    });
    connect(&m_inspector, &Inspector::stored, &m_arrivals, &Arrivals::takeStored);
    connect(&m_inspector, &Inspector::answered, &m_arrivals, &Arrivals::takeAnswered);
    connect(&m_inspector, &Inspector::judged, this,
            [this](const QList<capture::Judgement> &judgements, qint64 done, qint64 total) {
                m_arrivals.takeJudged(judgements);
                m_status->setJudging(done, total);
                m_reading->refresh();
            });
    connect(&m_inspector, &Inspector::restored, this, [this] {
        m_status->notify(tr("What was taken away is back."));
        m_arrivals.beginLoading(true);
        m_inspector.load();
    });
    connect(&m_inspector, &Inspector::imported, this,
            [this](const inspector::ImportSummary &summary) {
                if (summary.deliveries + summary.rejections == 0)
                    return;
                m_arrivals.beginLoading(true);
                m_inspector.load();
            });
    connect(&m_inspector, &Inspector::secretsChanged, this, &MainWindow::showSecrets);
    new LateSecrets(m_inspector, m_model, this);
    connect(&m_inspector, &Inspector::endpointsChanged, m_reading, &Reading::refresh);
    connect(&m_arrivals, &Arrivals::arrived, this, &MainWindow::takeArrived);
    connect(&m_arrivals, &Arrivals::overloadedChanged, m_notices, &Notices::setOverloaded);
    connect(&m_model, &models::DeliveryModel::counted, this, &MainWindow::showCounts);
    connect(m_chips, &VerdictChips::termsWanted, m_filtering, &Filtering::setVerdicts);
    connect(m_filtering, &Filtering::verdictsChanged, m_chips, &VerdictChips::setTerms);
    connect(m_strip, &ArrivalStrip::rangeChosen, m_filtering, &Filtering::narrowTo);
    connect(m_dialogs, &Dialogs::accountWanted, m_filtering, &Filtering::narrowToAccount);
    connect(m_filtering, &Filtering::searched, this, &MainWindow::showEmpty);
    connect(m_filtering, &Filtering::partsCounted, this, &MainWindow::showEmpty);
    connect(m_filtering, &Filtering::failed, this, [this](const core::Error &error) {
        m_messages->show({.key = u"search"_s,
                          .kind = Message::Kind::Error,
                          .title = error.what,
                          .text = error.why});
    });
    connect(m_empty, &EmptyTable::keepOnlyWanted, m_filter, &FilterBar::setText);
    connect(m_empty, &EmptyTable::clearFilterWanted, m_filter, &FilterBar::clear);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this,
            [this] { m_status->setRate(m_arrivals.perSecond()); });
    m_second.start();
    connect(&m_arrivals, &Arrivals::arrived, &m_announcements, &Announcements::take);
    connect(&m_announcements, &Announcements::announced, m_status, &StatusLine::announce);
}

void MainWindow::takeOpened(const inspector::StoreFacts &facts)
{
    m_savedAt.clear();
    m_edits.forget();
    m_reading->forget();
    m_arrivals.beginLoading(false);
    m_view->setLoading(true);
    m_actions->setWritable(!facts.readOnly);
    m_status->setStore(facts.path, {}, facts.readOnly);
    m_inspector.recallSecrets();
    m_inspector.load();
    showTitle();
    m_greetFirst = facts.deliveries == 0 && !facts.readOnly && !m_state.setUpDone;
    showPage(m_greetFirst);
    const bool idle = !m_inspector.listening();
    if (inspector::load(m_settings).listenOnStart && idle && !facts.readOnly)
        startListening(m_listener);
    else if (facts.readOnly && !idle)
        m_inspector.stopListening();
    showEmpty();
}

void MainWindow::takeArrived(const QList<capture::Summary> &rows)
{
    m_savedAt = QTime::currentTime().toString(u"HH:mm"_s);
    if (const auto store = m_inspector.store())
        m_status->setStore(store->path, m_savedAt, store->readOnly);
    m_notices->watchArrivals(rows);
    if (isVisible() && isActiveWindow())
        m_digest.forget();
    else
        m_digest.take(rows);
    const auto first
        = std::find_if(rows.begin(), rows.end(), [](const auto &row) { return !row.rejection; });
    if (first == rows.end() || !m_greetFirst)
        return;
    m_greetFirst = false;
    m_state.setUpDone = true;
    showPage(false);
    m_view->select(m_model.rowOf(first->id));
    m_view->setFollowing(true); // nobody chose to read this one
    m_notices->greetFirst(*first);
}

void MainWindow::connectListener()
{
    connect(&m_inspector, &Inspector::listeningStarted, this, &MainWindow::showListening);
    connect(&m_inspector, &Inspector::listeningStopped, this, &MainWindow::showListening);
    connect(&m_inspector, &Inspector::listenFailed, this, [this] {
        rememberListener(workingSettings(m_listener, m_inspector.listening()));
        showListening();
    });
    connect(&m_inspector, &Inspector::pausedChanged, this, &MainWindow::showListening);
    connect(m_actions->listen, &QAction::triggered, this, [this](bool on) {
        if (!on)
            return m_inspector.stopListening();
        const bool resumes = m_inspector.paused() && m_inspector.listening();
        if (m_inspector.paused())
            m_inspector.setPaused(false);
        if (!resumes) // One that is about to stop is listened to until then, so that tells nothing.
            startListening(m_listener);
    });
    connect(m_actions->pause, &QAction::triggered, &m_inspector, &Inspector::setPaused);
    connect(m_actions->ping, &QAction::triggered, &m_inspector, &Inspector::sendPing);
    connect(m_actions->copyUrl, &QAction::triggered, m_url, &UrlBox::copy);
    connect(m_url, &UrlBox::copied, this,
            [this](const QString &url) { m_status->notify(tr("%1 copied.").arg(url)); });
    connect(m_empty, &EmptyTable::listenWanted, this, [this] { startListening(m_listener); });
    connect(m_empty, &EmptyTable::copyUrlWanted, m_url, &UrlBox::copy);
    connect(m_empty, &EmptyTable::pingWanted, &m_inspector, &Inspector::sendPing);
    connect(m_empty, &EmptyTable::newWanted, m_files, &StoreFiles::chooseNew);
    connect(m_empty, &EmptyTable::openWanted, m_files, &StoreFiles::choose);
    connect(m_empty, &EmptyTable::setUpWanted, this, [this] { showPage(true); });
    connect(&m_inspector, &Inspector::pinged, this, [this](const capture::Attempt &attempt) {
        if (attempt.error)
            m_messages->show({.key = u"ping"_s,
                              .kind = Message::Kind::Error,
                              .title = tr("The test ping did not arrive"),
                              .text = models::withLocalTimes(core::describe(*attempt.error))});
    });
    connect(m_dialogs, &Dialogs::listenWanted, this, &MainWindow::startListening);
    connect(m_dialogs, &Dialogs::trustClosed, this, &MainWindow::showListening);
    connect(&m_address, &AddressWatch::gone, this, [this](const QString &address) {
        m_inspector.stopListening();
        m_notices->tellAddressGone(address);
    });
    connect(&m_trust, &TrustWatch::found, m_status, &StatusLine::setTrust);
}

// Whether to listen at the start is chosen without listening anew, and only the file has it.
void MainWindow::rememberListener(const inspector::Settings &listener)
{
    m_listener = listener;
    m_listener.listenOnStart = inspector::load(m_settings).listenOnStart;
    inspector::save(m_listener, m_settings);
}

void MainWindow::startListening(const inspector::Settings &settings, const QString &password)
{
    rememberListener(settings);
    m_notices->setSettings(settings);
    m_inspector.listen(settings, password);
}

void MainWindow::remakeCertificate()
{
    const auto authority = [this] {
        return QSslCertificate::fromPath(m_inspector.places().tlsFolder() + "/ca.pem"_L1);
    };
    const QList<QSslCertificate> before = authority();
    if (const core::Status made = m_inspector.remakeCertificate(); !made)
        return m_messages->show({.key = u"listen"_s,
                                 .kind = Message::Kind::Error,
                                 .title = made.error().what,
                                 .text = made.error().why});
    if (authority() != before)
        m_notices->tellNewAuthority();
    startListening(m_listener);
}

void MainWindow::showListening()
{
    const auto listening = m_inspector.listening();
    m_actions->setListening(listening.has_value(), m_inspector.paused());
    m_status->setListening(listening, m_inspector.paused());
    m_tray.setState(m_status->listeningText());
    m_address.watch(listening ? listening->address : QString());
    m_url->setUrls(listening ? listening->urls : QStringList());
    if (listening)
        m_trust.check(!m_listener.certificateFile.isEmpty());
    showEmpty();
}

void MainWindow::showCounts()
{
    m_chips->setCounts(m_model.matching());
    const qint64 all = m_model.counts().all;
    const qint64 imported = m_model.counts().imported;
    m_status->setRows(all - imported, m_model.rowCount(), m_view->selectedCount(), imported);
    m_actions->setClearable(all > 0);
    m_actions->exportAll->setEnabled(all > 0);
    showEmpty();
}

void MainWindow::showSecrets()
{
    const QList<inspector::SecretFacts> facts = m_inspector.secretFacts();
    const auto remembered = std::count_if(facts.begin(), facts.end(),
                                          [](const auto &secret) { return secret.remembered; });
    m_actions->setSecretCount(facts.size());
    m_status->setSecrets(facts.size(), remembered);
    m_reading->refresh();
}

void MainWindow::showEmpty()
{
    using Why = EmptyTable::Why;
    const auto store = m_inspector.store();
    const auto listening = m_inspector.listening();
    const qint64 all = m_model.counts().all;
    const Why why = m_model.rowCount() > 0    ? Why::HasRows
        : all > 0 && m_filtering->searching() ? Why::Searching
        : all > 0                             ? Why::Filtered
        : !store                              ? Why::NoStore
        : m_arrivals.loading()                ? Why::Loading
        : store->readOnly                     ? Why::ReadOnly
        : listening                           ? Why::Waiting
                                              : Why::NotListening;
    m_empty->show(why, listening ? listening->urls.value(0) : QString(), all,
                  why == Why::Filtered ? m_filtering->parts() : QList<models::PartCount>());
    placeDetails();
}

void MainWindow::showTitle()
{
    const auto store = m_inspector.store();
    setWindowFilePath(store ? store->path : QString());
    setWindowTitle(store ? tr("%1 — Hookglass").arg(QFileInfo(store->path).fileName())
                         : tr("Hookglass"));
}

void MainWindow::showPage(bool firstRun)
{
    const models::RowCounts &counts = m_model.counts();
    if (firstRun && !m_arrivals.loading() && counts.all == counts.rejected)
        m_greetFirst = true; // whether they are shown by themselves or were asked for
    m_pages->setCurrentWidget(firstRun ? static_cast<QWidget *>(m_firstRun)
                                       : static_cast<QWidget *>(m_split));
    m_filter->setVisible(!firstRun);
    m_chips->setVisible(!firstRun);
    if (!firstRun)
        m_view->setFocus();
}

void MainWindow::connectFirstRun()
{
    connect(m_firstRun, &FirstRunPage::trustWanted, m_dialogs, &Dialogs::openTrust);
    connect(m_firstRun, &FirstRunPage::settingsWanted, m_dialogs, &Dialogs::openListener);
    connect(m_firstRun, &FirstRunPage::checksWanted, m_dialogs, &Dialogs::openArrival);
    connect(m_firstRun, &FirstRunPage::certificateWanted, m_dialogs, &Dialogs::openCertificate);
    connect(m_firstRun, &FirstRunPage::doneWanted, this, [this] {
        m_state.setUpDone = true;
        showPage(false);
    });
}

void MainWindow::connectNotices()
{
    const auto *proposals = new SchemeProposals(m_inspector, *m_messages);
    connect(proposals, &SchemeProposals::chooserWanted, m_dialogs, &Dialogs::openScheme);
    connect(&m_inspector, &Inspector::schemesChanged, this, [this] {
        m_model.setSchemes(m_inspector.schemes());
        m_reading->refresh();
    });
    connect(m_notices, &Notices::listenWanted, this,
            [this](const inspector::Settings &settings) { startListening(settings); });
    connect(m_messages, &MessageBar::left, m_view, qOverload<>(&QWidget::setFocus));
    auto *faults = new FaultNotice(m_inspector, *m_messages);
    connect(faults, &FaultNotice::settingsWanted, m_dialogs, &Dialogs::openEndpoints);
    connect(faults, &FaultNotice::rulesWanted, m_dialogs, &Dialogs::openRulesOf);
    connect(m_notices, &Notices::settingsWanted, m_dialogs, &Dialogs::openListener);
    connect(m_notices, &Notices::secretsWanted, m_dialogs, &Dialogs::openSecretsOfRow);
    connect(m_notices, &Notices::forwardsWanted, m_dialogs, &Dialogs::openForwardsOf);
    connect(m_notices, &Notices::trustWanted, m_dialogs, &Dialogs::openTrust);
    connect(m_notices, &Notices::reachWanted, m_dialogs, &Dialogs::openReach);
    connect(m_notices, &Notices::copyUrlWanted, m_url, &UrlBox::copy);
    connect(m_notices, &Notices::openWanted, m_files, &StoreFiles::choose);
    connect(m_notices, &Notices::newStoreWanted, m_files, &StoreFiles::chooseNew);
    connect(m_notices, &Notices::reopenWanted, m_files, &StoreFiles::reopen);
    connect(m_notices, &Notices::rescueWanted, m_files, &StoreFiles::rescue);
    connect(m_files, &StoreFiles::asked, m_notices, &Notices::setStoreFile);
    connect(m_notices, &Notices::certificateWanted, m_dialogs, &Dialogs::openCertificate);
    connect(m_notices, &Notices::limitsWanted, m_dialogs, &Dialogs::openLimits);
    connect(m_notices, &Notices::storageWanted, m_dialogs, &Dialogs::openStorage);
    connect(m_notices, &Notices::passwordWanted, m_dialogs, &Dialogs::askPassword);
    connect(m_notices, &Notices::recallWanted, &m_inspector, &Inspector::recallSecrets);
    connect(m_notices, &Notices::newCertificateWanted, this, &MainWindow::remakeCertificate);
    connect(m_notices, &Notices::rowWanted, this,
            [this](qint64 id) { m_view->select(m_model.rowOf(id)); });
    connect(m_notices, &Notices::folderWanted, m_files, &StoreFiles::showInFolder);
    connect(m_dialogs, &Dialogs::exported, m_notices, &Notices::tellExported);
    connect(new RowDrag(m_inspector, m_model, *m_view), &RowDrag::failed, this,
            [this](const core::Error &error) {
                m_messages->show({.key = u"drag"_s,
                                  .kind = Message::Kind::Error,
                                  .title = error.what,
                                  .text = error.why});
            });
    auto *values = new ColumnValues(m_inspector, m_model, *m_view, m_edits.stack());
    connect(m_details, &DetailsPane::columnWanted, values, &ColumnValues::add);
    connect(values, &ColumnValues::message, this,
            [this](const QString &text) { m_status->notify(text); });
    connect(values, &ColumnValues::edited, this, &MainWindow::tellUndoable);
    connect(values, &ColumnValues::failed, this, [this](const core::Error &error) {
        m_messages->show({.key = u"values"_s,
                          .kind = Message::Kind::Error,
                          .title = error.what,
                          .text = error.why});
    });
    new FileTypes(this);
    const auto *drops = new FileDrops(*this);
    connect(drops, &FileDrops::dropped, &m_inspector, &Inspector::importFiles);
    connect(drops, &FileDrops::hovered, this, [this](bool over) {
        m_status->setTip(over ? tr("Drop to import; the files stay where they are") : QString());
    });
}

} // namespace ui
