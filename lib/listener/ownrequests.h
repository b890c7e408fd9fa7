// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"

namespace listener
{

// Knows the requests that this program sends to its own listener by a random token that each of
// them carries. A token counts once and only where it was announced before, so that nobody passes
// for this program: not by guessing, and not by sending again what was seen.
class OwnRequests
{
public:
    static constexpr const char *fieldName = "Hookglass-Test";
    static constexpr qsizetype most = 64; // tokens that wait; the oldest one gives way

    void expect(const QByteArray &token); // an empty one is none
    bool take(const http::Request &request); // whether it is one; its token is used up

private:
    QList<QByteArray> m_tokens;
};

} // namespace listener
