// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/drift.h"

#include "json/pointer.h"
#include "models/shownbytes.h"

#include <QCoreApplication>
#include <QStringList>

namespace models
{

using namespace Qt::Literals::StringLiterals;
using json::Departure;
using json::Kind;

namespace
{

QString tr(const char *text) { return QCoreApplication::translate("models::Drift", text); }

QString kindName(Kind kind)
{
    switch (kind) {
    case Kind::Object:
        return tr("an object");
    case Kind::Array:
        return tr("an array");
    case Kind::String:
        return tr("a text");
    case Kind::Number:
        return tr("a number");
    case Kind::True:
    case Kind::False:
        return tr("a boolean");
    case Kind::Null:
        return tr("null");
    }
    Q_UNREACHABLE();
}

// "a number or null"
QString kindNames(json::Kinds kinds)
{
    QStringList names;
    for (const Kind kind :
         {Kind::Object, Kind::Array, Kind::String, Kind::Number, Kind::True, Kind::Null}) {
        if (kinds & json::kindBit(kind))
            names += kindName(kind);
    }
    return names.join(tr(" or "));
}

// Of what is gone: its own key.
QString lastKey(const QByteArray &pointer) { return shownBytes(json::lastKey(pointer)); }

} // namespace

QString driftWords(const Departure &departure)
{
    switch (departure.change) {
    case Departure::Change::New:
        return tr("new here");
    case Departure::Change::Gone:
        return tr("without %1").arg(lastKey(departure.pointer));
    case Departure::Change::Kind:
        return tr("was %1").arg(kindNames(departure.before));
    }
    Q_UNREACHABLE();
}

QString driftSentence(const Departure &departure)
{
    const QString place
        = departure.pointer.isEmpty() ? tr("The body") : shownBytes(departure.pointer);
    switch (departure.change) {
    case Departure::Change::New:
        return tr("%1 was never there before in this topic.").arg(place);
    case Departure::Change::Gone:
        return tr("%1 is not there; it always was so far, as %2.")
            .arg(place, kindNames(departure.before));
    case Departure::Change::Kind:
        return tr("%1 is %2; it was always %3 so far.")
            .arg(place, kindNames(departure.now), kindNames(departure.before));
    }
    Q_UNREACHABLE();
}

} // namespace models
