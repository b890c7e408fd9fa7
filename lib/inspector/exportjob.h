// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/store.h"
#include "filter/filter.h"
#include "formats/exporter.h"
#include "formats/redaction.h"

#include <functional>

namespace inspector
{

// How a store's deliveries and rejections are to be written.
struct ExportOrder {
    formats::Format format = formats::Format::Ndjson;
    formats::CurlTarget target; // of curl commands
    formats::Redaction redaction;
    filter::Filter filter; // what it lets through is written
};

// Writes them in the order of their ids. `write` takes a piece or says why it cannot. Gives
// how many there were.
core::Result<qint64> exportStore(const capture::Store &store, const ExportOrder &order,
                                 const std::function<core::Status(const QByteArray &)> &write);

// The same into a file: beside it first, then renamed, mode 0600; an old file stays whole until
// then.
core::Result<qint64> exportStore(const QString &storeFile, const ExportOrder &order,
                                 const QString &file);

// A raw HTTP file for each delivery, named by its id, into a folder that is there.
core::Result<qint64> exportToFolder(const capture::Store &store, const ExportOrder &order,
                                    const QString &folder);

} // namespace inspector
