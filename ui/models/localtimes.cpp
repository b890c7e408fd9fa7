// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/localtimes.h"

#include <QLocale>
#include <QRegularExpression>

namespace models
{

using namespace Qt::Literals::StringLiterals;

QString withLocalTimes(const QString &text)
{
    static const QRegularExpression utc(uR"(\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)"_s);
    QString shown;
    qsizetype behind = 0;
    auto found = utc.globalMatch(text);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        const QDateTime time = QDateTime::fromString(match.captured(), Qt::ISODate);
        shown += text.sliced(behind, match.capturedStart() - behind);
        shown += time.isValid() ? QLocale().toString(time.toLocalTime(), u"d MMM yyyy HH:mm:ss t"_s)
                                : match.captured();
        behind = match.capturedEnd();
    }
    return shown + text.sliced(behind);
}

QString datedTime(qint64 microseconds, const QDateTime &now)
{
    const qint64 milliseconds = microseconds / 1000;
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(milliseconds, now.timeSpec());
    const QString clock = time.toString(u"HH:mm:ss.zzz"_s);
    if (time.date() == now.date())
        return clock;
    const bool sameYear = time.date().year() == now.date().year();
    return QLocale().toString(time.date(), sameYear ? u"d MMM"_s : u"d MMM yyyy"_s) + u' ' + clock;
}

} // namespace models
