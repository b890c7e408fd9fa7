// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/workerthread.h"

#ifdef Q_OS_UNIX
#include <private/qeventdispatcher_unix_p.h>
#endif

namespace core
{

WorkerThread::WorkerThread(const QString &name)
{
    setObjectName(name);
#ifdef Q_OS_UNIX
    setEventDispatcher(new QEventDispatcherUNIX); // Owned by the thread.
#endif
}

} // namespace core
