// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "formats/recordreader.h"

#include <memory>

namespace formats
{

// One delivery or rejection of a file, or why it is none.
struct NamedEntry {
    QString place; // "line 2", "entry 3"; empty where the file holds only one
    Entry entry;
    QString wrong; // a sentence: why it is none; empty where it is one
};

// Reads a file entry by entry and holds one in memory: NDJSON, HAR, raw HTTP (one request or
// several one after the other, of at most 256 MB in all) and stores. Which it is its beginning
// tells; its name only where that is JSON of neither kind, or none at all.
class EntrySource
{
public:
    virtual ~EntrySource() = default;

    // "-" is standard input, which is no store. `now`, in microseconds, is the time of what has
    // none of its own.
    static core::Result<std::unique_ptr<EntrySource>> open(const QString &file, qint64 now);

    // Nothing at the end, and where it cannot go on: trouble() tells, of kind Damaged where the
    // file is not what it seems to be.
    virtual std::optional<NamedEntry> next() = 0;
    virtual std::optional<core::Error> trouble() const = 0;
    virtual QString plural() const = 0; // "lines", "entries": what the places are of
};

} // namespace formats
