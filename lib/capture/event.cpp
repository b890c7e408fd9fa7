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
enum Value { Topic, Account, Id, Email, FirstName, LastName, Points };

// An empty pointer would be the whole body: what has no place gets one that nothing stands at.
QByteArray pointerIn(const signature::Places &places)
{
    for (const signature::Place &place : places) {
        if (place.source == signature::Source::Json)
            return place.name;
    }
    return "nowhere";
}

QList<QByteArray> pointers(const signature::Scheme &scheme)
{
    return {pointerIn(scheme.eventType),       pointerIn(scheme.account),
            pointerIn(scheme.deliveryId),      "/data/customer/email"_ba,
            "/data/customer/first_name"_ba,    "/data/customer/last_name"_ba,
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
    const QList<QString> values = json::lookup(request.body, pointers(scheme));
    return {
        .topic = shortened(values[Topic]),
        .account = shortened(values[Account]),
        .id = shortened(values[Id]),
        .summary = scheme.id == signature::smile().id ? describeSmile(values) : QString(),
    };
}

} // namespace capture
