// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/tokens.h"

#include <QTextLayout>

namespace ui
{

// The colours of one row of JSON. `continued`: the row begins inside of a long string.
QList<QTextLayout::FormatRange> jsonFormats(const QString &row, bool continued, const Tokens &look);

} // namespace ui
