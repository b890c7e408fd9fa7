// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/mac.h"

#include <QString>

namespace signature
{

// How a digest is made of a key and a text.
enum class Construction : quint8 { Hmac, KeyThenText, TextThenKey, TextAlone, Swapped };

Digest compute(Construction construction, Hash hash, QByteArrayView key, QByteArrayView text);

// Completes "it fits if …".
QString clause(Construction construction);

} // namespace signature
