// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFont>

class QWidget;

namespace ui
{

// The system's fixed-pitch font in the size of the widget's own, without ligatures.
QFont codeFont(const QWidget &widget);

// Dress a widget in a font made from the application's, and do so again whenever that changes.
void keepCodeFont(QWidget *widget);
void keepScaledFont(QWidget *widget, qreal scale, QFont::Weight weight = QFont::Normal);

} // namespace ui
