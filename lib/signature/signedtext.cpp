// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/signedtext.h"

#include "signature/digesttext.h"
#include "signature/sortedjson.h"

#include <array>

namespace signature
{

namespace
{

// Of IEEE 802.3, as gzip and PNG use it too.
constexpr auto crcTable = [] {
    std::array<quint32, 256> table{};
    for (quint32 row = 0; row < table.size(); ++row) {
        quint32 value = row;
        for (int bit = 0; bit < 8; ++bit)
            value = value >> 1 ^ (value & 1 ? 0xEDB88320u : 0u);
        table[row] = value;
    }
    return table;
}();

quint32 crc32(QByteArrayView text)
{
    quint32 value = 0xFFFFFFFF;
    for (const char c : text)
        value = value >> 8 ^ crcTable[(value ^ uchar(c)) & 0xFF];
    return ~value;
}

// As Contentful's library does it: of what stands behind a second question mark, nothing is left.
QByteArray withEscapedQuery(QByteArrayView url)
{
    const qsizetype mark = url.indexOf('?');
    if (mark < 0)
        return url.toByteArray();
    const QByteArrayView behind = url.sliced(mark + 1);
    const qsizetype end = behind.indexOf('?');
    const QByteArrayView query = end < 0 ? behind : behind.first(end);
    const QByteArray path = url.first(mark).toByteArray();
    return query.isEmpty() ? path : path + '?' + query.toByteArray().toPercentEncoding("!*'()");
}

// A text may be some times as long as the body, and a little more for headers and their like.
constexpr qsizetype mostBodies = 4;
constexpr qsizetype besideBodies = 16 * 1024 * 1024; // in bytes

// As many as a request may have fields.
constexpr qsizetype mostListed = 256;

class SignedTextBuilder
{
public:
    SignedTextBuilder(const MessageTemplate &message, RequestValues &values, QByteArrayView secret)
        : m_message(message)
        , m_values(values)
        , m_secret(secret)
    {
    }

    SignedText build();

private:
    Value valueOf(const Segment &segment);
    Value listed(const Segment &segment);
    Value filtered(Value value, const QList<Filter> &filters);
    Value filtered(QByteArrayView text, Filter filter);
    void take(qsizetype bytes);
    bool isFull() const { return m_room < 0 || m_values.room() < 0; }

    const MessageTemplate &m_message;
    RequestValues &m_values;
    QByteArrayView m_secret;
    qsizetype m_room = roomForText(m_values.body());
};

SignedText SignedTextBuilder::build()
{
    SignedText text;
    const QList<Segment> &segments = m_message.segments;
    for (qsizetype at = 0; at < segments.size(); ++at) {
        const Segment &segment = segments[at];
        const qsizetype start = text.pieces.size();
        const Value value = isFull() ? Value() : valueOf(segment);
        if (value.isFound()) {
            text.pieces.append(value.text);
            take(value.text.size());
        }
        if (isFull()) {
            text.missing = segment.place;
            text.tooLong = true;
            return text;
        }
        if (value.isFound())
            continue;
        const bool repeated = value.state == Value::State::Repeated;
        if (segment.group < 0 || repeated) {
            text.missing = segment.place;
            text.repeated = repeated;
            return text;
        }
        // The whole group goes: what stands in front of the value and what follows it.
        qsizetype before = 0;
        while (before < at && segments[at - before - 1].group == segment.group)
            ++before;
        text.pieces.resize(start - before);
        while (at + 1 < segments.size() && segments[at + 1].group == segment.group)
            ++at;
    }
    return text;
}

Value SignedTextBuilder::valueOf(const Segment &segment)
{
    Value value;
    if (segment.place.source == Source::Secret)
        value = {Value::State::Found, m_secret};
    else if (segment.place.source == Source::ListedHeaders)
        value = listed(segment);
    else
        value = m_values.find(segment.place);
    if (segment.filters.isEmpty())
        return value;
    take(value.text.size());
    return isFull() ? value : filtered(value, segment.filters);
}

void SignedTextBuilder::take(qsizetype bytes)
{
    m_room -= bytes;
    m_values.setRoom(m_values.room() - bytes);
}

// Names are told apart by spaces and commas, which no field name holds.
Value SignedTextBuilder::listed(const Segment &segment)
{
    const Value list = m_values.find(segment.list);
    if (!list.isFound())
        return list;
    QByteArray text;
    qsizetype count = 0;
    for (qsizetype at = 0; at < list.text.size();) {
        const qsizetype start = at;
        while (at < list.text.size() && list.text[at] != ' ' && list.text[at] != ',')
            ++at;
        const QByteArrayView name = list.text.sliced(start, at - start);
        ++at;
        if (name.isEmpty())
            continue;
        const Value value = m_values.find({Source::Header, name.toByteArray()});
        if (!value.isFound() || ++count > mostListed)
            return {value.isFound() ? Value::State::Absent : value.state, {}};
        if (count > 1)
            text += segment.joint;
        if (!segment.pairing.isEmpty())
            text.append(name).append(segment.pairing);
        text += value.text;
    }
    return count == 0 ? Value() : Value{Value::State::Found, m_values.own(text)};
}

Value SignedTextBuilder::filtered(Value value, const QList<Filter> &filters)
{
    for (const Filter filter : filters) {
        if (filter == Filter::Optional && value.state == Value::State::Absent)
            value = {Value::State::Found, {}};
        else if (value.isFound())
            value = filtered(value.text, filter);
    }
    return value;
}

Value SignedTextBuilder::filtered(QByteArrayView text, Filter filter)
{
    const auto found = [this](const QByteArray &bytes) {
        return Value{Value::State::Found, m_values.own(bytes)};
    };
    switch (filter) {
    case Filter::Optional:
        return {Value::State::Found, text};
    case Filter::NonEmpty:
        return text.isEmpty() ? Value() : Value{Value::State::Found, text};
    case Filter::Trim:
        return {Value::State::Found, text.trimmed()};
    case Filter::Lower:
        return found(text.toByteArray().toLower());
    case Filter::Sha256Hex:
        return found(writeDigest(digest(Hash::Sha256, text), Encoding::Hex));
    case Filter::Sha256Base64:
        return found(writeDigest(digest(Hash::Sha256, text), Encoding::Base64));
    case Filter::Crc32:
        return found(QByteArray::number(crc32(text)));
    case Filter::JsonSorted: {
        const auto sorted = sortedJson(text);
        return sorted ? found(*sorted) : Value();
    }
    case Filter::EscapeQuery:
        return found(withEscapedQuery(text));
    case Filter::EncodeUri:
        return found(text.toByteArray().toPercentEncoding(";,/?:@&=+$!*'()#"));
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArray SignedText::joined() const
{
    qsizetype size = 0;
    for (const QByteArrayView piece : pieces)
        size += piece.size();
    QByteArray text;
    text.reserve(size);
    for (const QByteArrayView piece : pieces)
        text.append(piece);
    return text;
}

bool SignedText::says(QByteArrayView text) const
{
    return pieces.size() == 1 ? sameBytes(pieces[0], text) : sameBytes(joined(), text);
}

qsizetype roomForText(QByteArrayView body) { return mostBodies * body.size() + besideBodies; }

SignedText signedText(const MessageTemplate &message, RequestValues &values, QByteArrayView secret)
{
    return SignedTextBuilder(message, values, secret).build();
}

} // namespace signature
