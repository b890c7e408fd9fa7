// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/verdict.h"

namespace signature
{

// As a title, for people: "Invalid signature", "In the future".
QString titleOf(Signature signature);
QString titleOf(Freshness freshness);

} // namespace signature
