// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/document.h"
#include "signature/hypotheses/bodyvariants.h"

#include <QCoreApplication>

#include <algorithm>

namespace signature
{

namespace
{

using Changed = std::optional<QByteArray>;
using json::Document;

constexpr qsizetype fewNumbers = 4; // that are tried in every combination
constexpr qsizetype mostNumbers = 24; // that are tried one by one
constexpr qsizetype mostMembers = 5; // that are tried in every order

QString tr(const char *text) { return QCoreApplication::translate("signature::Variants", text); }

QList<Document::Node> numbersOf(const Document &document)
{
    QList<Document::Node> numbers;
    const auto end = Document::Node(document.nodes());
    for (Document::Node node = 0; node < end && numbers.size() <= mostNumbers; ++node) {
        if (document.kind(node) == json::Kind::Number)
            numbers.append(node);
    }
    return numbers;
}

// A zero that nobody needs: 10 becomes 10.0 or 10.00, 10.5 becomes 10.50.
QByteArray lengthened(QByteArrayView number, int zeros)
{
    const QByteArray text = number.toByteArray();
    if (zeros == 0 || text.contains('e') || text.contains('E'))
        return text;
    return text + (text.contains('.') ? "0" : zeros == 1 ? ".0" : ".00");
}

// Each digit of `choice`, to the base of three, is what becomes of one number.
Variant::Change withZeros(int choice)
{
    return [choice](const QByteArray &body) -> Changed {
        const auto parsed = Document::parse(body);
        const auto *document = std::get_if<Document>(&parsed);
        if (!document)
            return {};
        QByteArray out;
        qsizetype at = 0;
        int rest = choice;
        for (const Document::Node node : numbersOf(*document)) {
            const QByteArrayView number = document->value(node);
            const qsizetype start = number.data() - document->text().constData();
            out += QByteArrayView(document->text()).sliced(at, start - at);
            out += lengthened(number, rest % 3);
            rest /= 3;
            at = start + number.size();
        }
        return out += QByteArrayView(document->text()).sliced(at);
    };
}

Variants numberVariants(const Document &document)
{
    QList<int> choices;
    const qsizetype numbers = numbersOf(document).size();
    if (numbers == 0 || numbers > mostNumbers)
        return {};
    if (numbers <= fewNumbers) {
        int all = 1;
        for (qsizetype i = 0; i < numbers; ++i)
            all *= 3;
        for (int choice = 1; choice < all; ++choice)
            choices.append(choice);
    } else {
        int place = 1;
        for (qsizetype i = 0; i < std::min<qsizetype>(numbers, 19); ++i, place *= 3)
            choices << place << 2 * place;
    }
    Variants variants;
    for (const int choice : choices)
        variants.append({Cause::JsonReserialised, 3,
                         tr("numbers in the JSON have the final zeros that they have lost, such as "
                            "10.50 for 10.5"),
                         withZeros(choice)});
    return variants;
}

Variant::Change inOrder(const QList<int> &order)
{
    return [order](const QByteArray &body) -> Changed {
        const auto parsed = Document::parse(body);
        const auto *document = std::get_if<Document>(&parsed);
        if (!document || document->kind(0) != json::Kind::Object
            || document->children(0) != order.size())
            return {};
        QByteArrayList members;
        for (auto node = Document::Node(1); node < document->after(0);
             node = document->after(node)) {
            QByteArray member = document->key(node).toByteArray() + ':';
            members.append(member += document->value(node));
        }
        QByteArrayList ordered;
        for (const int place : order)
            ordered.append(members[place]);
        return '{' + ordered.join(',') + '}';
    };
}

Variants orderVariants(const Document &document)
{
    if (document.kind(0) != json::Kind::Object)
        return {};
    const qsizetype members = document.children(0);
    if (members < 2 || members > mostMembers)
        return {};
    QList<int> order;
    for (int i = 0; i < members; ++i)
        order.append(i);
    Variants variants;
    while (std::next_permutation(order.begin(), order.end()))
        variants.append({Cause::JsonReserialised, 3,
                         tr("the JSON has its outermost members in another order"),
                         inOrder(order)});
    return variants;
}

} // namespace

Variants restoringVariants(const QByteArray &body)
{
    const auto parsed = Document::parse(body);
    const auto *document = std::get_if<Document>(&parsed);
    return document ? orderVariants(*document) + numberVariants(*document) : Variants();
}

} // namespace signature
