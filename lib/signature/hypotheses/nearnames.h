// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/headers.h"

namespace signature
{

// Fields whose name is meant to be `name` but is spelled otherwise: X- or HTTP_ in front, other
// separators, one or two letters off. The nearest first; none that bears the very name.
QList<http::Field> nearNames(const http::Fields &fields, QByteArrayView name);

} // namespace signature
