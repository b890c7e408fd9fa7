// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/event.h"

#include "json/lookup.h"
#include "signature/catalogue.h"

#include <QCoreApplication>

namespace capture
{

namespace
{

using namespace Qt::Literals::StringLiterals;

// A row shows a few words; a hostile body could hold millions.
constexpr qsizetype longest = 120;

// Where Smile's customer stands, in the order of the enum.
enum Place { Topic, Account, Id, Email, FirstName, LastName, Points };

QList<QByteArray> places(const signature::Scheme &scheme)
{
    return {scheme.topicPointer,
            scheme.accountPointer,
            scheme.eventIdPointer,
            "/data/customer/email"_ba,
            "/data/customer/first_name"_ba,
            "/data/customer/last_name"_ba,
            "/data/customer/points_balance"_ba};
}

QString shortened(const QString &text)
{
    if (text.size() <= longest)
        return text;
    qsizetype end = longest - 1;
    if (text[end - 1].isHighSurrogate())
        --end;
    return text.first(end) + u'…';
}

QString customer(const QList<QString> &values)
{
    if (!values[Email].isEmpty())
        return shortened(values[Email]);
    return shortened(QString(values[FirstName] + u' ' + values[LastName]).simplified());
}

QString describeSmile(const QList<QString> &values)
{
    if (values[Topic] == "ping"_L1)
        return QCoreApplication::translate("capture::Event", "Endpoint test");
    const QString who = customer(values);
    if (values[Points].isEmpty())
        return who;
    const QString points
        = QCoreApplication::translate("capture::Event", "%1 pts").arg(shortened(values[Points]));
    return who.isEmpty() ? points : u"%1 · %2"_s.arg(who, points);
}

} // namespace

Event describeEvent(const http::Request &request, const signature::Scheme &scheme)
{
    if (scheme.id.isEmpty())
        return {};
    QList<QString> values = json::lookup(request.body, places(scheme));
    // An empty pointer is a scheme that has no such place, not the whole body.
    if (scheme.topicPointer.isEmpty())
        values[Topic].clear();
    if (scheme.accountPointer.isEmpty())
        values[Account].clear();
    if (scheme.eventIdPointer.isEmpty())
        values[Id].clear();
    return {
        .topic = shortened(values[Topic]),
        .account = shortened(values[Account]),
        .id = shortened(values[Id]),
        .summary = scheme.id == signature::smile().id ? describeSmile(values) : QString(),
    };
}

} // namespace capture
