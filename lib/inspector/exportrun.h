// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/errand.h"
#include "inspector/exportjob.h"

#include <QObject>

namespace inspector
{

// Writes an export while the store may be written to, on a thread and a connection of its own.
// Lives on the main thread.
class ExportRun : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool running() const { return m_errand.running(); }

public Q_SLOTS:
    // What has a file for each goes into a folder. `expected` is how many there are, for the
    // progress. Then exported, stopped or failed.
    void start(const QString &store, const inspector::ExportOrder &order, const QString &target,
               qint64 expected);
    void stop() { m_errand.stop(); }

Q_SIGNALS:
    void progressed(int percent); // each number once
    void exported(const QString &target, qint64 count);
    void stopped();
    void failed(const core::Error &error);

private:
    Errand m_errand;
};

} // namespace inspector
