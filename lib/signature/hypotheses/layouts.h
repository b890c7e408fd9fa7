// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/hypotheses/variant.h"

namespace signature
{

// What signed texts are put together from. Null where the request has none.
struct TextPieces {
    QByteArray timestamp;
    QByteArray body;
    QByteArray id; // of the delivery or message
    QByteArray method;
    QByteArray target; // path and query
    QByteArray url;
};

// A way to put them together: %t timestamp, %b body, %i id, %m method, %p target, %u URL; %r and %q
// are body and timestamp as Python prints bytes.
struct Layout {
    int rank = 1;
    QString clause; // completes "it fits if …"
    QByteArray pattern;
};

const QList<Layout> &layouts();

// Nothing when a piece that it needs is null.
std::optional<QByteArray> laidOut(const Layout &layout, const TextPieces &pieces);

// What is done to the whole text once it is put together.
Variants textVariants();

} // namespace signature
