// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "formats/recordwriter.h"

namespace formats
{

// One line of `hookglass.delivery/1` with its line feed. Bytes that are not UTF-8 stand as
// {"base64":"…"}; what is not known is null.
QByteArray ndjsonLine(const capture::Record &record, const LeftOut &leftOut = {});

// One line of `hookglass.rejection/1` with its line feed.
QByteArray ndjsonLine(const capture::Rejection &rejection);

} // namespace formats
