// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/scheme.h"

namespace signature
{

// The tokens of scheme files: "hmac", "sha256", "kv". Unknown ones give nothing.
template <typename Enum> std::optional<Enum> fromToken(QByteArrayView token);
template <typename Enum> QByteArray token(Enum value);

// "strip_prefix:whsec_"
std::optional<KeyStep> keyStepFromToken(QByteArrayView token);
QByteArray token(const KeyStep &step);

} // namespace signature
