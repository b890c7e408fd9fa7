// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <optional>

namespace signature
{

// Numbers stand in stores: never renumber.
enum class Signature : quint8 {
    Verified = 0,
    Invalid = 1,
    Unsigned = 2,
    Malformed = 3,
    NoSecret = 4,
    NotApplicable = 5,
};

enum class Freshness : quint8 {
    Fresh = 0,
    Stale = 1,
    Future = 2,
    Missing = 3,
    Malformed = 4,
    NotApplicable = 5,
};

// The two answers about one delivery, never merged.
struct Verdict {
    QString scheme; // its id; empty when the endpoint has none
    Signature signature = Signature::NotApplicable;
    Freshness freshness = Freshness::NotApplicable;
    std::optional<qint64> ageSeconds; // arrival in whole seconds minus the signed time
    QString secret; // label of the one that matched

    bool operator==(const Verdict &) const = default;
};

// The words of files and filters: "verified", "no-secret", "not-applicable".
QString word(Signature signature);
QString word(Freshness freshness);
std::optional<Signature> signatureFromWord(QStringView word);
std::optional<Freshness> freshnessFromWord(QStringView word);

} // namespace signature
