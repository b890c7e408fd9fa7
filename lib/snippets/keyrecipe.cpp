// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "snippets/keyrecipe.h"

#include <algorithm>

namespace snippets
{

using namespace signature;

namespace
{

// Whether the recipe can have the step behind what it has.
bool add(KeyRecipe &key, const KeyStep &step)
{
    using Kind = KeyStep::Kind;
    const bool whole = key.isText() && key.suffix.isEmpty();
    switch (step.kind) {
    case Kind::Utf8:
        return true;
    case Kind::StripPrefix:
    case Kind::Base64Behind: {
        const bool first = whole && key.prefix.isEmpty() && !key.decomposed;
        key.prefix = step.text;
        // Senders give out secrets with the prefix alone, so code need not take others.
        if (step.kind == Kind::Base64Behind)
            key.reading = KeyRecipe::Reading::Base64;
        return first;
    }
    case Kind::Suffix:
        key.suffix += step.text;
        return key.isText();
    case Kind::Nfkd:
        key.decomposed = true;
        return whole;
    case Kind::Base64:
    case Kind::Hex:
        key.reading = step.kind == Kind::Hex ? KeyRecipe::Reading::Hex : KeyRecipe::Reading::Base64;
        return whole;
    case Kind::Sha1: {
        const bool first = !key.hashed;
        key.hashed = true;
        return first;
    }
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<KeyRecipe> keyRecipe(const Scheme &scheme)
{
    KeyRecipe key;
    const bool made = std::all_of(scheme.key.begin(), scheme.key.end(),
                                  [&](const KeyStep &step) { return add(key, step); });
    const bool compared = scheme.type == Type::Token || scheme.type == Type::Basic;
    return made && (!compared || key.isText()) ? std::optional(key) : std::nullopt;
}

} // namespace snippets
