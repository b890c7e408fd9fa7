// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QImage>
#include <QRect>

#include <cstdlib>

// The leftmost place within, where something is painted on the ground.
inline int firstInk(const QImage &image, const QRect &within)
{
    const QRgb ground = image.pixel(within.topLeft());
    for (int x = within.left(); x < within.right(); ++x) {
        for (int y = within.top(); y < within.bottom(); ++y) {
            if (std::abs(qGray(image.pixel(x, y)) - qGray(ground)) > 60)
                return x;
        }
    }
    return -1;
}
