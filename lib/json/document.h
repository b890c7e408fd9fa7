// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/index.h"

#include <QByteArray>

#include <memory>

namespace json
{

enum class Kind : quint8 { Object, Array, String, Number, True, False, Null };

// A JSON text and the index over it: order, repeated keys, number texts and escapes are as they
// stand, and what the index does not hold is read from the text when asked for.
class Document
{
public:
    using Node = quint32; // a value's place in the index; 0 is the root
    using Parsed = std::variant<Document, SyntaxError>;

    static Parsed parse(const QByteArray &text);

    const QByteArray &text() const { return m_text; }
    qsizetype nodes() const { return qsizetype(m_index.entries.size()); }
    bool repeatsKeys() const { return m_index.repeatsKeys; }

    Kind kind(Node node) const;
    bool holdsValues(Node node) const; // an object or an array

    // With their quotes and escapes, as they stand; the key is empty where there is none.
    QByteArrayView key(Node node) const;
    QByteArrayView value(Node node) const;

    // Whether the node's object has another member with the same key, escapes decoded.
    bool repeated(Node node) const { return m_index.entries[node].repeated; }

    // The children of a node are node + 1, after(node + 1), …, up to but not after(node).
    Node after(Node node) const { return m_index.entries[node].after; }
    qsizetype children(Node node) const; // counts them: takes time with their number

    qsizetype offset(Node node) const; // of the key, else of the value
    Node nodeAt(qsizetype offset) const; // the last one that begins at or before it

private:
    Document(const QByteArray &text, Index index);

    qsizetype valueStart(Node node) const;

    QByteArray m_text;
    Index m_index;
};

using DocumentPtr = std::shared_ptr<const Document>;

} // namespace json
