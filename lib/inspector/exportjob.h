// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/store.h"
#include "filter/filter.h"
#include "formats/exporter.h"
#include "formats/redaction.h"

#include <functional>
#include <optional>
#include <vector>

namespace inspector
{

// How a store's deliveries and rejections are to be written.
struct ExportOrder {
    formats::Format format = formats::Format::Ndjson;
    formats::CurlTarget target; // of curl commands
    formats::CsvColumns columns; // of a table; none: all
    bool byteOrderMark = false; // begins a table: Excel and LibreOffice know UTF-8 by it
    formats::LeftOut leftOut; // of NDJSON
    formats::Redaction redaction;
    filter::Filter filter; // what it lets through is written
    std::optional<std::vector<qint64>> only; // ascending ids: no others, whatever the filter says
};

// Asked after each delivery and rejection with how many were written; false: write no more.
using WriteOn = std::function<bool(qint64 written)>;

// Writes them in the order of their ids. `write` takes a piece or says why it cannot: first what
// begins the file, in the end what ends it. Gives how many there were.
core::Result<qint64> exportStore(const capture::Store &store, const ExportOrder &order,
                                 const std::function<core::Status(const QByteArray &)> &write,
                                 const WriteOn &writeOn = {});

// The same into a file: beside it first, then renamed, mode 0600; an old file stays whole until
// then. Nothing: it was told to stop, and left no file.
core::Result<std::optional<qint64>> exportStore(const QString &storeFile, const ExportOrder &order,
                                                const QString &file, const WriteOn &writeOn = {});

// A file for each delivery, named by its id, into a folder that is there; of the formats that are
// so. Nothing: it was told to stop; what was written stays.
core::Result<std::optional<qint64>> exportToFolder(const capture::Store &store,
                                                   const ExportOrder &order, const QString &folder,
                                                   const WriteOn &writeOn = {});

} // namespace inspector
