// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "signature/place.h"

namespace signature
{

enum class Filter : quint8 {
    Lower,
    Trim,
    Optional, // an absent value counts as an empty one
    NonEmpty, // an empty value counts as an absent one
    Sha256Hex,
    Sha256Base64,
    Crc32, // in decimal
    JsonSorted, // the JSON text anew, compact, keys sorted
    EscapeQuery, // of a URL: its query percent-encoded as one value, an empty one left out
    EncodeUri, // of a URL: whatever must not stand in one percent-encoded, and each % as well
};

// A piece of the signed text.
struct Segment {
    Place place;
    QList<Filter> filters; // in their order
    int group = -1; // of the [[…]] that it stands in, counted from 0

    // Of ListedHeaders only: the names stand at `list`; values are joined by `joint`, each with
    // its name and `pairing` in front when there is one.
    Place list;
    QByteArray joint;
    QByteArray pairing;

    bool operator==(const Segment &) const = default;
};

// What is signed: "v0:{timestamp}:{body}". A [[…]] is left out when one of its values is absent;
// any other absent value leaves nothing to compute.
struct MessageTemplate {
    QByteArray text; // as written
    QList<Segment> segments;

    bool isEmpty() const { return segments.isEmpty(); }
    bool uses(Source source) const;
    bool operator==(const MessageTemplate &) const = default;
};

constexpr qsizetype longestTemplate = 4096; // in bytes
constexpr qsizetype mostSegments = 64;

// A refusal's `why` is a phrase without a full stop: "unknown source “bdy”".
core::Result<MessageTemplate> parseTemplate(const QByteArray &text);

QByteArray word(Filter filter);

} // namespace signature
