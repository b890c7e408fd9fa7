// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/receivedsignatures.h"

#include "json/lookup.h"
#include "signature/digesttext.h"

#include <algorithm>

namespace signature
{

namespace
{

using NamedValue = RequestValues::NamedValue;

// Takes the values of the places apart.
class SignatureReader
{
public:
    SignatureReader(const Scheme &scheme, RequestValues &values)
        : m_form(scheme.form)
        , m_scheme(scheme)
        , m_values(values)
        , m_groupwise(dependsOnGroup(scheme))
    {
    }

    ReceivedSignatures read()
    {
        for (const Place &named : m_scheme.signature) {
            anyOf(named, [this](const Place &place) {
                readPlace(place);
                return false;
            });
        }
        return std::move(m_all);
    }

private:
    void readPlace(const Place &place);
    void readText(QByteArrayView text);
    void readPlain(QByteArrayView text);
    void readKeyValues(QByteArrayView text);
    void readList(QByteArrayView text);
    void readEmbedded(QByteArrayView text);
    QByteArrayView nextEntry(QByteArrayView text, qsizetype &at, bool &groupEnds) const;
    void addKeyValue(SignatureGroup &group, QByteArrayView entry);
    SignatureGroup &beginGroup();
    void add(SignatureGroup &group, QByteArrayView signature);

