// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

namespace resend
{

// Tells a connection that its peer reset (RST) from one that it closed (FIN). Qt calls both closed
// and lets go of the socket before it says so, hence a second descriptor of the same socket.
class ResetWatch
{
public:
    ResetWatch() = default;
    ~ResetWatch() { release(); }
    Q_DISABLE_COPY_MOVE(ResetWatch)

    // Of a connected TCP socket. While it is held the connection is not closed by Qt's end alone.
    void hold(qintptr descriptor);
    void release();

    // False also where it cannot be known: not on this system, or through a proxy.
    bool wasReset() const;

private:
    int m_descriptor = -1;
};

} // namespace resend
