// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"
#include "signature/scheme.h"

namespace signature
{

// What stands in an export for a value that is hidden in it: "redacted-1".
QByteArray hiddenValue(qint64 number);
bool isHiddenValue(QByteArrayView text);

// Whether an export left such a text where the scheme looks for the signature. For sentences alone:
// the verdict is what any other text there would be given.
bool isSignatureHidden(const http::Request &request, const Scheme &scheme);

} // namespace signature
