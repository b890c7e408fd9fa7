// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

namespace capture
{

// What came out of a damaged store.
struct Rescued {
    qint64 rows = 0; // deliveries and rejections that could be read
    qint64 expected = 0; // about as many as there were
    QString kept; // the damaged file's new name
};

// Puts what can still be read of a damaged store into a new one in its place, with the same id;
// the damaged file is renamed. Nobody may have the store open. `now` in microseconds, for the
// name. Takes as long as reading the file does.
core::Result<Rescued> rescue(const QString &file, qint64 now);

} // namespace capture
