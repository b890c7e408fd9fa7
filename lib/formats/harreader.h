// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "formats/recordreader.h"

#include <QIODevice>

namespace formats
{

// Reads the entries of a HAR file one after the other and holds one in memory: of our own, of
// browsers and of proxies. What of the log stands around the entries is passed over. The device
// must outlive it.
class HarEntries
{
public:
    HarEntries(QIODevice &device, qint64 now); // microseconds, where an entry has no time

    // Nothing at the end, and where it cannot go on: trouble() tells. A wrong entry is told with
    // its number, and the next one is read.
    std::optional<NumberedEntry> next();

    // Why the file is no HAR, or not a whole one; a sentence, empty where it is.
    QString trouble() const { return m_trouble; }

private:
    bool take(char c);
    bool takeOutside(char c);
    void open(char c);
    std::optional<NumberedEntry> read();
    void end();

    QIODevice &m_device;
    const qint64 m_now;
    QByteArray m_slice;
    qsizetype m_at = 0;
    QString m_trouble;
    QByteArray m_text; // of the string outside of entries that was last
    QByteArray m_key;
    QByteArray m_element;
    qint64 m_line = 1;
    qint64 m_elementLine = 1;
    qint64 m_depth = 0;
    qint64 m_number = 0;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_inLog = false;
    bool m_inList = false;
    bool m_inElement = false;
    bool m_hasEntries = false;
};

// One entry, as text. `line` is that of its file where it begins.
core::Result<Entry> readHarEntry(const QByteArray &text, qint64 now, qint64 line = 1);

constexpr qsizetype longestHarEntry = 256 * 1024 * 1024; // in bytes

} // namespace formats
