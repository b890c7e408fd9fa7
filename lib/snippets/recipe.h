// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "snippets/keyrecipe.h"

namespace snippets
{

// A value that the code keeps in a variable; its name is lower-case words: "webhook id".
struct Variable {
    QString name;
    signature::Place place; // header, query, form or json

    bool operator==(const Variable &) const = default;
};

// A value that stands beside the signature in the same text.
struct Pick {
    QString name;
    QByteArray mark; // "t=" in front of it; empty: it is the entry at `row`
    qsizetype row = 0;

    bool operator==(const Pick &) const = default;
};

struct Demand {
    QString name; // of the variable
    QByteArray value;

    bool operator==(const Demand &) const = default;
};

// A piece of the signed text.
struct Piece {
    enum class Kind : quint8 {
        Literal,
        Variable,
        Body,
        Secret,
        Method,
        Url,
        UrlWithoutQuery,
        FormSorted,
    };
    Kind kind = Kind::Literal;
    QByteArray text; // of a literal
    QString name; // of a variable
    bool lower = false;
    bool trim = false;

    bool operator==(const Piece &) const = default;
};

// How the text at the signature's place holds signatures.
enum class Holding : quint8 {
    One,
    Entries, // between separators, in one header
    Places, // one each in several headers
    Numbered, // in headers numbered from 1
};

// What code for one scheme has to do, step by step and in the order of the members, with all that
// can be settled beforehand settled. The same for every language.
struct Recipe {
    QString scheme; // its name, for people
    bool coversBody = false; // the whole of it, so that none of it can be altered
    bool needsMethod = false;
    bool needsUrl = false;

    QList<Variable> values; // to read first; none may be missing
    Holding holding = Holding::One;
    signature::Places places; // of the signature
    QByteArray separator; // of Entries
    QList<Pick> picks;
    QList<Demand> demands;
    QString time; // variable; empty: no age is judged
    signature::TimeRule age;
    QString bodyDigest; // variable that holds one; empty: there is none
    signature::Hash bodyHash = signature::Hash::Sha256;
    signature::Encoding bodyEncoding = signature::Encoding::Hex;

    signature::Type type = signature::Type::Hmac;
    signature::Hash hash = signature::Hash::Sha256;
    KeyRecipe key;
    std::optional<signature::KeyFormat> keyFormat;
    QList<Piece> message;
    signature::Encoding encoding = signature::Encoding::Hex;
    QByteArray mark; // in front of a signature; in lower case where the signature is hex
};

// An error of kind Usage tells why no code can be made.
core::Result<Recipe> recipeOf(const signature::Scheme &scheme);

} // namespace snippets
