// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/localtimes.h"

#include <QDateTime>
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

} // namespace models
