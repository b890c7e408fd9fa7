// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "formats/recordreader.h"

#include <QIODevice>

namespace formats
{

// Reads one line as ndjsonLine() writes it. Of a repeated member the last counts. The error's why
// names the member that is wrong, or where the line, the `number`-th of its file, is no JSON.
core::Result<Entry> readNdjsonLine(const QByteArray &line, qint64 number);

constexpr qsizetype longestLine = 256 * 1024 * 1024; // in bytes; a body may be a third of it

// Reads line after line of a device, which must outlive it, and holds one in memory. Empty lines
// are passed over, and so is a byte order mark in front. Lines are numbered as an editor does.
class NdjsonLines
{
public:
    explicit NdjsonLines(QIODevice &device)
        : m_device(device)
    {
    }

    // Nothing when the device has no more: whether it failed is for the device to say.
    std::optional<NumberedEntry> next();

private:
    QIODevice &m_device;
    qint64 m_number = 0;
};

} // namespace formats
