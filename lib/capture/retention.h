// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>

namespace capture
{

// What a store keeps at most; 0: any. What is marked stays whatever else goes, and so does what is
// still to be sent on.
struct Retention {
    int days = 0; // since it was received here, or imported
    qint64 count = 0; // deliveries
    qint64 bytes = 0; // of the file, without its free pages

    bool any() const { return days > 0 || count > 0 || bytes > 0; }
    bool operator==(const Retention &) const = default;
};

enum class Excess { None, Age, Count, Size };

// What was removed for good, to keep a store as small as it is to be.
struct Trimmed {
    QList<qint64> ids; // ascending; of deliveries and rejections
    Excess why = Excess::None;
    bool more = false; // there is more to remove
};

} // namespace capture
