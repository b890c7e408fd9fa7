// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "commands/interrupt.h"
#include "inspector/inspector.h"
#include "inspector/resendrun.h"

namespace commands
{

// Runs a plan on a store and tells each attempt: a JSON line, or a line for people. Ends the
// application with the exit status. An interrupt lets what is under way end and cancels the rest; a
// second one cancels that as well.
class Resending : public QObject
{
    Q_OBJECT

public:
    Resending(QString store, inspector::ResendPlan plan, bool json);
    ~Resending() override;

    void start();

private:
    void run();
    void tell(const capture::Attempt &attempt);
    void interrupt();
    void finish();
    void end(int status);

    const QString m_store;
    const inspector::ResendPlan m_plan;
    const bool m_json;
    Interrupt m_interrupt;
    std::unique_ptr<inspector::Inspector> m_inspector;
    std::unique_ptr<inspector::ResendRun> m_run;
    bool m_interrupted = false;
    bool m_ending = false;
};

} // namespace commands
