// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/headers.h"
#include "signature/scheme.h"
#include "signature/secret.h"

namespace signature
{

enum class Signing { Now, Stale, Future, Wrong, None };

// The fields that make `body` a delivery of the scheme, sent at `timestamp` (the header's text).
http::Fields sign(const Scheme &scheme, const Secret &secret, const QByteArray &timestamp,
                  const QByteArray &body);

} // namespace signature
