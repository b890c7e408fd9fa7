// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace signature
{

// Where a value of a request comes from. What takes a name is written "header:X-Signature", the
// others "body".
enum class Source : quint8 {
    Literal, // the name is the text itself; in templates only
    Body,
    Timestamp, // its text as received
    Header,
    NumberedHeader, // "X-Signature-{n}": n counts from 1
    SignatureField, // a named value beside the signature: "t" in "t=1,v1=…"
    Method,
    Url, // as the sender knew it
    UrlWithoutQuery,
    UrlWithForm, // its query sorted, then the form's fields sorted
    Path, // without the query
    Target, // the path with the query
    Query, // a parameter, decoded
    Form, // a field of a form body, decoded
    FormSorted, // each once, sorted by name: name, value, name, value without anything between
    FormJson, // all of them as a JSON object of texts, in their order, ASCII, ", " and ": "
    Json, // the scalar at a JSON pointer (RFC 6901) into the body
    Item, // the same, into the element that `each` is at
    Secret,
    Config, // of the receiver's own set-up: a parameter
    ListedHeaders, // the fields whose names another place lists
    Claim, // of a JWS's payload
    JoseHeader, // the scalar at a JSON pointer into a JWS's header
};

struct Place {
    Source source = Source::Header;
    QByteArray name; // of the field, the parameter, the claim; or the JSON pointer

    bool operator==(const Place &) const = default;
};

using Places = QList<Place>;

// Reads "header:X-Signature" or "body"; nothing for an unknown source, and for a name that is
// missing or does not belong there.
std::optional<Place> placeFromText(QByteArrayView text);
QByteArray text(const Place &place);

} // namespace signature
