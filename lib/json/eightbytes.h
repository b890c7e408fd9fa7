// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtEndian>

#include <bit>

namespace json
{

// Eight bytes of a text, looked at together: a processor asks them as fast as one, and most of a
// text is neither an escape nor the end of a string.
class EightBytes
{
public:
    static constexpr qsizetype size = 8;

    explicit EightBytes(const char *from)
        : m_bytes(qFromLittleEndian<quint64>(from))
    {
    }

    // How many there are before the first one that is below 0x20, a quote, or a backslash.
    int beforeEscape() const { return beforeFirst(escapes()); }

    // Or beyond ASCII.
    int beforeEscapeOrOther() const { return beforeFirst(escapes() | m_bytes); }

private:
    static constexpr quint64 each = 0x0101'0101'0101'0101;
    static constexpr quint64 upper = 0x80 * each;

    static int beforeFirst(quint64 marks) { return std::countr_zero(marks & upper) / 8; }

    // Sets the uppermost bit of the bytes that are zero, and perhaps of some behind such a one.
    static quint64 zeros(quint64 bytes) { return (bytes - each) & ~bytes; }

    quint64 escapes() const
    {
        const quint64 controls = (m_bytes - 0x20 * each) & ~m_bytes; // likewise
        return controls | zeros(m_bytes ^ ('"' * each)) | zeros(m_bytes ^ ('\\' * each));
    }

    quint64 m_bytes; // the first one lowest
};

} // namespace json
