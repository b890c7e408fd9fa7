// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/deliveryrows.h"

namespace models
{

// Label of the secret that fitted the last delivery before this one, of the same endpoint and no
// test of ours; empty: there is none, or it is long ago.
QString verifiedBefore(const DeliveryRows &rows, qint64 id);

} // namespace models
