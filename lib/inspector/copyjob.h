// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "inspector/errand.h"

#include <QObject>

namespace inspector
{

// Saves a copy of a store while it may be written to, on a thread and a connection of its own.
// Lives on the main thread.
class CopyJob : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool running() const { return m_errand.running(); }

public Q_SLOTS:
    void start(const QString &store, const QString &file); // copied, stopped or failed
    void stop() { m_errand.stop(); }

Q_SIGNALS:
    void progressed(int percent); // each number once
    void copied(const QString &file);
    void stopped();
    void failed(const core::Error &error);

private:
    Errand m_errand;
};

} // namespace inspector
