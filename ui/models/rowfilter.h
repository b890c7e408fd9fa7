// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/deliveryrows.h"

#include <array>
#include <bitset>

namespace models
{

constexpr size_t signatureKinds = size_t(signature::Signature::NotApplicable) + 1;
constexpr size_t freshnessKinds = size_t(signature::Freshness::NotApplicable) + 1;

// Which rows are shown. Words of one group are alternatives; both groups must agree. A group
// without a word lets everything pass.
struct RowFilter {
    std::bitset<signatureKinds> signatures;
    std::bitset<freshnessKinds> freshness;
    bool rejected = false; // stands among the signatures

    bool operator==(const RowFilter &) const = default;

    bool passesAll() const { return signatures.none() && freshness.none() && !rejected; }

    bool passes(const PackedRow &row) const
    {
        if (row.rejected())
            return freshness.none() && (rejected || signatures.none());
        const bool signature = (signatures.none() && !rejected) || signatures[row.signature];
        return signature && (freshness.none() || freshness[row.freshness]);
    }
};

// How many rows there are of each word, kept up to date row by row.
struct RowCounts {
    std::array<qint64, signatureKinds> signatures{};
    std::array<qint64, freshnessKinds> freshness{};
    qint64 rejected = 0;
    qint64 imported = 0; // of all; they did not arrive here
    qint64 all = 0;

    bool operator==(const RowCounts &) const = default;

    void add(const PackedRow &row, int times = 1)
    {
        all += times;
        imported += row.imported() ? times : 0;
        if (row.rejected()) {
            rejected += times;
            return;
        }
        signatures[row.signature] += times;
        freshness[row.freshness] += times;
    }
};

} // namespace models
