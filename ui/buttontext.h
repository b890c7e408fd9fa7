// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace ui
{

// A name as a button's label: an ampersand is one there, not the mark of a letter.
inline QString buttonText(QString text) { return text.replace(u'&', QStringLiteral("&&")); }

} // namespace ui
