// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/prints.h"

#include "capture/digestbits.h"
#include "signature/receivedsignatures.h"

namespace capture
{

namespace
{

using signature::Place;
using signature::Source;

constexpr qsizetype usualText = 128; // bytes of a signature and its time
constexpr qsizetype largestForm = 1024 * 1024; // in bytes, as for what a row shows

bool ofForm(const Place &place)
{
    return place.source == Source::Form || place.source == Source::FormSorted
        || place.source == Source::FormJson;
}

// Of several numbered ones the first that is there, as it is of one.
QByteArrayView firstOf(const Place &place, signature::RequestValues &values)
{
    signature::Value first;
    signature::anyOf(place, [&](const Place &one) {
        first = values.find(one);
        return first.state != signature::Value::State::Absent;
    });
    return first.text;
}

// Times that stand beside the signature or in a token are part of its text.
quint32 signaturePrint(const http::Request &request, const signature::Scheme &scheme)
{
    const signature::Context context;
    signature::RequestValues values(request, scheme, context);
    QByteArray text;
    text.reserve(usualText);
    const auto add = [&](const Place &place) {
        if (!ofForm(place) || request.body.size() <= largestForm)
            text.append(firstOf(place, values)).append('\n');
    };
    for (const Place &place : scheme.signature)
        add(place);
    if (text.count('\n') == text.size()) // Only the ends of lines.
        return 0;
    if (scheme.time)
        add(scheme.time->from);
    return firstBits<quint32>(text);
}

} // namespace

Prints printsOf(const http::Request &request, const signature::Scheme *scheme)
{
    Prints prints;
    if (!request.body.isEmpty())
        prints.body = firstBits<quint64>(request.body);
    if (scheme && (scheme->time || scheme->type == signature::Type::Jws))
        prints.signature = signaturePrint(request, *scheme);
    return prints;
}

} // namespace capture
