// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/workerthread.h"
#include "ui/fix.h"

#include <QObject>

#include <memory>
#include <stop_token>

namespace ui
{

struct Diagnosed {
    signature::Diagnosis diagnosis;
    std::optional<Fix> fix;
};

// Looks for the cause of one signature at a time, on a thread of its own. Lives on the main thread;
// its end waits for the search, which ends soon when it is told to.
class Diagnosing : public QObject
{
    Q_OBJECT

public:
    explicit Diagnosing(QObject *parent = nullptr);
    ~Diagnosing() override;

    // Drops the question before. Besides the question's other schemes those of the catalogue are
    // tried, as far as their signature header is there.
    void ask(const signature::Question &question);
    void cutShort(); // found() comes soon, with what is known by then
    void drop(); // found() comes no more
    bool isAsking() const { return m_asking; }

Q_SIGNALS:
    void found(const ui::Diagnosed &diagnosed);

private:
    void take(int number, const Diagnosed &diagnosed);

    std::unique_ptr<core::WorkerThread> m_thread; // made for the first question
    std::unique_ptr<QObject> m_there; // lives on the thread
    std::stop_source m_stop;
    int m_number = 0;
    bool m_asking = false;
};

} // namespace ui
