// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "commands/interrupt.h"
#include "commands/lineprinter.h"
#include "inspector/inspector.h"

#include <QThread>

namespace commands
{

// What `listen` was asked to do, checked.
struct ListenPlan {
    QString store;
    inspector::Settings settings;
    capture::Endpoint endpoint;
    std::optional<signature::Scheme> scheme; // of a file; for this run only
    signature::Secrets secrets;
    QStringList notices; // to be said behind the first line
    qint64 count = 0; // 0: until interrupted
    bool json = false;
};

// One run of `listen`: opens the store, listens, tells what arrives, and ends in order.
class ListenRun : public QObject
{
    Q_OBJECT

public:
    explicit ListenRun(ListenPlan plan);
    ~ListenRun() override;

    void start(); // ends the application with the exit status

private:
    void listen();
    void announce(const listener::Listening &listening);
    void tell(const QList<capture::Summary> &rows);
    void tellStranded();
    void settle(const QList<capture::Answer> &answers);
    void countPrinted(qsizetype lines);
    void finish();
    void giveUp(const core::Error &error);
    void end(int status);

    ListenPlan m_plan;
    std::unique_ptr<inspector::Inspector> m_inspector;
    Interrupt m_interrupt;
    QThread m_printing;
    LinePrinter *m_printer = nullptr;
    QList<capture::ForwardQueue> m_toldStranded;
    qint64 m_settled = 0;
    qint64 m_printed = 0;
    qint64 m_second = 0; // of the lines told last
    qint64 m_told = 0; // in that second
    qint64 m_untold = 0;
    bool m_finishing = false;
    bool m_ending = false;
};

} // namespace commands
