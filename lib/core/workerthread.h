// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QThread>

namespace core
{

// A thread for QObjects that exchange many queued signals. Its event dispatcher wakes it once for
// all that is posted meanwhile; the GLib one that Qt takes on Linux writes to a descriptor for each
// signal, which cost a third of the listener's time.
class WorkerThread : public QThread
{
public:
    explicit WorkerThread(const QString &name);
};

} // namespace core
