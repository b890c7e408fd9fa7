// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/scheme.h"

namespace signature
{

constexpr qsizetype largestSchemeFile = 64 * 1024; // in bytes

// Reads a scheme as the catalogue has it; resources/scheme.schema.json describes the text. An
// error's `why` names the place: "signature.parse: unknown form “kvx”". Nothing unknown is taken.
core::Result<Scheme> readScheme(const QByteArray &json);

// The same text, indented; readScheme() gives an equal scheme.
QByteArray writeScheme(const Scheme &scheme);

// Whether the parts fit together, as readScheme() demands it; the same errors.
core::Status checkScheme(const Scheme &scheme);

// What `coversBody` is unless a file says otherwise.
bool signsBody(const Scheme &scheme);

// Whether its signature covers fields of a form, or stands in one.
bool readsForm(const Scheme &scheme);

// What the file of a scheme claims of itself counts for nothing once somebody has taken it over: it
// is their own, and covers the body only if that is signed.
void makeOwn(Scheme &scheme);

} // namespace signature
