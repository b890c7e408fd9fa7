// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <optional>

namespace signature
{

// A JSON text as JavaScript writes it anew when the keys of all its objects were put in order:
// compact, numbers in their shortest form (ECMA-262, 6.1.6.1.20), escapes only where JSON demands
// them, of repeated keys the last one. Nothing for what is not JSON.
std::optional<QByteArray> sortedJson(QByteArrayView text);

} // namespace signature
