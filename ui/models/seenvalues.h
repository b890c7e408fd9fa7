// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "filter/field.h"
#include "models/deliveryrows.h"

namespace models
{

// A value that a field of the rows has had, and in how many rows.
struct SeenValue {
    QString text;
    qint64 rows = 0;

    bool operator==(const SeenValue &) const = default;
};

// The most frequent first. Of many rows the latest alone are looked at, as far as a window may
// stand still for it. Only texts, verdicts and statuses have values; of other fields there is none.
QList<SeenValue> valuesSeen(const DeliveryRows &rows, filter::Field field);

} // namespace models
