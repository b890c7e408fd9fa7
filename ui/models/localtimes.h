// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>

namespace models
{

// What is said of a certificate, which the store and the command line have with times in UTC, for
// the window: "2026-11-24T13:05:09Z" becomes "24 Nov 2026 14:05:09 CET" where the clocks are so.
QString withLocalTimes(const QString &text);

// "14:32:15.977" of the day that `now` is in, where its clock is; of another one "25 Nov
// 06:39:54.099", and of another year "25 Nov 2025 06:39:54.099".
QString datedTime(qint64 microseconds, const QDateTime &now = QDateTime::currentDateTime());

} // namespace models
