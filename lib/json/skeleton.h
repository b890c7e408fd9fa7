// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>

namespace json
{

// Tells texts apart by what Shape looks at: the keys as they stand, the kinds of the values, and
// their order. Two JSON texts that have the same one are of one shape; that two others have, one
// pair in 2^64 (2^32 on processors of 32 bits). Never 0.
using Skeleton = size_t;

// In one pass, which takes no memory. Checks nothing: what is no JSON has one as well, perhaps that
// of a JSON text.
Skeleton skeletonOf(QByteArrayView text);

} // namespace json
