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

// What the file says beside its deliveries; only a store does.
struct Origin {
    signature::SchemeBook schemes; // that are known where it comes from
    QList<capture::Endpoint> endpoints;
};

// Gives every delivery of a file to `take`, in order: of a store, of an NDJSON or HAR export, or of
// a raw HTTP file; "-" is standard input, which is no store. One that is no record has the id 0,
// no peer, no scheme and the arrival time `now`. `take` ends it by returning false. Entries
// of an export that are wrong are named on stderr, and the others are given: how many were wrong.
// Fails when the file itself cannot be read.
core::Result<qint64>
eachDelivery(const QString &file, qint64 now,
             const std::function<bool(const capture::Record &, const Origin &)> &take);

// Those of the files that are stores.
QStringList storesAmong(const QStringList &files);

} // namespace commands
