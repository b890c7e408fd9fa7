// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/pace.h"

#include <QCoreApplication>

namespace ui
{

static QString tr(const char *text) { return QCoreApplication::translate("ui::Pace", text); }

QString rateInWords(double perSecond) { return tr("%L1 per second").arg(perSecond); }

QList<Pace> paces()
{
    QList<Pace> paces{{0, tr("As fast as they go")}};
    for (const double rate : {1.0, 5.0, 20.0, 100.0})
        paces.append({rate, rateInWords(rate)});
    for (const double speed : {1.0, 2.0, 10.0})
        paces.append({-speed, tr("As received ×%L1").arg(speed)});
    return paces;
}

} // namespace ui
