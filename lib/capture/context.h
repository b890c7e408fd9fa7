// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/endpoint.h"
#include "signature/requestvalues.h"

namespace capture
{

// What the endpoint knows and a request to that target does not tell: the URL as its sender knew
// it, and what the scheme needs of the receiver's own set-up.
signature::Context contextOf(const Endpoint &endpoint, QByteArrayView target);

// The same by a list of endpoints and the path of one; nothing is known where there is none.
signature::Context contextOf(const QList<Endpoint> &endpoints, const QString &path,
                             QByteArrayView target);

} // namespace capture
