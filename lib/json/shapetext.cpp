// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/scan.h"
#include "json/shape.h"
#include "json/writer.h"

namespace json
{

namespace
{

// A place is an array: its parent's number, its key (null: the elements of an array), then numbers.
constexpr qsizetype numbersOfPlace = 6;
constexpr Kinds allKinds = kindBit(Kind::Object) | kindBit(Kind::Array) | kindBit(Kind::String)
    | kindBit(Kind::Number) | kindBit(Kind::True) | kindBit(Kind::Null);

// Whole numbers from 0 to a limit; nothing when one is not, or there are more or fewer.
std::optional<quint32> numberAt(const Document &document, Document::Node node, quint32 most)
{
    bool good = false;
    const quint32 number = document.value(node).toUInt(&good);
    return good && number <= most ? std::optional(number) : std::nullopt;
}

std::optional<std::vector<quint32>> numbersAt(const Document &document, Document::Node node,
                                              const std::vector<quint32> &limits)
{
    std::vector<quint32> numbers;
    for (const quint32 most : limits) {
        const auto number
            = node < document.nodes() ? numberAt(document, node++, most) : std::optional<quint32>();
        if (!number)
            return {};
        numbers.push_back(*number);
    }
    return numbers;
}

} // namespace

QByteArray Shape::toJson() const
{
    Writer writer(qsizetype(m_places.size()) * 40);
    writer.beginArray();
    for (const Place &place : m_places) {
        writer.beginArray().number(place.parent);
        if (place.key.isNull())
            writer.null();
        else // Data is nobody's to keep here.
            writer.string(m_places[place.parent].open ? QByteArrayView("") : place.key);
        for (const int number : {int(place.kinds), int(place.count), int(place.objects),
                                 int(place.news), int(place.always), int(place.open)})
            writer.number(number);
        writer.endArray();
    }
    writer.endArray();
    return writer.take();
}

// A store may come from anybody: what would not be written here is no shape.
std::optional<Shape> Shape::fromJson(const QByteArray &text)
{
    const auto parsed = Document::parse(text);
    const auto *document = std::get_if<Document>(&parsed);
    if (!document || document->kind(0) != Kind::Array)
        return {};
    Shape shape;
    shape.m_places.clear();
    for (Document::Node node = 1; node < document->after(0); node = document->after(node)) {
        const auto size = Number(shape.m_places.size());
        if (document->after(node) != node + 3 + numbersOfPlace || size >= mostPlaces)
            return {};
        const auto parent = numberAt(*document, node + 1, size == 0 ? 0 : size - 1);
        const auto numbers
            = numbersAt(*document, node + 3, {allKinds, settled, settled, 255, 1, 1});
        const Kind keyKind = document->kind(node + 2);
        if (!parent || !numbers || (keyKind != Kind::String && keyKind != Kind::Null))
            return {};
        Place place{.parent = *parent,
                    .kinds = Kinds((*numbers)[0] & allKinds),
                    .count = quint8((*numbers)[1]),
                    .objects = quint8((*numbers)[2]),
                    .news = quint8((*numbers)[3]),
                    .always = (*numbers)[4] == 1,
                    .open = (*numbers)[5] == 1};
        if (keyKind == Kind::String)
            place.key = QByteArray("") + unescaped(document->value(node + 2)); // never null
        if (size > 0 && !shape.join(place, size))
            return {};
        shape.m_places.push_back(place);
    }
    if (shape.m_places.empty())
        return {};
    return shape;
}

// False: its parent has no room for it.
bool Shape::join(const Place &place, Number number)
{
    Place &parent = m_places[place.parent];
    if (place.key.isNull()) {
        const bool free = parent.elements == 0;
        parent.elements = number;
        return free;
    }
    parent.members.push_back(number);
    return parent.members.size() <= size_t(mostMembers);
}

} // namespace json
