// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/clienthello.h"

#include <algorithm>

namespace listener
{

constexpr char handshakeRecord = 0x16;
constexpr char clientHello = 0x01;
constexpr int serverNameExtension = 0;
constexpr int protocolsExtension = 16; // ALPN
constexpr char hostName = 0;

// A request line begins with a method in capitals, in any client that there is; it may have come in
// part. Once it is whole, it says HTTP: other protocols have words in capitals, too.
static bool beginsRequest(QByteArrayView bytes)
{
    const auto end = std::find_if(bytes.begin(), bytes.end(),
                                  [](char c) { return (c < 'A' || c > 'Z') && c != '-'; });
    if (end == bytes.begin() || bytes[0] == '-' || (end != bytes.end() && *end != ' '))
        return false;
    const qsizetype line = bytes.indexOf('\n');
    return line < 0 || bytes.first(line).contains(" HTTP/");
}

Opening opening(QByteArrayView firstBytes)
{
    if (firstBytes.startsWith(handshakeRecord))
        return Opening::Tls;
    return beginsRequest(firstBytes) ? Opening::PlainHttp : Opening::Other;
}

// Reads big-endian numbers and runs of bytes; once it ran past the end, everything is empty.
class Cursor
{
public:
    explicit Cursor(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }

    bool failed() const { return m_failed; }
    bool atEnd() const { return m_rest.isEmpty(); }

    QByteArrayView bytes(qsizetype count)
    {
        if (count > m_rest.size()) {
            m_failed = true;
            m_rest = {};
            return {};
        }
        const QByteArrayView taken = m_rest.first(count);
        m_rest = m_rest.sliced(count);
        return taken;
    }

    qsizetype number(int width)
    {
        qsizetype value = 0;
        for (const char byte : bytes(width))
            value = value << 8 | uchar(byte);
        return value;
    }

    // A run with its length before it.
    QByteArrayView run(int width) { return bytes(number(width)); }

private:
    QByteArrayView m_rest;
    bool m_failed = false;
};

static std::optional<QByteArray> firstHostName(QByteArrayView list)
{
    Cursor names(Cursor(list).run(2));
    while (!names.atEnd()) {
        const bool host = names.number(1) == hostName;
        const QByteArrayView name = names.run(2);
        if (host && !names.failed() && !name.isEmpty())
            return name.toByteArray();
    }
    return {};
}

static std::optional<QByteArrayView> extension(QByteArrayView firstBytes, qsizetype wanted)
{
    Cursor record(firstBytes);
    if (record.bytes(1) != QByteArrayView(&handshakeRecord, 1))
        return {};
    record.bytes(2); // version
    Cursor handshake(record.run(2));
    if (handshake.bytes(1) != QByteArrayView(&clientHello, 1))
        return {};
    Cursor hello(handshake.run(3));
    hello.bytes(2 + 32); // version, random
    hello.run(1); // session
    hello.run(2); // ciphers
    hello.run(1); // compressions
    Cursor extensions(hello.run(2));
    while (!extensions.atEnd()) {
        const qsizetype type = extensions.number(2);
        const QByteArrayView content = extensions.run(2);
        if (type == wanted && !extensions.failed())
            return content;
    }
    return {};
}

std::optional<QByteArray> serverName(QByteArrayView firstBytes)
{
    const auto content = extension(firstBytes, serverNameExtension);
    return content ? firstHostName(*content) : std::nullopt;
}

bool offersHttp1(QByteArrayView firstBytes)
{
    Cursor protocols(
        Cursor(extension(firstBytes, protocolsExtension).value_or(QByteArrayView())).run(2));
    while (!protocols.atEnd()) {
        const QByteArrayView protocol = protocols.run(1);
        if (protocol == "http/1.1" || protocol == "http/1.0")
            return true;
    }
    return false;
}

} // namespace listener
