// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>

#include <array>
#include <initializer_list>

namespace signature
{

using Digest = std::array<uchar, 32>;

// HMAC-SHA256 over the pieces as if they stood in one row. The key must not be empty.
Digest hmacSha256(QByteArrayView key, std::initializer_list<QByteArrayView> pieces);

Digest sha256(QByteArrayView bytes);

// In constant time.
bool sameDigest(const Digest &a, const Digest &b);

} // namespace signature