    const SignatureForm &m_form;
    const Scheme &m_scheme;
    RequestValues &m_values;
    bool m_groupwise;
    qsizetype m_count = 0;
    ReceivedSignatures m_all;
};

void SignatureReader::readPlace(const Place &place)
{
    const Value value = m_values.find(place);
    if (value.state == Value::State::Absent)
        return;
    if (!m_all.present) {
        m_all.text = value.text;
        m_all.place = place;
    }
    m_all.present = true;
    m_all.repeated = m_all.repeated || value.state == Value::State::Repeated;
    readText(value.text);
}

void SignatureReader::readText(QByteArrayView text)
{
    switch (m_form.form) {
    case Form::Plain:
        return readPlain(text);
    case Form::KeyValue:
        return readKeyValues(text);
    case Form::TagList:
    case Form::List:
    case Form::Pairs:
        return readList(text);
    case Form::Base64Json:
        return readEmbedded(text);
    }
}

// The name of an authentication scheme has no case (RFC 9110, 11.1), and a JWS can do without it
// where it should have one, and with it where it need not.
void SignatureReader::readPlain(QByteArrayView text)
{
    const bool bare = m_scheme.type == Type::Jws && m_form.prefix.isEmpty()
        && m_all.place.source == Source::Header
        && http::sameName(m_all.place.name, "Authorization");
    const QByteArray prefix = bare ? QByteArrayLiteral("Bearer ") : m_form.prefix;
    const QByteArrayView start = text.first(std::min(text.size(), prefix.size()));
    const bool named = prefix.endsWith(' ') ? http::sameName(start, prefix) : start == prefix;
    if (named)
        text = text.sliced(prefix.size()).trimmed();
    else if (m_scheme.type != Type::Jws)
        m_all.prefixMissing = true;
    if (named || m_scheme.type == Type::Jws)
        add(beginGroup(), text);
}

// Up to the next separator outside of quotes; spaces behind one do not count.
QByteArrayView SignatureReader::nextEntry(QByteArrayView text, qsizetype &at, bool &groupEnds) const
{
    while (at < text.size() && text[at] == ' ')
        ++at;
    const qsizetype start = at;
    groupEnds = false;
    for (bool quoted = false; at < text.size(); ++at) {
        quoted = m_form.quoted && text[at] == '"' ? !quoted : quoted;
        if (quoted)
            continue;
        const QByteArrayView rest = text.sliced(at);
        groupEnds = !m_form.groupSeparator.isEmpty() && rest.startsWith(m_form.groupSeparator);
        if (!groupEnds && !rest.startsWith(m_form.separator))
            continue;
        const QByteArrayView entry = text.sliced(start, at - start).trimmed();
        at += groupEnds ? m_form.groupSeparator.size() : m_form.separator.size();
        return entry;
    }
    return text.sliced(start).trimmed();
}

void SignatureReader::addKeyValue(SignatureGroup &group, QByteArrayView entry)
{
    const qsizetype equals = entry.indexOf('=');
    if (equals < 0)
        return;
    const QByteArrayView key = entry.first(equals).trimmed();
    QByteArrayView value = entry.sliced(equals + 1).trimmed();
    if (m_form.quoted && value.size() > 1 && value.startsWith('"') && value.endsWith('"'))
        value = value.sliced(1).chopped(1);
    if (key == m_form.key)
        add(group, value);
    else if (group.fields.size() < mostSignatures)
        group.fields.append({key, value});
    else
        m_all.tooMany = true;
}

void SignatureReader::readKeyValues(QByteArrayView text)
{
    SignatureGroup *group = &beginGroup();
    for (qsizetype at = 0; at < text.size();) {
        bool groupEnds = false;
        addKeyValue(*group, nextEntry(text, at, groupEnds));
        if (groupEnds)
            group = &beginGroup();
    }
}

void SignatureReader::readList(QByteArrayView text)
{
    SignatureGroup &group = beginGroup();
    qsizetype place = 0;
    for (qsizetype at = 0; at < text.size();) {
        bool unused = false;
        const QByteArrayView entry = nextEntry(text, at, unused);
        if (entry.isEmpty())
            continue;
        const qsizetype row = place++;
        if (m_form.form == Form::List) {
            if (row < m_form.positional.size())
                group.fields.append({m_form.positional[row], entry});
            else
                add(group, entry);
            continue;
        }
        const bool tags = m_form.form == Form::TagList;
        const QByteArray &mark = tags ? m_form.tagSeparator : m_form.pairSeparator;
        const qsizetype found = entry.indexOf(mark);
        if (found >= 0 && (!tags || entry.first(found) == m_form.tag))
            add(group, entry.sliced(found + mark.size()));
    }
}

void SignatureReader::readEmbedded(QByteArrayView text)
{
    const auto json = decoded(text, Encoding::Base64);
    if (!json)
        return;
    const QString signature = json::lookup(*json, {m_form.pointer}).constFirst();
    if (!signature.isNull())
        add(beginGroup(), m_values.own(signature.toUtf8()));
}

SignatureGroup &SignatureReader::beginGroup()
{
    if (m_all.groups.isEmpty() || m_groupwise) {
        if (m_all.groups.size() < mostGroups)
            m_all.groups.append(SignatureGroup());
        else
            m_all.tooMany = true;
    }
    return m_all.groups.last();
}

void SignatureReader::add(SignatureGroup &group, QByteArrayView signature)
{
    if (++m_count <= mostSignatures)
        group.signatures.append(signature);
    else
        m_all.tooMany = true;
}

bool isBeside(const Place &place) { return place.source == Source::SignatureField; }

} // namespace

bool ReceivedSignatures::hasSignatures() const
{
    return std::any_of(groups.begin(), groups.end(),
                       [](const SignatureGroup &group) { return !group.signatures.isEmpty(); });
}

ReceivedSignatures readSignatures(const Scheme &scheme, RequestValues &values)
{
    return SignatureReader(scheme, values).read();
}

bool dependsOnGroup(const Scheme &scheme)
{
    return (scheme.time && isBeside(scheme.time->from))
        || std::any_of(scheme.message.segments.begin(), scheme.message.segments.end(),
                       [](const Segment &segment) {
                           return isBeside(segment.place) || isBeside(segment.list);
                       })
        || std::any_of(scheme.require.begin(), scheme.require.end(),
                       [](const Requirement &one) { return isBeside(one.place); });
}

static bool isNumbered(const QByteArray &name, const QByteArray &pattern)
{
    const qsizetype before = pattern.indexOf("{n}");
    const qsizetype behind = pattern.size() - before - 3;
    if (before < 0 || name.size() <= before + behind)
        return false;
    const QByteArrayView digits = QByteArrayView(name).sliced(before).chopped(behind);
    return http::sameName(name.first(before), pattern.first(before))
        && http::sameName(name.last(behind), pattern.last(behind))
        && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isHeader(const Place &place, const QByteArray &name)
{
    return place.source == Source::NumberedHeader
        ? isNumbered(name, place.name)
        : place.source == Source::Header && http::sameName(name, place.name);
}

} // namespace signature
