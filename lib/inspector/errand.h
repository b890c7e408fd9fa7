// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QThread>

#include <functional>
#include <memory>

namespace inspector
{

// Work on a thread of its own, one piece at a time. Whoever owns it stops it by going away, and
// waits for that; it lives on the owner's thread.
class Errand
{
public:
    Errand() = default;
    ~Errand();
    Q_DISABLE_COPY_MOVE(Errand)

    bool running() const { return m_thread && m_thread->isRunning(); }

    // Not while one runs.
    void start(const std::function<void()> &work,
               QThread::Priority priority = QThread::InheritPriority);
    void stop(); // asks for it, and does not wait
    void wait();

    static bool isStopping(); // for the work to ask, on its thread

private:
    std::unique_ptr<QThread> m_thread;
};

} // namespace inspector
