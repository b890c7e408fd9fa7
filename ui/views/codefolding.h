// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTextBlock>

namespace ui
{

// Folding of indented JSON in a text document: a row that opens an object or an array hides the
// rows up to the one that closes it; unfolding shows all of them.
bool canFold(const QTextBlock &row);
bool isFolded(const QTextBlock &row);
void setFolded(const QTextBlock &row, bool folded);

// Makes a row visible by unfolding what hides it.
void unfoldAround(const QTextBlock &row);

} // namespace ui
