// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/shape.h"

#include "json/pointer.h"
#include "json/scan.h"

#include <algorithm>

namespace json
{

constexpr quint8 mostNews = 8; // an object that had so many lately has no names for keys

QList<Departure> Shape::take(const Document &document)
{
    if (document.nodes() > mostNodes)
        return {};
    ++m_text;
    m_document = &document;
    const bool changedBefore = takeChanged();
    visit({.tells = m_places.front().count >= settled});
    m_document = nullptr;
    if (m_changed)
        m_known = {};
    else if (m_departures.isEmpty())
        remember(document);
    m_changed = m_changed || changedBefore;
    return std::exchange(m_departures, {});
}

bool Shape::knows(Skeleton skeleton) const
{
    return std::find(m_known.begin(), m_known.end(), skeleton) != m_known.end();
}

void Shape::remember(const Document &document)
{
    m_known[m_nextKnown] = skeletonOf(document.text());
    m_nextKnown = (m_nextKnown + 1) % m_known.size();
}

void Shape::visit(Visit visit)
{
    const Kind kind = m_document->kind(visit.node);
    const Kinds bit = kindBit(kind);
    Place &place = m_places[visit.place];
    if (visit.tells && place.count >= settled && !(place.kinds & bit))
        depart({.change = Departure::Change::Kind,
                .pointer = pointer(*m_document, visit.node),
                .before = place.kinds,
                .now = bit});
    set(place.kinds, Kinds(place.kinds | bit));
    visit.first = place.objects == 0;
    const bool usual = place.objects >= settled;
    count(place, kind == Kind::Object);
    if (visit.depth == deepest)
        return;
    if (kind == Kind::Array)
        return visitElements(visit);
    visit.tells = visit.tells && usual;
    if (kind == Kind::Object && !place.open)
        visitMembers(visit);
}

void Shape::visitElements(const Visit &visit)
{
    const Document::Node end = m_document->after(visit.node);
    if (visit.node + 1 == end)
        return;
    if (m_places[visit.place].elements == 0) {
        const Number elements = addPlace(visit.place, {});
        m_places[visit.place].elements = elements;
    }
    const Number elements = m_places[visit.place].elements;
    if (elements == 0)
        return;
    for (auto child = visit.node + 1; child < end; child = m_document->after(child))
        this->visit(
            {.place = elements, .node = child, .depth = visit.depth + 1, .tells = visit.tells});
}

void Shape::visitMembers(const Visit &visit)
{
    Visit object = visit;
    object.object = ++m_object;
    bool news = false;
    size_t next = 0;
    const Document::Node end = m_document->after(visit.node);
    for (auto child = visit.node + 1; child < end; child = m_document->after(child))
        news = visitMember(object, child, next) || news;
    if (visit.tells)
        weighNews(m_places[visit.place], news);
    missMembers(object);
}

// Whether it is new. Of a key that stands there twice the first one counts.
bool Shape::visitMember(const Visit &object, Document::Node child, size_t &next)
{
    const QByteArrayView literal = m_document->key(child);
    const QByteArray decoded = literal.contains('\\') ? unescaped(literal) : QByteArray();
    const QByteArrayView key
        = decoded.isEmpty() ? literal.sliced(1, literal.size() - 2) : QByteArrayView(decoded);
    Number number = memberOf(m_places[object.place], key, next);
    const bool isNew = number == 0;
    if (isNew) {
        number = addPlace(object.place, QByteArray(key.data(), key.size()));
        if (number == 0)
            return false;
        m_places[object.place].members.push_back(number);
        next = m_places[object.place].members.size();
        m_places[number].always = object.first;
        if (object.tells)
            depart({.change = Departure::Change::New,
                    .pointer = pointer(*m_document, child),
                    .now = kindBit(m_document->kind(child))});
    }
    Place &member = m_places[number];
    if (member.object == object.object)
        return false;
    member.object = object.object;
    visit({.place = number,
           .node = child,
           .depth = object.depth + 1,
           .tells = object.tells && !isNew});
    return isNew;
}

// Each is told once: from then on it is there sometimes.
void Shape::missMembers(const Visit &object)
{
    for (const Number number : m_places[object.place].members) {
        Place &member = m_places[number];
        if (member.object == object.object || !member.always)
            continue;
        set(member.always, false);
        if (object.tells && member.count >= settled)
            depart({.change = Departure::Change::Gone,
                    .pointer = memberPointer(pointer(*m_document, object.node), member.key),
                    .before = member.kinds});
    }
}

void Shape::weighNews(Place &place, bool news)
{
    if (news)
        set(place.news, quint8(place.news + 1));
    else if (place.news > 0)
        set(place.news, quint8(place.news - 1));
    if (place.news >= mostNews)
        set(place.open, true);
}

void Shape::count(Place &place, bool object)
{
    if (place.text != m_text && place.count < settled)
        set(place.count, quint8(place.count + 1));
    place.text = m_text;
    if (!object)
        return;
    if (place.objectText != m_text && place.objects < settled)
        set(place.objects, quint8(place.objects + 1));
    place.objectText = m_text;
}

// Members mostly come in their order, so it looks where the one before stood first.
Shape::Number Shape::memberOf(const Place &place, QByteArrayView key, size_t &next) const
{
    const size_t size = place.members.size();
    for (size_t i = 0; i < size; ++i) {
        const size_t at = (next + i) % size;
        if (m_places[place.members[at]].key != key)
            continue;
        next = at + 1;
        return place.members[at];
    }
    return 0;
}

// 0: there are too many.
Shape::Number Shape::addPlace(Number parent, const QByteArray &key)
{
    if (m_places.size() >= size_t(mostPlaces))
        return 0;
    if (m_places[parent].members.size() >= size_t(mostMembers)) {
        set(m_places[parent].open, true);
        return 0;
    }
    m_places.push_back({.key = key, .parent = parent});
    m_changed = true;
    return Number(m_places.size() - 1);
}

void Shape::depart(const Departure &departure)
{
    if (m_departures.size() < mostDepartures)
        m_departures.append(departure);
}

template <typename Value> void Shape::set(Value &value, Value to)
{
    m_changed = m_changed || value != to;
    value = to;
}

} // namespace json
