// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/endpoint.h"
#include "capture/record.h"
#include "core/result.h"
#include "signature/schemebook.h"

#include <functional>

namespace commands
{

// Gives every delivery of a file to `take`, in order: of a store, or the one of a raw HTTP file;
// "-" is raw HTTP from standard input. One that is no record has the id 0, no peer, no scheme and
// the arrival time `now`. `take` ends it by returning false.
struct Origin {
    signature::SchemeBook schemes; // that are known where it comes from
    QList<capture::Endpoint> endpoints;
};
core::Status eachDelivery(const QString &file, qint64 now,
                          const std::function<bool(const capture::Record &, const Origin &)> &take);

} // namespace commands
