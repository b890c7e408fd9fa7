// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/oddities.h"

#include "json/scan.h"
#include "json/writer.h"

#include <algorithm>
#include <array>

namespace capture
{

using json::Departure;
using json::Document;

namespace
{

// By the number of the change.
constexpr std::array words{QByteArrayView("new"), QByteArrayView("gone"), QByteArrayView("kind")};

// An array of the change, where it is, and the kinds before and now.
std::optional<Departure> readDeparture(const Document &document, Document::Node node)
{
    if (document.after(node) != node + 5 || document.kind(node + 2) != json::Kind::String)
        return {};
    const QByteArrayView literal = document.value(node + 1);
    const auto *word = std::find_if(words.begin(), words.end(), [&](QByteArrayView one) {
        return literal.size() == one.size() + 2 && literal.sliced(1, one.size()) == one;
    });
    if (word == words.end())
        return {};
    return Departure{.change = Departure::Change(word - words.begin()),
                     .pointer = json::unescaped(document.value(node + 2)),
                     .before = json::Kinds(document.value(node + 3).toUShort()),
                     .now = json::Kinds(document.value(node + 4).toUShort())};
}

} // namespace

QByteArray writeDrift(const QList<Departure> &drift)
{
    if (drift.isEmpty())
        return {};
    json::Writer writer;
    writer.beginArray();
    for (const Departure &departure : drift)
        writer.beginArray()
            .string(words[size_t(departure.change)])
            .string(departure.pointer)
            .number(departure.before)
            .number(departure.now)
            .endArray();
    writer.endArray();
    return writer.take();
}

QList<Departure> readDrift(const QByteArray &text)
{
    if (text.isEmpty())
        return {};
    const auto parsed = Document::parse(text);
    const auto *document = std::get_if<Document>(&parsed);
    if (!document || document->kind(0) != json::Kind::Array)
        return {};
    QList<Departure> drift;
    for (Document::Node node = 1;
         node < document->after(0) && drift.size() < json::Shape::mostDepartures;
         node = document->after(node)) {
        if (const auto departure = readDeparture(*document, node))
            drift.append(*departure);
    }
    return drift;
}

} // namespace capture
