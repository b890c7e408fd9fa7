// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/localtimes.h"
#include "ui/dialogs.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/notices.h"
#include "ui/statusline.h"
#include "ui/stilllistening.h"
#include "ui/storefiles.h"
#include "ui/views/emptytable.h"
#include "ui/views/urlbox.h"

#include <QSslCertificate>

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using inspector::Inspector;

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

} // namespace ui
