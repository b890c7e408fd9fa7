// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFont>

class QWidget;

namespace ui
{

// The system's fixed-pitch font in the size of the widget's own, without ligatures.
QFont codeFont(const QWidget &widget);

} // namespace ui
