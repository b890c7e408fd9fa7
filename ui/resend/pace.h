// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

namespace ui
{

// How fast many webhooks go out.
struct Pace {
    double number = 0; // a second; 0: as fast as they go; below: as received, so many times as fast
    QString words;
};

QList<Pace> paces(); // to choose from
QString rateInWords(double perSecond);

} // namespace ui
