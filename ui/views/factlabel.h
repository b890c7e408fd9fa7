// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

class QLabel;
class QWidget;

namespace ui
{

// Plain text that wraps and can be selected.
QLabel *factLabel(QWidget *parent);
QLabel *mutedLabel(QWidget *parent); // the same, for what is said beside

} // namespace ui
