// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/hypotheses/variant.h"

namespace signature
{

// What is done to bodies between the sender and whoever computes a signature. Each list has the
// commonest first. A variant may give the body as it was; whoever uses it compares.

// JSON read and written anew: white space, order, numbers, and what languages print instead of it.
Variants jsonVariants();

// What a rewriting has lost: the order of the outermost members, zeros at the end of numbers. The
// list depends on `body`, which is not kept.
Variants restoringVariants(const QByteArray &body);

// Other spellings of the same strings.
Variants escapingVariants();

// Letters beyond ASCII in another encoding, or lost.
Variants charsetVariants();

// Line breaks, byte order marks and white space at the ends.
Variants newlineVariants();

// Bodies inside something else, as gateways do it, and what code has in hand when it lost the body.
// Looks for wrappings into `body`, which is not kept.
Variants wrappingVariants(const QByteArray &body);

// A form instead of its field and the other way round. `form`: the request says it is one.
Variants formVariants(bool form);

} // namespace signature
