// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/requestvalues.h"

#include <QVarLengthArray>

namespace signature
{

constexpr qsizetype mostSignatures = 100; // of a request; no sender comes near
constexpr qsizetype mostGroups = 16; // each may have to be computed for itself

// Whether the visitor says so of one of the headers that a numbered place names, of each in its
// order until then; a number may be missing: that key was taken away. Of another place, of itself.
template <typename Visitor> bool anyOf(const Place &place, const Visitor &visit)
{
    if (place.source != Source::NumberedHeader)
        return visit(place);
    for (qsizetype n = 1; n <= mostSignatures; ++n) {
        QByteArray name = place.name;
        name.replace("{n}", QByteArray::number(n));
        if (visit(Place{Source::Header, name}))
            return true;
    }
    return false;
}

// Whether the place is the header of that name. A numbered one is "X-Signature-2" for
// "X-Signature-{n}", whatever the number: beyond what anyOf() asks it is a signature all the same.
bool isHeader(const Place &place, const QByteArray &name);

// The signatures that stand together, as they are written, and the named values beside them.
struct SignatureGroup {
    QVarLengthArray<RequestValues::NamedValue, 4> fields;
    QVarLengthArray<QByteArrayView, 2> signatures;
};

// What stands where the scheme looks for signatures. Views into the request's values.
struct ReceivedSignatures {
    bool present = false; // something stands there
    bool repeated = false; // a header is there more than once
    bool tooMany = false;
    bool prefixMissing = false;
    QByteArrayView text; // of the first place
    Place place; // the first one that has something
    QVarLengthArray<SignatureGroup, 1> groups;

    bool hasSignatures() const;
};

// Entries of another kind or version are left out; with one group, unless what is signed or its
// time depends on the named values.
ReceivedSignatures readSignatures(const Scheme &scheme, RequestValues &values);

// Whether the signed text or its time depends on values beside the signature.
bool dependsOnGroup(const Scheme &scheme);

} // namespace signature
