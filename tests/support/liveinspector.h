// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/inspector.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

// A whole Inspector on a store of its own, without the user's keychain.
namespace support
{

// Before the application connects to the session bus.
inline const bool noKeychain
    = qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/hookglass-tests");

class LiveInspector
{
public:
    LiveInspector()
        : m_inspector({.dataFolder = m_folder.filePath(QStringLiteral("data")),
                       .configFile = m_folder.filePath(QStringLiteral("config/hookglass.conf"))})
    {
    }

    [[nodiscard]] bool open()
    {
        QSignalSpy opened(&m_inspector, &inspector::Inspector::opened);
        m_inspector.open(path(QStringLiteral("test.hookglass")));
        return opened.wait();
    }

    [[nodiscard]] bool listen()
    {
        QSignalSpy started(&m_inspector, &inspector::Inspector::listeningStarted);
        m_inspector.listen({.port = 0});
        return started.wait();
    }

    [[nodiscard]] bool ping()
    {
        QSignalSpy stored(&m_inspector, &inspector::Inspector::stored);
        m_inspector.sendPing();
        return stored.wait();
    }

    inspector::Inspector &operator*() { return m_inspector; }
    inspector::Inspector *operator->() { return &m_inspector; }
    QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    inspector::Inspector m_inspector;
};

} // namespace support
