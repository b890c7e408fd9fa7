// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/restyle.h"
#include "signature/hypotheses/bodyvariants.h"
#include "signature/hypotheses/literaltext.h"

#include <QCoreApplication>

namespace signature
{

namespace
{

using Changed = std::optional<QByteArray>;
using json::Empty;
using json::Numbers;
using json::Order;
using json::Spacing;
using json::Style;

constexpr Spacing windowsLines{.colon = ": ", .lineBreak = "\r\n", .indent = "  "};
constexpr Spacing oneSpace{.colon = ": ", .lineBreak = "\n", .indent = " "};
constexpr Spacing spacedColons{.colon = ": "};
constexpr Spacing jackson{.colon = " : ",
                          .lineBreak = "\n",
                          .indent = "  ",
                          .insideEmpty = " ",
                          .insideList = " ",
                          .listsOnOneLine = true};
constexpr Spacing swift{.colon = " : ", .lineBreak = "\n", .indent = "  "};

// JSON.parse and JSON.stringify.
Style ecmascript(const Spacing &spacing, Order order = Order::IntegersFirst)
{
    return {
        .spacing = spacing, .order = order, .numbers = Numbers::Ecmascript, .lastOfRepeated = true};
}

Style with(const Spacing &spacing, Numbers numbers, Order order = Order::Kept)
{
    return {.spacing = spacing, .order = order, .numbers = numbers, .lastOfRepeated = true};
}

// A text of more than twice the size is nothing that anybody has sent.
qsizetype limitFor(const QByteArray &body) { return body.size() * 3 + 4096; }

Variant::Change restyled(const Style &style)
{
    return [style](const QByteArray &body) -> Changed {
        const auto parsed = json::Document::parse(body);
        const auto *document = std::get_if<json::Document>(&parsed);
        return document ? json::restyled(*document, style, limitFor(body)) : Changed();
    };
}

Variant::Change spaced(const Spacing &spacing, Order order = Order::Kept)
{
    return restyled({.spacing = spacing, .order = order});
}

Variant::Change literal(LiteralLanguage language)
{
    return [language](const QByteArray &body) -> Changed {
        const auto parsed = json::Document::parse(body);
        const auto *document = std::get_if<json::Document>(&parsed);
        return document ? literalText(*document, language, limitFor(body)) : Changed();
    };
}

QString tr(const char *text) { return QCoreApplication::translate("signature::Variants", text); }

Variant one(int rank, const QString &clause, Variant::Change change)
{
    return {Cause::JsonReserialised, rank, clause, std::move(change)};
}

// White space and order alone.
Variants spacings()
{
    return {
        one(1, tr("the body is written as compact JSON, without white space"),
            spaced(json::compact)),
        one(1, tr("the body is written as Python's json.dumps writes JSON, with “, ” and “: ”"),
            spaced(json::pythonSpaced)),
        one(1, tr("the JSON is indented by two spaces"), spaced(json::twoSpaces)),
        one(1, tr("the JSON is indented by four spaces"), spaced(json::fourSpaces)),
        one(1, tr("the JSON is compact with its keys sorted"),
            spaced(json::compact, Order::Sorted)),
        one(1, tr("the JSON has its keys sorted, with “, ” and “: ”"),
            spaced(json::pythonSpaced, Order::Sorted)),
        one(2, tr("the JSON is indented by tabs"), spaced(json::tabs)),
        one(2, tr("the JSON is indented by two spaces, with CR LF"), spaced(windowsLines)),
        one(2, tr("the JSON is indented by two spaces with its keys sorted"),
            spaced(json::twoSpaces, Order::Sorted)),
        one(2, tr("the JSON is indented by four spaces with its keys sorted"),
            spaced(json::fourSpaces, Order::Sorted)),
        one(2, tr("the JSON has its shorter keys first, as databases store it, with “, ” and “: ”"),
            spaced(json::pythonSpaced, Order::ByLength)),
        one(2, tr("the JSON is indented as Jackson does it, with “ : ”"), spaced(jackson)),
        one(2, tr("the JSON is indented by two spaces, with “ : ”"), spaced(swift)),
        one(3, tr("the JSON is compact but for a space behind each colon"), spaced(spacedColons)),
        one(3, tr("the JSON is indented by one space"), spaced(oneSpace)),
    };
}

// What a language makes of numbers, repeated keys and empty values.
Variants languages()
{
    return {
        one(1, tr("the body is what JavaScript's JSON.stringify makes of the parsed JSON"),
            restyled(ecmascript(json::compact))),
        one(1, tr("the body is what Python's json.dumps makes of the parsed JSON"),
            restyled(with(json::pythonSpaced, Numbers::Python))),
        one(1, tr("the body is what PHP's json_encode makes of the parsed JSON, with [] for {}"),
            restyled({.numbers = Numbers::Php, .empty = Empty::AsList, .lastOfRepeated = true})),
        one(1, tr("the body is compact JSON with [] where {} stands"),
            restyled({.empty = Empty::AsList})),
        one(1, tr("the body is what Go's json.Marshal makes of the parsed JSON, with keys sorted"),
            restyled(ecmascript(json::compact, Order::Sorted))),
        one(2, tr("the body is compact JSON with Python's numbers"),
            restyled(with(json::compact, Numbers::Python))),
        one(2, tr("the body is compact JSON with PHP's numbers"),
            restyled(with(json::compact, Numbers::Php))),
        one(2,
            tr("the body is what JSON.stringify makes of the parsed JSON, indented by two spaces"),
            restyled(ecmascript(json::twoSpaces))),
        one(2,
            tr("the body is what JSON.stringify makes of the parsed JSON, indented by four spaces"),
            restyled(ecmascript(json::fourSpaces))),
        one(2, tr("the body is what json.dumps makes of the parsed JSON, with its keys sorted"),
            restyled(with(json::pythonSpaced, Numbers::Python, Order::Sorted))),
        one(2, tr("the body is compact JSON with its keys sorted and Python's numbers"),
            restyled(with(json::compact, Numbers::Python, Order::Sorted))),
        one(2, tr("the body is what Ruby's to_json makes of the parsed JSON"),
            restyled(with(json::compact, Numbers::Ruby))),
        one(2, tr("the body is what Java's Jackson makes of the parsed JSON"),
            restyled(with(json::compact, Numbers::Java))),
        one(2,
            tr("the body is what Java's Gson makes of the parsed JSON: every number with a "
               "fraction"),
            restyled(with(json::compact, Numbers::Gson))),
        one(2, tr("the body is compact JSON without its null members"),
            restyled({.withoutNulls = true})),
        one(2, tr("the body is compact JSON with {} where [] stands"),
            restyled({.empty = Empty::AsObject})),
        one(2, tr("the JSON is indented by four spaces, with [] where {} stands"),
            restyled({.spacing = json::fourSpaces, .empty = Empty::AsList})),
        one(3, tr("the body is compact JSON with two places in every number that has a fraction"),
            restyled({.numbers = Numbers::TwoPlaces})),
        one(3, tr("the body is compact JSON with “.0” in every whole number"),
            restyled({.numbers = Numbers::PointZero})),
    };
}

// Not JSON any more.
Variants printed()
{
    return {
        one(2, tr("the body is the parsed JSON as Python prints a dict, such as {'a': None}"),
            literal(LiteralLanguage::Python)),
        one(3, tr("the body is the parsed JSON as Ruby prints a hash, such as {\"a\"=>nil}"),
            literal(LiteralLanguage::Ruby)),
        one(3, tr("the body is the parsed JSON as Ruby 3.4 prints a hash, such as {\"a\" => nil}"),
            literal(LiteralLanguage::Ruby34)),
    };
}

} // namespace

Variants jsonVariants() { return spacings() + languages() + printed(); }

} // namespace signature
