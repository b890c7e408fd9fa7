// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"
#include "signature/hypotheses/variant.h"

namespace signature
{

// Other addresses that the sender may have called than `url`: with another scheme, host or port as
// the request's own fields tell them, another slash at the end, another spelling of the query.
Variants urlVariants(const QByteArray &url, const http::Request &request);

} // namespace signature
