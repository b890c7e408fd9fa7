// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "signature/scheme.h"
#include "snippets/language.h"

namespace snippets
{

// Code for a receiver: a function that tells whether a webhook is the scheme's and its time is
// right, with nothing but the language's standard library. An error of kind Usage says why there is
// none: "No code is made for eBay in Python. Its signature stands inside of Base64 and JSON."
core::Result<QString> snippet(const signature::Scheme &scheme, Language language);

} // namespace snippets
