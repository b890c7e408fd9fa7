// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"

#include <QDeadlineTimer>

#include <chrono>

namespace listener
{

// Knows the requests that this program sends to its own listener by a random token that each of
// them carries. A token counts once, soon, and only where it was announced before, so that nobody
// passes for this program: not by guessing, not by sending again what was seen, and not by keeping
// what went to another server than was meant.
class OwnRequests
{
public:
    static constexpr const char *fieldName = "Hookglass-Test";
    static constexpr qsizetype most = 64; // tokens that wait; the oldest one gives way
    static constexpr std::chrono::milliseconds patience{60'000}; // longer than a request may take

    void expect(const QByteArray &token, // an empty one is none
                std::chrono::milliseconds lasts = patience);
    bool take(const http::Request &request); // whether it is one; its token is used up

private:
    struct Awaited {
        QByteArray token;
        QDeadlineTimer until;
    };
    QList<Awaited> m_tokens;
};

} // namespace listener
