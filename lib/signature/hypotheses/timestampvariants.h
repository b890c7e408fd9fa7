// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"
#include "signature/hypotheses/variant.h"

namespace signature
{

// Other texts that may have been signed as the timestamp: other units and spellings of `text`,
// times that stand elsewhere in the request, the time of arrival (microseconds since the epoch),
// and what code has in hand when it found no timestamp. Only the header's own spellings apply to
// another text than `text`.
Variants timestampVariants(const QByteArray &text, const http::Request &request, qint64 receivedAt);

} // namespace signature
