// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/outgoing.h"

#include "resend/requestbytes.h"

#include <QSslSocket>

#include <algorithm>

namespace resend
{

static constexpr qsizetype sliceSize = 64LL * 1024;
static constexpr qint64 inSocketLimit = 256LL * 1024;

void Outgoing::set(const http::Request &request)
{
    m_pieces.clear();
    m_offset = 0;
    for (const QByteArray &piece :
         {headBytes(request) + bodyPrefix(request), request.body, bodySuffix(request)}) {
        if (!piece.isEmpty())
            m_pieces.append(piece);
    }
}

qsizetype Outgoing::size() const
{
    qsizetype size = -m_offset;
    for (const QByteArray &piece : m_pieces)
        size += piece.size();
    return size;
}

void Outgoing::sendTo(QSslSocket &socket, qsizetype most)
{
    while (!m_pieces.isEmpty() && most > 0
           && socket.bytesToWrite() + socket.encryptedBytesToWrite() < inSocketLimit) {
        const QByteArrayView rest = QByteArrayView(m_pieces.constFirst()).sliced(m_offset);
        const qsizetype size = std::min({rest.size(), sliceSize, most});
        if (socket.write(rest.data(), size) != size)
            return; // The socket says why by its own signal.
        m_offset += size;
        most -= size;
        if (size < rest.size())
            continue;
        m_pieces.removeFirst();
        m_offset = 0;
    }
}

} // namespace resend
