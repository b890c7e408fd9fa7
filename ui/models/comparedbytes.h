// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/comparison.h"

namespace models
{

// Two bodies laid side by side, so that what both have stands beside its like wherever bytes are
// inserted. Those that differ in too much are not aligned between their equal beginning and end.
// Of long ones the rows from the first difference on.
Comparison compareBytes(const QByteArray &left, const QByteArray &right, int bytesOfRow = wideRow);

} // namespace models
