// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/document.h"
#include "json/skeleton.h"

#include <QList>

#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace json
{

// The kinds of values that may stand at one place, as bits; the two booleans are one.
using Kinds = quint8;
constexpr Kinds kindBit(Kind kind)
{
    return Kinds(1U << (kind == Kind::False ? unsigned(Kind::True) : unsigned(kind)));
}

// One place where a text is otherwise than all before it.
struct Departure {
    enum class Change : quint8 { New, Gone, Kind };

    Change change = Change::New;
    QByteArray pointer; // in this text; of what is gone, where it would stand
    Kinds before = 0; // what stood there so far; nothing of what is new
    Kinds now = 0; // what stands there; nothing of what is gone

    bool operator==(const Departure &) const = default;
};

// What texts of one sort looked like so far: which members their objects had, always or sometimes,
// and of which kinds the values were. All elements of an array are one place. It says nothing of a
// place until that was there a few times, nor of objects whose keys are data and not names, which
// is seen by their being new time and again; and it stops at bounds.
class Shape
{
public:
    static constexpr int settled = 5; // texts, before it says anything
    static constexpr qsizetype mostPlaces = 1000;
    static constexpr qsizetype mostMembers = 200; // of one object
    static constexpr qsizetype mostNodes = 20'000; // of a text that is looked at
    static constexpr qsizetype mostDepartures = 20; // of one text
    static constexpr int deepest = 32;

    Shape() { m_places.emplace_back(); }

    // What is otherwise in this text; learns it.
    QList<Departure> take(const Document &document);

    // Whether nothing would be told of a text with that skeleton, nor learned from it, as it was
    // with another one lately. So it need not be taken, nor even parsed.
    bool knows(Skeleton skeleton) const;
    bool takeChanged() { return std::exchange(m_changed, false); } // since it was asked last

    QByteArray toJson() const;
    static std::optional<Shape> fromJson(const QByteArray &text); // nothing: it is none

private:
    using Number = quint32; // of a place
    struct Place {
        QByteArray key = {}; // decoded; null: the root, or the elements of an array
        Number parent = 0;
        Kinds kinds = 0;
        quint8 count = 0; // texts in which it was there, up to `settled`
        quint8 objects = 0; // and was an object
        quint8 news = 0; // how often lately its object had a member that was new
        bool always = true; // in each object so far
        bool open = false; // its keys are data
        std::vector<Number> members = {};
        Number elements = 0; // 0: none
        quint32 text = 0; // the last one it was counted in
        quint32 objectText = 0; // and was an object in
        quint32 object = 0; // the last one it was met in
    };
    struct Visit {
        Number place = 0;
        Document::Node node = 0;
        int depth = 0;
        bool tells = false;
        bool first = false; // it was no object before
        quint32 object = 0; // its number, of this text
    };

    void remember(const Document &document);
    void visit(Visit visit);
    void visitMembers(const Visit &visit);
    void visitElements(const Visit &visit);
    bool visitMember(const Visit &object, Document::Node child, size_t &next);
    void missMembers(const Visit &object);
    void weighNews(Place &place, bool news);
    void count(Place &place, bool object);
    Number memberOf(const Place &place, QByteArrayView key, size_t &next) const;
    Number addPlace(Number parent, const QByteArray &key);
    void depart(const Departure &departure);
    bool join(const Place &place, Number number);
    template <typename Value> void set(Value &value, Value to);

    std::vector<Place> m_places; // the first one is the root
    quint32 m_text = 0;
    quint32 m_object = 0;
    bool m_changed = false;
    std::array<Skeleton, 8> m_known{}; // of texts taken since it changed; 0: of none
    size_t m_nextKnown = 0;
    const Document *m_document = nullptr; // while one is taken
    QList<Departure> m_departures;
};

} // namespace json
