// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/sendingsettings.h"

#include <QSettings>

#include <algorithm>
#include <cmath>

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using std::chrono::seconds;

SendingSettings loadSending(const QSettings &settings)
{
    const SendingSettings usual;
    bool ok = false;
    const qint64 timeout = settings.value(u"sending/timeout"_s).toLongLong(&ok);
    const double pace = settings.value(u"sending/pace"_s).toDouble();
    const double rate = settings.value(u"sending/rate"_s, usual.rate).toDouble();
    return {
        .timeout = ok ? std::clamp(seconds(timeout), seconds(1), longestTimeout) : usual.timeout,
        .marks = settings.value(u"sending/marks"_s, usual.marks).toBool(),
        .pace = std::isfinite(pace) ? std::clamp(pace, -100.0, fastestRate) : usual.pace,
        .rate = std::isfinite(rate) ? std::clamp(rate, slowestRate, fastestRate) : usual.rate,
        .atOnce
        = std::clamp(settings.value(u"sending/atOnce"_s, usual.atOnce).toInt(), 1, mostSentAtOnce)};
}

void save(const SendingSettings &sending, QSettings &settings)
{
    settings.setValue(u"sending/timeout"_s, qlonglong(sending.timeout.count()));
    settings.setValue(u"sending/marks"_s, sending.marks);
    saveAtOnce(sending.atOnce, settings);
    savePace(sending.pace, settings);
    saveRate(sending.rate, settings);
}

void savePace(double pace, QSettings &settings) { settings.setValue(u"sending/pace"_s, pace); }

void saveRate(double rate, QSettings &settings) { settings.setValue(u"sending/rate"_s, rate); }

void saveAtOnce(int atOnce, QSettings &settings) { settings.setValue(u"sending/atOnce"_s, atOnce); }

} // namespace ui
