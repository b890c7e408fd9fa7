// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "formats/exporter.h"

namespace ui
{

// What the name of a file in this format ends in: ".jsonl"; empty where it is a folder.
QString suffixOf(formats::Format format);

// The format that a file's name ends as.
std::optional<formats::Format> formatOfName(const QString &name);

} // namespace ui
