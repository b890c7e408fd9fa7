// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/scheme.h"

namespace snippets
{

// From the secret's text to the key: in this order.
struct KeyRecipe {
    enum class Reading : quint8 { Text, Base64, Hex };
    QByteArray prefix; // taken off where it stands
    bool decomposed = false; // NFKD
    QByteArray suffix; // added
    Reading reading = Reading::Text;
    bool hashed = false; // SHA-1 of that

    bool isText() const { return reading == Reading::Text && !hashed; }

    bool operator==(const KeyRecipe &) const = default;
};

// Nothing: code does not make such a key.
std::optional<KeyRecipe> keyRecipe(const signature::Scheme &scheme);

} // namespace snippets
