// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/views/deliveryview.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>

namespace ui
{

void MainWindow::connectAlerts()
{
    m_tray.fillMenu({m_actions->listen, m_actions->pause, m_actions->copyUrl, m_actions->quit});
    const auto set = [this](const Alerts &alerts) {
        m_digest.setAlerts(alerts);
        m_tray.setAlerts(alerts);
    };
    connect(m_dialogs, &Dialogs::alertsChanged, this, set);
    connect(&m_digest, &AlertDigest::due, &m_tray, &Tray::tell);
    connect(m_messages, &MessageBar::shown, this, [this](const Message &message) {
        if (message.kind == Message::Kind::Error && loadAlerts(m_settings).trouble)
            m_tray.tell(message.title, 0);
    });
    connect(&m_tray, &Tray::rowWanted, this, [this](qint64 id) {
        showPage(false);
        m_view->select(m_model.rowOf(id));
    });
    set(loadAlerts(m_settings));
}

// The first time it is said, since a window that goes does not look like one that stays.
bool MainWindow::staysInTray()
{
    if (m_state.trayExplained)
        return true;
    QMessageBox question(QMessageBox::Information, tr("Hookglass"),
                         tr("Hookglass goes on listening in the tray."), QMessageBox::NoButton,
                         this);
    question.setInformativeText(
        tr("Its icon brings the window back. Settings, Alerts, lets closing end it."));
    QPushButton *stay = question.addButton(tr("Stay in the tray"), QMessageBox::AcceptRole);
    QPushButton *end = question.addButton(tr("Quit"), QMessageBox::DestructiveRole);
    question.addButton(QMessageBox::Cancel);
    question.setDefaultButton(stay);
    question.exec();
    if (question.clickedButton() == end)
        QMetaObject::invokeMethod(this, &MainWindow::quit, Qt::QueuedConnection);
    m_state.trayExplained = question.clickedButton() == stay;
    return m_state.trayExplained;
}

void MainWindow::quit()
{
    m_quitting = true;
    m_quitting = close();
    if (m_quitting)
        QApplication::quit(); // with the tray's icon there, the last window's end is not the
                              // program's
}

} // namespace ui
