// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/record.h"
#include "core/result.h"

#include <QIODevice>

#include <functional>

namespace formats
{

// What a line of an export holds. Members that are not known are passed over; of a repeated one the
// last counts.
struct NdjsonLine {
    std::optional<capture::Record> record; // nothing: the line is a rejection's
    bool altered = false; // the body is not the one whose size and digest the line tells
};

// Reads one line as ndjsonLine() writes it; with null for its id the delivery has 0. What it was
// told at arrival, the answer, the mark and the note may be missing. The error's why names the
// member that is wrong, or where the line, the `number`-th of its file, is no JSON.
core::Result<NdjsonLine> readNdjsonLine(const QByteArray &line, qint64 number);

constexpr qsizetype longestLine = 256 * 1024 * 1024; // in bytes; a body may be a third of it

// Reads line after line and holds one in memory. Empty lines are passed over, and so is a byte
// order mark in front. `take` gets the line's number, counted from 1, and ends it by returning
// false. Ends as well when the device has no more: whether it failed is for the device to say.
void eachNdjsonLine(
    QIODevice &device,
    const std::function<bool(qint64 number, const core::Result<NdjsonLine> &line)> &take);

} // namespace formats
