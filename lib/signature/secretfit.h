// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"
#include "signature/requestvalues.h"

namespace signature
{

// Whether there may be a secret, or a key, that verifies the request. Not where its signature is
// hidden or of a wrong form, where a part of the signed text is missing, or where something beside
// the signature does not fit. Reads the whole body.
bool canSecretFit(const http::Request &request, const Scheme &scheme, const Context &context = {});

} // namespace signature
