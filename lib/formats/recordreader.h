// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/record.h"
#include "core/result.h"
#include "json/document.h"

#include <optional>

namespace formats
{

// What one line, entry or file holds: one of the two.
struct Entry {
    std::optional<capture::Record> record;
    std::optional<capture::Rejection> rejection;
    bool altered = false; // the body is not the one whose size and digest are told
};

// One of many in a file.
struct NumberedEntry {
    qint64 number = 0; // from 1
    Entry entry;
    QString wrong; // a sentence: why it is none; empty where it is one
};

NumberedEntry numbered(qint64 number, const core::Result<Entry> &entry);

// What is said beside the object, for members that it leaves out.
struct Beside {
    http::Request request;
    std::optional<capture::Answer> answer;
};

// Reads what writeRecord() and writeRejection() write. With null for its id the delivery has 0.
// What it was told at arrival, the answer, the mark and the note may be missing. `fault` names the
// first member that is wrong, and why; then the entry is of no use.
Entry readEntry(const json::Document &document, json::Document::Node object, QString &fault,
                const Beside *beside = nullptr);

// Whether a store, which keeps heads as lines, gives the request back as it is: what never was an
// HTTP request, as a field with a line end in its value, has no place there.
bool canStandInHead(const http::Request &request);
bool canStandInHead(const http::Fields &fields);

} // namespace formats
