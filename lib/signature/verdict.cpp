// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/verdict.h"

#include <array>

namespace signature
{

namespace
{

using namespace Qt::Literals::StringLiterals;

// In the order of the enums.
constexpr std::array signatureWords{
    "verified"_L1, "invalid"_L1, "unsigned"_L1, "malformed"_L1, "no-secret"_L1, "not-applicable"_L1,
};
constexpr std::array freshnessWords{
    "fresh"_L1, "stale"_L1, "future"_L1, "missing"_L1, "malformed"_L1, "not-applicable"_L1,
};

template <typename Enum, size_t Size>
std::optional<Enum> fromWord(const std::array<QLatin1StringView, Size> &words, QStringView word)
{
    for (size_t i = 0; i < Size; ++i) {
        if (word == words[i])
            return Enum(i);
    }
    return {};
}

} // namespace

QString word(Signature signature) { return signatureWords.at(size_t(signature)); }

QString word(Freshness freshness) { return freshnessWords.at(size_t(freshness)); }

std::optional<Signature> signatureFromWord(QStringView word)
{
    return fromWord<Signature>(signatureWords, word);
}

std::optional<Freshness> freshnessFromWord(QStringView word)
{
    return fromWord<Freshness>(freshnessWords, word);
}

} // namespace signature
