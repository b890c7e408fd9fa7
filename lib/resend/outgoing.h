// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"

class QSslSocket;

namespace resend
{

// What is still to be sent of one request. Keeps a bounded part of it in the socket, so that a
// large body is not held twice.
class Outgoing
{
public:
    void set(const http::Request &request);
    bool isEmpty() const { return m_pieces.isEmpty(); }

    qsizetype size() const; // of what is left

    // Hands over what fits, and no more than `most` bytes; to be called again when the socket has
    // written.
    void sendTo(QSslSocket &socket, qsizetype most);

private:
    QByteArrayList m_pieces; // the first one from m_offset
    qsizetype m_offset = 0;
};

} // namespace resend
