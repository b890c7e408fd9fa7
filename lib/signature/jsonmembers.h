// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/document.h"

#include <QByteArrayList>
#include <QCoreApplication>

#include <optional>

namespace signature
{

// What is wrong first, with its place: "signature.parse: unknown form “kvx”".
struct JsonFault {
    QString text;
};

// The members of one object, taken out one after the other; what nobody took is a fault, and so is
// a value of another type. The document and the fault must outlive it.
class JsonMembers
{
    Q_DECLARE_TR_FUNCTIONS(signature::JsonMembers)

public:
    using Pair = std::pair<QByteArray, QByteArray>;

    JsonMembers() = default; // of an object that is not there
    JsonMembers(const json::Document &document, json::Document::Node node, const QByteArray &place,
                JsonFault &fault);

    bool exists() const { return m_document; }
    bool has(QByteArrayView name) const;

    // Null counts as absent.
    std::optional<QByteArray> text(QByteArrayView name);
    QByteArray requiredText(QByteArrayView name);
    std::optional<qint64> number(QByteArrayView name); // whole, not negative
    std::optional<bool> flag(QByteArrayView name);
    QByteArrayList texts(QByteArrayView name); // of an array, or the one that stands alone
    JsonMembers object(QByteArrayView name);
    JsonMembers object(QByteArrayView name, const QByteArray &place); // as faults name it
    QList<JsonMembers> objects(QByteArrayView name);
    QList<Pair> pairs(); // the names and the texts of all members

    void finish(); // what is left is unknown
    void fail(QByteArrayView name, const QString &phrase);

private:
    struct Member {
        QByteArray name;
        json::Document::Node node = 0;
        bool taken = false;
    };

    QByteArray placeOf(QByteArrayView name) const;
    std::optional<json::Document::Node> take(QByteArrayView name);
    std::optional<QByteArray> textAt(json::Document::Node node, QByteArrayView name);

    const json::Document *m_document = nullptr;
    JsonFault *m_fault = nullptr;
    QByteArray m_place;
    QList<Member> m_members;
};

} // namespace signature
