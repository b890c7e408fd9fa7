// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/desktoplook.h"

#include "ui/portalsettings.h"

#include <QFile>
#include <QThread>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Without one of these the bus library would start a bus of its own.
bool sessionBusIsNamed()
{
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
        || QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + "/bus"_L1);
}

} // namespace

std::optional<bool> prefersDark(const QVariant &colorScheme)
{
    switch (colorScheme.toUInt()) {
    case 1:
        return true;
    case 2:
        return false;
    default:
        return {};
    }
}

DesktopLook::DesktopLook(QObject *parent)
    : QObject(parent)
{
}

// A thread that is stuck in the bus library is left to end with the process.
DesktopLook::~DesktopLook()
{
    if (!m_thread)
        return;
    m_thread->quit();
    if (m_thread->wait(500))
        m_thread->deleteLater();
}

void DesktopLook::watch()
{
    if (m_thread || !sessionBusIsNamed())
        return;
    m_thread = new QThread;
    auto *portal = new PortalSettings;
    portal->moveToThread(m_thread);
    connect(m_thread, &QThread::started, portal, &PortalSettings::read);
    connect(m_thread, &QThread::finished, portal, &QObject::deleteLater);
    connect(portal, &PortalSettings::colorScheme, this,
            [this](const QVariant &value) { take(prefersDark(value)); });
    m_thread->start();
}

void DesktopLook::take(std::optional<bool> dark)
{
    if (dark == m_dark)
        return;
    m_dark = dark;
    Q_EMIT changed();
}

} // namespace ui
