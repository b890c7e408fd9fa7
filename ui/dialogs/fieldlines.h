// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "http/headers.h"

#include <QString>

namespace ui
{

// Header fields as a person edits them: a line each, "Name: value". UTF-8 on the wire.
QString textFromFields(const http::Fields &fields);

// The error's `why` names the line and what is wrong with it. Refuses what the answer has of its
// own: Content-Length, Transfer-Encoding, Connection, Date.
core::Result<http::Fields> fieldsFromText(const QString &text);

} // namespace ui
