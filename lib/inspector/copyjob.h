// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace inspector
{

// Saves a copy of a store while it may be written to, on a thread and a connection of its own.
// Lives on the main thread.
class CopyJob : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~CopyJob() override; // stops it

    bool running() const { return m_thread && m_thread->isRunning(); }

public Q_SLOTS:
    void start(const QString &store, const QString &file); // copied, stopped or failed
    void stop();

Q_SIGNALS:
    void progressed(int percent); // each number once
    void copied(const QString &file);
    void stopped();
    void failed(const core::Error &error);

private:
    std::unique_ptr<QThread> m_thread;
};

} // namespace inspector
