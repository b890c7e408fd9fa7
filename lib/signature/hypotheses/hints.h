// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/diagnosis.h"

namespace signature
{

// A sign of what is wrong where no digest proves it.
struct Hint {
    Cause cause;
    QString detail; // a sentence
    QString remedy;
};

// The strongest sign in the request and the secrets; nothing without one. `verdict` is the one of
// verify().
std::optional<Hint> findHint(const Question &question, const Verdict &verdict);

// Whether it looks like a sender trying out the address: a challenge, a validation, a ping.
bool looksLikeHandshake(const http::Request &request);

} // namespace signature
