// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/document.h"

#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace models
{

// What is said of a value: a few words beside it, and a sentence for who wants to know.
struct LensNote {
    QString words; // may be empty
    QString sentence;

    bool operator==(const LensNote &) const = default;
};

// One thing said of a field; the first that applies holds. Without a condition it always does.
struct LensRule {
    QByteArray is; // the value's JSON text; empty: any
    QByteArray begins; // what the string's text begins with; empty: anything
    LensNote note;
};

struct LensField {
    QByteArray key; // decoded
    std::vector<LensRule> rules = {};
    std::vector<LensField> fields = {}; // the documented members; none: nothing is known of them

    const LensField *member(QByteArrayView name) const; // nullptr: not documented
};

struct LensTopic {
    QString name;
    QString permission; // that an account has to grant; empty: none

    bool operator==(const LensTopic &) const = default;
};

// What a provider documents of its bodies, seen through one of them. Data, a file a provider in
// resources/lenses.
struct Lens {
    LensField root;
    QList<LensTopic> topics;
    QString undocumented; // what is said of a field beside the documented ones

    // Of a member's value; `parent` is the documented field of its object, if any.
    std::optional<LensNote> note(const LensField *parent, const json::Document &document,
                                 json::Document::Node node) const;
};

using LensPtr = std::shared_ptr<const Lens>;

LensPtr readLens(const QByteArray &json); // nullptr: not a lens

// The one that comes with the program for a scheme; nullptr: there is none.
LensPtr lensOf(const QString &scheme);

} // namespace models
