// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/errand.h"

namespace inspector
{

Errand::~Errand()
{
    stop();
    wait();
}

void Errand::start(const std::function<void()> &work, QThread::Priority priority)
{
    wait(); // one that has finished its work need not have ended yet
    m_thread.reset(QThread::create(work));
    m_thread->start(priority);
}

void Errand::stop()
{
    if (m_thread)
        m_thread->requestInterruption();
}

void Errand::wait()
{
    if (m_thread)
        m_thread->wait();
}

bool Errand::isStopping() { return QThread::currentThread()->isInterruptionRequested(); }

} // namespace inspector
