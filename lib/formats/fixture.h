// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/delivery.h"
#include "core/result.h"
#include "signature/requestvalues.h"

namespace formats
{

// A delivery as a fixture for a receiver's own tests, as JSON in lines: method, target, headers,
// body, the secret, what its signature has to be, and when. It is signed anew with a secret that
// nobody else has, for the time it arrived at; other credentials in its headers are replaced. An
// error says why the scheme cannot sign it.
core::Result<QByteArray> fixture(const capture::Delivery &delivery, const signature::Scheme &scheme,
                                 const signature::Context &context);

} // namespace formats
