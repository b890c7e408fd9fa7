// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/hypotheses/variant.h"

namespace signature
{

// What copying does to a secret: each takes its text and gives another one, of which the scheme
// makes the key. Nothing is guessed. Whoever asks for a text wipes it.
Variants secretTextVariants();

// Other ways from a secret's text to the key's bytes. The same goes for what they give.
Variants keyVariants();

// How code sees a secret that was never set; as keys.
Variants unsetSecretVariants();

} // namespace signature
