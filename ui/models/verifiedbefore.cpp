// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/verifiedbefore.h"

#include <algorithm>

namespace models
{

QString verifiedBefore(const DeliveryRows &rows, qint64 id)
{
    constexpr qsizetype mostLookedAt = 100'000;
    const std::optional<quint32> row = rows.find(id);
    if (!row)
        return {};
    const quint32 endpoint = rows[*row].endpoint;
    const qsizetype last = std::max<qsizetype>(*row - mostLookedAt, 0);
    for (qsizetype at = qsizetype(*row) - 1; at >= last; --at) {
        const PackedRow &other = rows[at];
        if (other.endpoint == endpoint && other.test == 0 && !other.rejected()
            && other.signatureVerdict() == signature::Signature::Verified)
            return rows.text(other.secret);
    }
    return {};
}

} // namespace models
