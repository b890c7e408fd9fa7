// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs.h"
#include "ui/dialogs/publiccheck.h"
#include "ui/filtering.h"
#include "ui/latesecrets.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/notices.h"
#include "ui/reading.h"
#include "ui/statusline.h"
#include "ui/storefiles.h"
#include "ui/views/arrivalstrip.h"
#include "ui/views/deliveryview.h"
#include "ui/views/emptytable.h"
#include "ui/views/filterbar.h"
#include "ui/views/firstrunpage.h"
#include "ui/views/verdictchips.h"

#include <QFileInfo>
#include <QSplitter>
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
    const auto first = std::find_if(rows.begin(), rows.end(), [](const auto &row) {
        return !row.rejection && !isOwnCheck(row.target);
    });
    if (first == rows.end() || !m_greetFirst)
        return;
    m_greetFirst = false;
    m_state.setUpDone = true;
    showPage(false);
    m_view->select(m_model.rowOf(first->id));
    m_view->setFollowing(true); // nobody chose to read this one
    m_notices->greetFirst(*first);
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

} // namespace ui
