// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "tls/identity.h"

#include <QSslConfiguration>

namespace tls
{

// What the listener offers: TLS 1.2 and 1.3, ECDHE with AEAD only, X25519/P-256/P-384, ALPN
// http/1.1 and http/1.0, no client certificates, an empty CA list, sessions resumable.
QSslConfiguration serverConfiguration(const Identity &identity);

} // namespace tls
