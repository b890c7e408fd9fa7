// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/typedmembers.h"

#include "json/scan.h"
#include "signature/digesttext.h"

#include <QCoreApplication>

namespace formats
{

namespace
{

using namespace Qt::Literals::StringLiterals;
using json::Kind;

constexpr qsizetype mostFields = 65'536; // of one list; far above any limit of ours

QString tr(const char *text) { return QCoreApplication::translate("formats::Ndjson", text); }

} // namespace

TypedMembers::TypedMembers(const json::Document &document, QString &fault, Node object,
                           const QString &way)
    : m_document(document)
    , m_fault(fault)
    , m_object(object)
    , m_way(way)
{
}

void TypedMembers::refuse(QByteArrayView name, const QString &why)
{
    if (m_fault.isEmpty())
        m_fault = u"%1%2: %3"_s.arg(m_way, QString::fromUtf8(name), why);
}

std::optional<TypedMembers::Node> TypedMembers::find(QByteArrayView name) const
{
    std::optional<Node> found;
    const Node end = m_document.after(m_object);
    for (Node child = m_object + 1; child < end; child = m_document.after(child)) {
        if (json::unescaped(m_document.key(child)) == name)
            found = child;
    }
    return found && m_document.kind(*found) != Kind::Null ? found : std::nullopt;
}

std::optional<TypedMembers::Node> TypedMembers::needed(QByteArrayView name)
{
    const auto node = find(name);
    if (!node)
        refuse(name, tr("It is missing."));
    return node;
}

std::optional<TypedMembers> TypedMembers::object(QByteArrayView name)
{
    const auto node = find(name);
    if (!node)
        return {};
    if (m_document.kind(*node) == Kind::Object)
        return TypedMembers(m_document, m_fault, *node, m_way + QString::fromUtf8(name) + u'.');
    refuse(name, tr("It is no object."));
    return {};
}

std::optional<TypedMembers> TypedMembers::neededObject(QByteArrayView name)
{
    return needed(name) ? object(name) : std::nullopt;
}

TypedMembers::Rows TypedMembers::list(QByteArrayView name)
{
    const auto node = find(name);
    if (!node)
        return {};
    if (m_document.kind(*node) == Kind::Array)
        return {*node + 1, m_document.after(*node)};
    refuse(name, tr("It is no list."));
    return {};
}

std::vector<TypedMembers> TypedMembers::objects(QByteArrayView name)
{
    std::vector<TypedMembers> all;
    const auto rows = list(name);
    for (Node row = rows.first; row < rows.end; row = m_document.after(row)) {
        if (m_document.kind(row) != Kind::Object) {
            refuse(name, tr("One of its entries is no object."));
            return {};
        }
        all.push_back(
            TypedMembers(m_document, m_fault, row, m_way + QString::fromUtf8(name) + u'.'));
    }
    return all;
}

std::optional<bool> TypedMembers::flag(QByteArrayView name)
{
    const auto node = find(name);
    if (!node)
        return {};
    const Kind kind = m_document.kind(*node);
    if (kind == Kind::True || kind == Kind::False)
        return kind == Kind::True;
    refuse(name, tr("It is neither true nor false."));
    return {};
}

QByteArray TypedMembers::utf8(QByteArrayView name)
{
    const auto node = find(name);
    if (!node)
        return {};
    if (m_document.kind(*node) == Kind::String)
        return json::unescaped(m_document.value(*node));
    refuse(name, tr("It is no text."));
    return {};
}

// A byte order mark that a text begins with is a part of it, which fromUtf8() would take away.
QString TypedMembers::text(QByteArrayView name)
{
    const QByteArray bytes = utf8(name);
    return bytes.isNull() ? QString() : QString::fromUtf8('"' + bytes).sliced(1);
}

QByteArray TypedMembers::neededUtf8(QByteArrayView name)
{
    return needed(name) ? utf8(name) : QByteArray();
}

QString TypedMembers::neededText(QByteArrayView name)
{
    return needed(name) ? text(name) : QString();
}

std::optional<QByteArray> TypedMembers::bytes(QByteArrayView name)
{
    const auto node = find(name);
    if (!node)
        return {};
    auto value = bytesAt(*node);
    if (!value)
        refuse(name, tr("It is neither a text nor {\"base64\":\"…\"}."));
    return value;
}

QByteArray TypedMembers::neededBytes(QByteArrayView name)
{
    return needed(name) ? bytes(name).value_or(QByteArray()) : QByteArray();
}

std::optional<QByteArray> TypedMembers::bytesAt(Node node) const
{
    if (m_document.kind(node) == Kind::String)
        return json::unescaped(m_document.value(node));
    if (m_document.kind(node) != Kind::Object || m_document.children(node) != 1)
        return {};
    const Node child = node + 1;
    if (json::unescaped(m_document.key(child)) != "base64"
        || m_document.kind(child) != Kind::String)
        return {};
    return signature::decoded(json::unescaped(m_document.value(child)),
                              signature::Encoding::Base64);
}

std::optional<http::Field> TypedMembers::fieldAt(Node node) const
{
    if (m_document.kind(node) != Kind::Array || m_document.children(node) != 2)
        return {};
    const auto name = bytesAt(node + 1);
    const auto value = bytesAt(m_document.after(node + 1));
    return name && value ? std::optional(http::Field{*name, *value}) : std::nullopt;
}

http::Fields TypedMembers::fields(QByteArrayView name)
{
    http::Fields all;
    const auto rows = list(name);
    for (Node row = rows.first; row < rows.end; row = m_document.after(row)) {
        const auto field = fieldAt(row);
        if (!field || all.size() == size_t(mostFields)) {
            refuse(name,
                   field ? tr("It has more entries than any request.")
                         : tr("One of its entries is no list of a name and a value."));
            return {};
        }
        all.append(*field);
    }
    return all;
}

std::optional<qint64> TypedMembers::number(QByteArrayView name, qint64 least, qint64 most)
{
    const auto node = find(name);
    if (!node)
        return {};
    bool whole = false;
    const qint64 value = m_document.value(*node).toByteArray().toLongLong(&whole);
    if (m_document.kind(*node) == Kind::Number && whole && value >= least && value <= most)
        return value;
    refuse(name, tr("It is no whole number from %1 to %2.").arg(least).arg(most));
    return {};
}

std::optional<double> TypedMembers::real(QByteArrayView name) const
{
    const auto node = find(name);
    if (!node || m_document.kind(*node) != Kind::Number)
        return {};
    return m_document.value(*node).toByteArray().toDouble();
}

} // namespace formats
