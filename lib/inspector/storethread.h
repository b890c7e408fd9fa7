// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/recorder.h"
#include "core/workerthread.h"

namespace inspector
{

// The store's thread and the Recorder on it. Lives on the main thread.
class StoreThread : public QObject
{
    Q_OBJECT

public:
    explicit StoreThread(QObject *parent = nullptr);
    ~StoreThread() override; // writes what is pending

    capture::Recorder &recorder() { return *m_recorder; }

    // Runs `job` there, in its turn, and then `next` with its outcome on the thread of `context`,
    // which must outlive this. Both take and give values only. What was stored before is told
    // first.
    template <typename Job, typename Next> void ask(QObject *context, Job job, Next next)
    {
        capture::Recorder *recorder = m_recorder;
        QMetaObject::invokeMethod(
            recorder,
            [recorder, context, job = std::move(job), next = std::move(next)]() mutable {
                recorder->tell();
                auto outcome = job(*recorder);
                QMetaObject::invokeMethod(
                    context,
                    [next = std::move(next), outcome = std::move(outcome)]() mutable {
                        next(std::move(outcome));
                    },
                    Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
    }

private:
    core::WorkerThread m_thread{QStringLiteral("store")};
    capture::Recorder *m_recorder;
};

} // namespace inspector
