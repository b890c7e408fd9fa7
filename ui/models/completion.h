// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/seenvalues.h"

#include <functional>

namespace models
{

// What may be meant with the word of a filter that is being typed.
struct Completion {
    QString text; // in place of what is typed of it
    QString note; // what it means, or in how many rows it was seen
    qsizetype before = 0; // characters in front of what is typed whose place it takes as well

    bool operator==(const Completion &) const = default;
};

struct Completions {
    qsizetype position = 0; // of what is typed
    qsizetype length = 0;
    QList<Completion> offers;
};

constexpr qsizetype mostOffers = 50;

// The values seen of a field. Of JSON and of headers those at a path, "$.id" or "h.Host"; with no
// path the paths themselves.
using Seen = std::function<QList<SeenValue>(filter::Field field, const QString &path)>;

// For the word before the cursor: fields by the beginning of their names, behind a field's colon
// the values that hold what is typed.
Completions complete(const QString &text, qsizetype cursor, const Seen &seen);

} // namespace models
