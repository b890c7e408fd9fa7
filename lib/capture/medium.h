// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace capture
{

// What stands beside a store that is to be read. SQLite makes files there even to read, unless it
// is told that nothing changes.
enum class Medium {
    Writable,
    Shared, // cannot be written, and others' files are there to read along with
    Still, // cannot be written, and all is in the file itself
    Unclosed, // cannot be written, and the latest is in the write-ahead log
};

Medium mediumOf(const QString &file);
QString stillName(const QString &file); // the SQLite URI of one that nobody changes

} // namespace capture
