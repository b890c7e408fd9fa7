// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace ui
{

// A name as a button's label: an ampersand is one there, not the mark of a letter.
inline QString buttonText(QString text) { return text.replace(u'&', QStringLiteral("&&")); }

// The other way: what people read of a button's or an action's label, and no ellipsis after it.
inline QString labelName(QString text)
{
    text.replace(QStringLiteral("&&"), QString(QChar(1)));
    text.remove(u'&').replace(QChar(1), u'&');
    return text.endsWith(u'…') ? text.chopped(1) : text;
}

} // namespace ui
