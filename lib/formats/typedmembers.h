// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/headers.h"
#include "json/document.h"

#include <QString>

#include <optional>
#include <vector>

namespace formats
{

// Reads the members of one object of a JSON text, each as the type that it must have. The first
// thing that is wrong is kept, with the way to it ("request.headers"), and what is read from then
// on is of no use.
class TypedMembers
{
public:
    using Node = json::Document::Node;

    TypedMembers(const json::Document &document, QString &fault, Node object = 0,
                 const QString &way = {});

    // Of an object; nothing for null, and for one that is missing where it may be.
    std::optional<TypedMembers> object(QByteArrayView name);
    std::optional<TypedMembers> neededObject(QByteArrayView name);
    std::vector<TypedMembers> objects(QByteArrayView name); // of a list; none where it is missing

    // Texts are empty for null; bytes may stand as {"base64":"…"}.
    QString text(QByteArrayView name);
    QString neededText(QByteArrayView name);
    QByteArray utf8(QByteArrayView name);
    QByteArray neededUtf8(QByteArrayView name);
    std::optional<QByteArray> bytes(QByteArrayView name);
    QByteArray neededBytes(QByteArrayView name);
    http::Fields fields(QByteArrayView name);

    // A whole number within the limits; nothing for null and for one that is missing.
    std::optional<qint64> number(QByteArrayView name, qint64 least, qint64 most);

    std::optional<bool> flag(QByteArrayView name);

    // Whatever number it is; nothing where there is none.
    std::optional<double> real(QByteArrayView name) const;

    // An object that is read elsewhere.
    std::optional<Node> node(QByteArrayView name) const { return find(name); }

    bool has(QByteArrayView name) const { return find(name).has_value(); } // and not null
    void refuse(QByteArrayView name, const QString &why); // a sentence

private:
    struct Rows // of a list: from the first to before the end
    {
        Node first = 0;
        Node end = 0;
    };

    std::optional<Node> find(QByteArrayView name) const;
    std::optional<Node> needed(QByteArrayView name);
    Rows list(QByteArrayView name); // empty where it is missing
    std::optional<QByteArray> bytesAt(Node node) const;
    std::optional<http::Field> fieldAt(Node node) const;

    const json::Document &m_document;
    QString &m_fault;
    Node m_object;
    QString m_way; // in front of a member's name
};

} // namespace formats
