// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/jsonmembers.h"

#include "json/scan.h"

#include <algorithm>

namespace signature
{

using namespace Qt::Literals::StringLiterals;
using json::Kind;
using Node = json::Document::Node;

JsonMembers::JsonMembers(const json::Document &document, Node node, const QByteArray &place,
                         JsonFault &fault)
    : m_document(&document)
    , m_fault(&fault)
    , m_place(place)
{
    if (document.kind(node) != Kind::Object) {
        fail({}, tr("an object is expected"));
        return;
    }
    for (Node child = node + 1; child < document.after(node); child = document.after(child)) {
        const QByteArray name = json::unescaped(document.key(child));
        if (document.repeated(child))
            fail(name, tr("stands there twice"));
        m_members.append({name, child, false});
    }
}

bool JsonMembers::has(QByteArrayView name) const
{
    return std::any_of(m_members.begin(), m_members.end(), [&](const Member &member) {
        return member.name == name && m_document->kind(member.node) != Kind::Null;
    });
}

std::optional<QByteArray> JsonMembers::text(QByteArrayView name)
{
    const auto node = take(name);
    return node ? textAt(*node, name) : std::nullopt;
}

QByteArray JsonMembers::requiredText(QByteArrayView name)
{
    if (!has(name)) {
        fail(name, tr("is missing"));
        return {};
    }
    return text(name).value_or(QByteArray());
}

std::optional<qint64> JsonMembers::number(QByteArrayView name)
{
    constexpr qint64 most = 1'000'000'000;
    const auto node = take(name);
    if (!node)
        return {};
    bool whole = false;
    const qint64 value = m_document->value(*node).toByteArray().toLongLong(&whole);
    if (m_document->kind(*node) == Kind::Number && whole && value >= 0 && value <= most)
        return value;
    fail(name, tr("a whole number from 0 to %1 is expected").arg(most));
    return {};
}

std::optional<bool> JsonMembers::flag(QByteArrayView name)
{
    const auto node = take(name);
    if (!node)
        return {};
    const Kind kind = m_document->kind(*node);
    if (kind != Kind::True && kind != Kind::False)
        fail(name, tr("true or false is expected"));
    return kind == Kind::True;
}

QByteArrayList JsonMembers::texts(QByteArrayView name)
{
    const auto node = take(name);
    if (!node)
        return {};
    QByteArrayList all;
    if (m_document->kind(*node) != Kind::Array) {
        all.append(textAt(*node, name).value_or(QByteArray()));
        return all;
    }
    for (Node row = *node + 1; row < m_document->after(*node); row = m_document->after(row))
        all.append(textAt(row, name).value_or(QByteArray()));
    return all;
}

JsonMembers JsonMembers::object(QByteArrayView name) { return object(name, placeOf(name)); }

JsonMembers JsonMembers::object(QByteArrayView name, const QByteArray &place)
{
    const auto node = take(name);
    if (!node)
        return {};
    return {*m_document, *node, place, *m_fault};
}

QList<JsonMembers> JsonMembers::objects(QByteArrayView name)
{
    QList<JsonMembers> all;
    const auto node = take(name);
    if (!node)
        return all;
    if (m_document->kind(*node) != Kind::Array) {
        fail(name, tr("an array is expected"));
        return all;
    }
    for (Node row = *node + 1; row < m_document->after(*node); row = m_document->after(row)) {
        const QByteArray place = placeOf(name) + '.' + QByteArray::number(all.size());
        all.append(JsonMembers(*m_document, row, place, *m_fault));
    }
    return all;
}

QList<JsonMembers::Pair> JsonMembers::pairs()
{
    QList<Pair> all;
    for (Member &member : m_members) {
        member.taken = true;
        all.append({member.name, textAt(member.node, member.name).value_or(QByteArray())});
    }
    return all;
}

void JsonMembers::finish()
{
    for (const Member &member : std::as_const(m_members)) {
        if (!member.taken)
            fail({}, tr("unknown member “%1”").arg(QString::fromUtf8(member.name)));
    }
}

void JsonMembers::fail(QByteArrayView name, const QString &phrase)
{
    if (!m_fault || !m_fault->text.isEmpty())
        return;
    const QByteArray place = placeOf(name);
    m_fault->text = place.isEmpty() ? phrase : QString::fromUtf8(place) + ": "_L1 + phrase;
}

QByteArray JsonMembers::placeOf(QByteArrayView name) const
{
    const char *mark = m_place.isEmpty() || name.isEmpty() ? "" : ".";
    return m_place + mark + name.toByteArray();
}

// Null is taken as well, but nothing comes of it.
std::optional<Node> JsonMembers::take(QByteArrayView name)
{
    for (Member &member : m_members) {
        if (member.name != name)
            continue;
        member.taken = true;
        if (m_document->kind(member.node) != Kind::Null)
            return member.node;
    }
    return {};
}

std::optional<QByteArray> JsonMembers::textAt(Node node, QByteArrayView name)
{
    if (m_document->kind(node) == Kind::String)
        return json::unescaped(m_document->value(node));
    fail(name, tr("a text is expected"));
    return {};
}

} // namespace signature
