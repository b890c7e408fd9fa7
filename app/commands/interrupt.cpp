// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/interrupt.h"

#include <array>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace commands
{

constexpr std::array signalsThatEnd{SIGINT, SIGTERM, SIGHUP};

static std::array<int, 2> ends{-1, -1};
static volatile std::sig_atomic_t caught = 0;

static void wake(int)
{
    caught = 1;
    const char byte = 1; // All that a signal handler may do (signal-safety(7)).
    [[maybe_unused]] const auto written = ::write(ends[0], &byte, 1);
}

// What nohup starts is to outlive its terminal.
static bool isToOutlive(int number)
{
    struct sigaction now{};
    return number == SIGHUP && ::sigaction(number, nullptr, &now) == 0 && now.sa_handler == SIG_IGN;
}

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    caught = 0;
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return; // Then the signals end the process at once, as without us.
    m_notifier = std::make_unique<QSocketNotifier>(ends[1], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        [[maybe_unused]] const auto taken = ::read(ends[1], &byte, 1);
        Q_EMIT interrupted();
    });
    struct sigaction action = {};
    action.sa_handler = wake;
    action.sa_flags = SA_RESTART;
    for (const int number : signalsThatEnd) {
        if (!isToOutlive(number))
            ::sigaction(number, &action, nullptr);
    }
}

Interrupt::~Interrupt()
{
    for (const int number : signalsThatEnd) {
        if (!isToOutlive(number))
            std::signal(number, SIG_DFL);
    }
    m_notifier.reset();
    for (int &end : ends)
        ::close(std::exchange(end, -1));
}

bool Interrupt::came() const { return caught != 0; }

} // namespace commands
