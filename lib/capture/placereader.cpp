// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/placereader.h"

#include "json/lookup.h"
#include "signature/jws.h"

#include <algorithm>

namespace capture
{

namespace
{

using signature::Place;
using signature::Source;

constexpr qsizetype mostPointers = 31; // of a scheme: with what else is asked, 64 at most
constexpr qsizetype usualPlaces = 4; // that a scheme has of its own, mostly
constexpr qsizetype largestForm = 1024 * 1024; // in bytes; a connection waits for its decoding
constexpr qsizetype longestText = 512; // in bytes; more than any row shows

} // namespace

qsizetype PlaceReader::follow(const QList<QByteArray> &pointers)
{
    m_pointers.reserve(m_pointers.size() + pointers.size() + usualPlaces);
    m_pointers += pointers;
    return m_pointers.size() - pointers.size();
}

void PlaceReader::follow(const signature::Places &places)
{
    for (const Place &place : places) {
        if (place.source == Source::Json && m_pointers.size() < mostPointers)
            m_pointers.append(place.name);
    }
}

void PlaceReader::read()
{
    if (m_pointers.isEmpty())
        return;
    const QByteArrayView text
        = m_scheme.jsonFrom ? value(*m_scheme.jsonFrom).text : QByteArrayView(m_request.body);
    m_texts = json::lookup(text, m_pointers);
}

QString PlaceReader::at(const signature::Places &places)
{
    for (const Place &place : places) {
        const QString text = place.source == Source::Json
            ? m_texts.value(m_pointers.indexOf(place.name))
            : elsewhere(place);
        if (!text.isEmpty())
            return text;
    }
    return {};
}

QString PlaceReader::elsewhere(const Place &place)
{
    const QByteArrayView text = value(place).text;
    return QString::fromUtf8(text.first(std::min(text.size(), longestText)));
}

signature::Value PlaceReader::value(const Place &place)
{
    if (place.source == Source::Form && m_request.body.size() > largestForm)
        return {};
    if (!m_values)
        m_values.emplace(m_request, m_scheme, m_context);
    const bool ofSignature = place.source == Source::Claim || place.source == Source::JoseHeader
        || place.source == Source::SignatureField;
    if (ofSignature && !m_signatures)
        readSignature();
    return m_values->find(place);
}

// What stands beside the signature, or in it when it is a token. Whether it is right is for the
// verdict to say: a row shows what a delivery tells of itself.
void PlaceReader::readSignature()
{
    m_signatures = signature::readSignatures(m_scheme, *m_values);
    const auto group = std::find_if(m_signatures->groups.begin(), m_signatures->groups.end(),
                                    [](const auto &one) { return !one.signatures.isEmpty(); });
    if (group == m_signatures->groups.end())
        return;
    m_values->setSignatureFields(group->fields);
    if (m_scheme.type != signature::Type::Jws)
        return;
    if (const auto token
        = signature::readJws(group->signatures.first(), !m_scheme.jws.payload.isEmpty()))
        m_values->setJws(token->header, token->payload);
}

} // namespace capture
