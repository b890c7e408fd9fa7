// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace models
{

// What is said of a certificate, which the store and the command line have with times in UTC, for
// the window: "2026-11-24T13:05:09Z" becomes "24 Nov 2026 14:05:09 CET" where the clocks are so.
QString withLocalTimes(const QString &text);

} // namespace models
