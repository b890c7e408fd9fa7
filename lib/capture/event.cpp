// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/event.h"

#include "capture/placereader.h"
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

// Of Smile's customer, in the order of the enum.
enum Row { Email, FirstName, LastName, Points };
const QList<QByteArray> customerPlaces{"/data/customer/email", "/data/customer/first_name",
                                       "/data/customer/last_name", "/data/customer/points_balance"};

QString shortened(const QString &text)
{
    if (text.size() <= longest)
        return text;
    qsizetype end = longest - 1;
    if (text[end - 1].isHighSurrogate())
        --end;
    return text.first(end) + u'…';
}

QString customer(const PlaceReader &reader, qsizetype first)
{
    if (const QString email = reader.at(first + Email); !email.isEmpty())
        return shortened(email);
    const QString name = reader.at(first + FirstName) + u' ' + reader.at(first + LastName);
    return shortened(name.simplified());
}

QString describeSmile(const QString &topic, const PlaceReader &reader, qsizetype first)
{
    if (topic == "ping"_L1)
        return QCoreApplication::translate("capture::Event", "Endpoint test");
    const QString who = customer(reader, first);
    const QString balance = shortened(reader.at(first + Points));
    if (balance.isEmpty())
        return who;
    const QString text
        = (balance == "1"_L1 ? QCoreApplication::translate("capture::Event", "%1 pt")
                             : QCoreApplication::translate("capture::Event", "%1 pts"))
              .arg(balance);
    return who.isEmpty() ? text : u"%1 · %2"_s.arg(who, text);
}

} // namespace

Event describeEvent(const http::Request &request, const signature::Scheme &scheme)
{
    Further nothing;
    return describeEvent(request, scheme, nothing);
}

// What a scheme takes its JSON from may be another text than the body: that is read on its own.
Event describeEvent(const http::Request &request, const signature::Scheme &scheme, Further &further)
{
    const bool along = !scheme.id.isEmpty() && !scheme.jsonFrom;
    if (!along && !further.pointers.isEmpty())
        further.texts = json::lookup(request.body, further.pointers);
    if (scheme.id.isEmpty())
        return {};
    const bool smiles = scheme.id == signature::smile().id;
    PlaceReader reader(request, scheme);
    const qsizetype first = smiles ? reader.follow(customerPlaces) : 0;
    reader.follow(scheme.eventType);
    reader.follow(scheme.account);
    reader.follow(scheme.deliveryId);
    const qsizetype besides = along ? reader.follow(further.pointers) : 0;
    reader.read();
    if (along)
        further.texts = reader.texts().mid(besides);
    Event event{.topic = shortened(reader.at(scheme.eventType)),
                .account = shortened(reader.at(scheme.account)),
                .id = shortened(reader.at(scheme.deliveryId))};
    if (smiles)
        event.summary = describeSmile(event.topic, reader, first);
    return event;
}

} // namespace capture
