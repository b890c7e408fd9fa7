// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/codefont.h"

#include <QFontDatabase>
#include <QWidget>

namespace ui
{

QFont codeFont(const QWidget &widget)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setStyleStrategy(QFont::PreferDefault);
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    font.setKerning(false);
    const QFont own = widget.font();
    if (own.pointSizeF() > 0)
        font.setPointSizeF(own.pointSizeF());
    else
        font.setPixelSize(own.pixelSize());
    return font;
}

} // namespace ui
