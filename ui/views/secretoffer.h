// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

namespace ui
{

struct CheckedSignature;

// Whether another secret could change the verdict, so that one is worth asking for.
bool couldSecretHelp(const CheckedSignature &checked);

} // namespace ui
