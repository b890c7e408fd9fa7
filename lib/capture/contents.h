// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/database.h"
#include "capture/selection.h"

#include <limits>

namespace capture
{

// What a delivery says, as it stands in the store. Views into SQLite's memory: they hold until the
// next one is read.
struct Content {
    qint64 id = 0;
    QByteArrayView topic;
    QByteArrayView account;
    QByteArrayView event;
    QByteArrayView summary;
    QByteArrayView target;
    bool amended = false; // other texts than these were found later, or there is a note
    QByteArrayView head; // request line, fields, and the empty line
    QByteArrayView trailers; // as lines
    QByteArrayView body;
};

// What of it is read; the rest stays empty. SQLite copies what it is asked for.
struct ContentParts {
    bool texts = true; // topic to target, and whether they were amended
    bool fields = true; // head and trailers
    bool body = true;

    bool operator==(const ContentParts &) const = default;
};

// Reads what deliveries say, one after the other, and little else: on SQLite's own interface, and
// without a copy where SQLite makes none. What was removed is left out. Stays on one thread.
class Contents
{
public:
    // Another connection to a store that may be written to meanwhile.
    static core::Result<std::unique_ptr<Contents>> open(const QString &file,
                                                        const ContentParts &parts = {});

    // From now on the ids above `after`, up to `upTo`, ascending. A larger body is left out.
    static constexpr qint64 anySize = std::numeric_limits<qint64>::max();
    void start(qint64 after, qint64 upTo, qint64 largestBody = anySize);
    bool next(Content &content); // false: there is no more, or it cannot be read
    std::optional<core::Error> trouble() const;

private:
    Contents(Database database, const ContentParts &parts);

    const Database m_database; // before the selections: they go first
    const ContentParts m_parts;
    Selection m_changes; // whether there are any
    Selection m_rows;
};

} // namespace capture
