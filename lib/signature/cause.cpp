// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/cause.h"

#include <array>

namespace signature
{

namespace
{

using namespace Qt::Literals::StringLiterals;

constexpr std::array<QLatin1StringView, causeCount> words{"json-reserialised"_L1,
                                                          "json-escaping"_L1,
                                                          "charset"_L1,
                                                          "newline"_L1,
                                                          "wrapped-body"_L1,
                                                          "form-encoding"_L1,
                                                          "secret-whitespace"_L1,
                                                          "secret-decoding"_L1,
                                                          "other-secret"_L1,
                                                          "credential-kind"_L1,
                                                          "other-credential-owner"_L1,
                                                          "url"_L1,
                                                          "query"_L1,
                                                          "timestamp-text"_L1,
                                                          "clock"_L1,
                                                          "layout"_L1,
                                                          "digest"_L1,
                                                          "other-scheme"_L1,
                                                          "signature-format"_L1,
                                                          "rotated-key"_L1,
                                                          "altered-body"_L1,
                                                          "header-missing"_L1,
                                                          "empty-secret"_L1,
                                                          "handshake"_L1};

} // namespace

QString word(Cause cause) { return words[size_t(cause)]; }

std::optional<Cause> causeFromWord(QStringView word)
{
    for (size_t i = 0; i < words.size(); ++i) {
        if (word == words[i])
            return Cause(i);
    }
    return {};
}

} // namespace signature
