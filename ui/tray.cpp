// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/tray.h"

#include <QApplication>
#include <QSystemTrayIcon>
#include <QWidget>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

Tray::Tray(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
}

bool Tray::available() { return QSystemTrayIcon::isSystemTrayAvailable(); }

void Tray::fillMenu(const QList<QAction *> &actions)
{
    m_menu.clear();
    m_menu.addAction(tr("&Show the window"), this, &Tray::showWindow);
    m_menu.addSeparator();
    m_menu.addActions(actions);
}

void Tray::setAlerts(const Alerts &alerts)
{
    const bool wanted = alerts.tray && available();
    if (wanted && !m_icon)
        make();
    if (!wanted && m_icon) {
        m_icon->hide();
        m_icon->deleteLater();
        m_icon = nullptr;
        showWindow(); // nothing else could bring it back
    }
    QApplication::setQuitOnLastWindowClosed(!m_icon);
}

void Tray::make()
{
    m_icon = new QSystemTrayIcon(QIcon(u":/icons/hookglass.svg"_s), this);
    m_icon->setContextMenu(&m_menu);
    m_icon->setToolTip(m_state);
    connect(m_icon, &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger)
                    showWindow();
            });
    connect(m_icon, &QSystemTrayIcon::messageClicked, this, [this] {
        showWindow();
        if (m_toldRow != 0)
            Q_EMIT rowWanted(m_toldRow);
    });
    m_icon->show();
}

void Tray::setState(const QString &sentence)
{
    m_state = sentence;
    if (m_icon)
        m_icon->setToolTip(sentence);
}

void Tray::tell(const QString &sentence, qint64 rowId)
{
    if (!m_icon || (m_window.isVisible() && m_window.isActiveWindow()))
        return;
    m_toldRow = rowId;
    m_icon->showMessage(tr("Hookglass"), sentence, m_icon->icon());
}

void Tray::showWindow()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

} // namespace ui
