// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/record.h"
#include "core/result.h"

#include <QByteArrayList>

namespace formats
{

// A table of RFC 4180 in UTF-8, a row a delivery or rejection. No cell begins a formula in a
// spreadsheet: one that might has an apostrophe in front, and so has one that begins with an
// apostrophe. A body that is no plain text stands as Base64 in `body_base64`; headers stand as the
// JSON of an NDJSON export, so that every byte of them survives.
//
// Only some of the columns, in an order of one's own: their places in csvNames(); none: all.
using CsvColumns = QList<qsizetype>;
const QByteArrayList &csvNames();

// "received_at,topic,status"; an error of kind Usage names what is no column.
core::Result<CsvColumns> readCsvColumns(const QString &names);

QByteArray csvHeader(const CsvColumns &columns = {});
QByteArray csvRow(const capture::Record &record, const CsvColumns &columns = {});
QByteArray csvRow(const capture::Rejection &rejection, const CsvColumns &columns = {});

// One cell, quoted where it is to be.
QByteArray csvCell(const QByteArray &text);

} // namespace formats
