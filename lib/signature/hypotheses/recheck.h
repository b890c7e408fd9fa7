// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/hypotheses/budget.h"
#include "signature/hypotheses/match.h"

namespace signature
{

// Another scheme by which the request is verified with the endpoint's secrets. Those that look for
// the signature at the same place as the endpoint's come first: `samePlace` only those, else only
// the others, and those that make nothing but the key in another way.
std::optional<Match> otherScheme(const Question &question, bool samePlace, Budget &budget);

// One change at a time and a whole check of the request: for schemes that do not compare the digest
// of a text, as those with public keys, tokens or a JWS.
std::optional<Match> recheck(const Question &question, const Secrets &others, Budget &budget);

} // namespace signature
