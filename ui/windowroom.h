// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QScreen>
#include <QStyle>
#include <QWidget>

namespace ui
{

// The largest size a new window may take on its screen, in device-independent pixels. Its frame
// comes later and is not known yet; a title bar as the style has it is near enough.
inline QSize roomForWindow(const QWidget &window)
{
    constexpr int edges = 8;
    const int bar = window.style()->pixelMetric(QStyle::PM_TitleBarHeight);
    return window.screen()->availableSize() - QSize(edges, bar + edges);
}

} // namespace ui
