// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/tokens.h"

#include <QIcon>
#include <QPixmap>

namespace ui
{

// A drawing of resources/icons ("trash", "status/fresh"), inked anew for the palette in force each
// time it is painted: nothing needs to be set again when the look changes.
QIcon icon(const QString &name, Ink ink = &Tokens::text);

// The glyphs that go with the words of the verdicts.
QString glyphOf(signature::Signature signature);
QString glyphOf(signature::Freshness freshness);
QIcon icon(signature::Signature signature);
QIcon icon(signature::Freshness freshness);

// One rendering, cached; `hole` fills what is cut out of a solid glyph.
QPixmap drawing(const QString &name, int size, qreal ratio, const QColor &ink, const QColor &hole);

} // namespace ui
