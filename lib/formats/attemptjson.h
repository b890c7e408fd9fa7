// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/attempt.h"
#include "json/writer.h"

namespace formats
{

// One line of `hookglass.attempt/1` with its line feed. Its request is null where the delivery's
// own bytes went out, and its body is null where only that did.
QByteArray ndjsonLine(const capture::Attempt &attempt);

// The member `attempts` of a delivery's line.
void writeAttempts(json::Writer &writer, const QList<capture::Attempt> &attempts);

} // namespace formats
