// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFont>

class QWidget;

namespace ui
{

// What code and bytes are shown in from now on, in all windows; empty: the system's fixed-pitch
// font.
void setCodeFamily(const QString &family);

// That font in the size of the widget's own, without ligatures.
QFont codeFont(const QWidget &widget);

// Dress a widget in a font made from the application's, and do so again whenever that changes.
void keepCodeFont(QWidget *widget);
void keepScaledFont(QWidget *widget, qreal scale, QFont::Weight weight = QFont::Normal);

} // namespace ui
