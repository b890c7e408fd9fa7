// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/index.h"

#include "json/scan.h"

#include <QHashFunctions>

#include <algorithm>

namespace json
{

namespace
{

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

using Place = quint32; // in the index
constexpr quint32 offsetMask = 0x7FFFFFFF;

QByteArrayView literalAt(QByteArrayView text, qsizetype at)
{
    return text.sliced(at, stringEnd(text, at) - at);
}

size_t keyHash(QByteArrayView literal)
{
    static const size_t seed = QHashSeed::globalSeed();
    if (!literal.contains('\\'))
        return qHashBits(literal.data() + 1, size_t(literal.size() - 2), seed);
    const QByteArray key = unescaped(literal);
    return qHashBits(key.constData(), size_t(key.size()), seed);
}

// Takes a token at a time; what it expects next is its whole state. Its functions say whether to go
// on: when not, the text is whole or m_fault says what is wrong at m_at.
class Indexer
{
public:
    explicit Indexer(QByteArrayView text)
        : m_text(text)
    {
    }

    std::variant<Index, SyntaxError> run()
    {
        if (m_text.size() > maximumSize)
            return errorAt(m_text, 0, Fault::TooLarge);
        m_at = m_text.startsWith(byteOrderMark) ? byteOrderMark.size() : 0;
        m_index.entries.reserve(size_t(m_text.size() / 16));
        while (step()) { }
        if (m_fault)
            return errorAt(m_text, m_at, *m_fault);
        return std::move(m_index);
    }

private:
    enum class Expected { Value, FirstValue, Key, FirstKey, Comma, End };
    struct Open {
        Place place = 0;
        bool object = false;
        size_t keys = 0; // where its keys begin
    };
    struct Key {
        size_t hash = 0;
        Place place = 0;
    };

    bool step();
    bool end();
    bool key();
    bool value();
    bool open(bool object);
    bool close();
    bool comma();
    bool take(Scan scan);
    bool fail(Fault fault);
    Scan scanScalar(char first) const;
    Place addEntry(bool keyed);
    void endValue(Place place);
    bool sameKey(Place a, Place b) const;
    void flagRepeats(size_t from);

    QByteArrayView m_text;
    Index m_index;
    std::optional<Fault> m_fault;
    qsizetype m_at = 0;
    Expected m_expected = Expected::Value;
    bool m_keyRead = false; // the value's entry is there already
    std::vector<Open> m_open;
    std::vector<Key> m_keys; // of all open objects
};

bool Indexer::step()
{
    m_at = skipSpace(m_text, m_at);
    if (m_at == m_text.size())
        return end();
    switch (m_expected) {
    case Expected::FirstValue:
        return m_text[m_at] == ']' ? close() : value();
    case Expected::Value:
        return value();
    case Expected::FirstKey:
        return m_text[m_at] == '}' ? close() : key();
    case Expected::Key:
        return key();
    case Expected::Comma:
        return comma();
    case Expected::End:
        return fail(Fault::GoesOn);
    }
    Q_UNREACHABLE();
}

bool Indexer::end()
{
    if (m_expected == Expected::End)
        return false;
    return fail(m_index.entries.empty() ? Fault::Empty : Fault::EndsEarly);
}

bool Indexer::key()
{
    if (m_text[m_at] != '"')
        return fail(Fault::KeyExpected);
    const Place place = addEntry(true);
    const qsizetype start = m_at;
    if (!take(scanString(m_text, m_at)))
        return false;
    m_keys.push_back({.hash = keyHash(m_text.sliced(start, m_at - start)), .place = place});
    m_at = skipSpace(m_text, m_at);
    if (m_at == m_text.size())
        return fail(Fault::EndsEarly);
    if (m_text[m_at] != ':')
        return fail(Fault::ColonExpected);
    ++m_at;
    m_keyRead = true;
    m_expected = Expected::Value;
    return true;
}

bool Indexer::value()
{
    if (!m_keyRead)
        addEntry(false);
    m_keyRead = false;
    const char first = m_text[m_at];
    if (first == '{' || first == '[')
        return open(first == '{');
    if (!take(scanScalar(first)))
        return false;
    endValue(Place(m_index.entries.size() - 1));
    return true;
}

Scan Indexer::scanScalar(char first) const
{
    if (first == '"')
        return scanString(m_text, m_at);
    if (first == '-' || (first >= '0' && first <= '9'))
        return scanNumber(m_text, m_at);
    return scanWord(m_text, m_at);
}

bool Indexer::open(bool object)
{
    if (m_open.size() == size_t(maximumDepth))
        return fail(Fault::TooDeep);
    m_open.push_back(
        {.place = Place(m_index.entries.size() - 1), .object = object, .keys = m_keys.size()});
    ++m_at;
    m_expected = object ? Expected::FirstKey : Expected::FirstValue;
    return true;
}

bool Indexer::close()
{
    const Open closed = m_open.back();
    m_open.pop_back();
    if (closed.object)
        flagRepeats(closed.keys);
    ++m_at;
    endValue(closed.place);
    return true;
}

bool Indexer::comma()
{
    const bool inObject = m_open.back().object;
    if (m_text[m_at] == (inObject ? '}' : ']'))
        return close();
    if (m_text[m_at] != ',')
        return fail(Fault::CommaExpected);
    ++m_at;
    m_expected = inObject ? Expected::Key : Expected::Value;
    return true;
}

bool Indexer::take(Scan scan)
{
    m_at = scan.at;
    m_fault = scan.fault;
    return !m_fault;
}

bool Indexer::fail(Fault fault)
{
    m_fault = fault;
    return false;
}

Place Indexer::addEntry(bool keyed)
{
    m_index.entries.push_back(
        {.start = quint32(m_at) & offsetMask, .keyed = keyed, .after = 0, .repeated = 0});
    return Place(m_index.entries.size() - 1);
}

void Indexer::endValue(Place place)
{
    m_index.entries[place].after = Place(m_index.entries.size()) & offsetMask;
    m_expected = m_open.empty() ? Expected::End : Expected::Comma;
}

bool Indexer::sameKey(Place a, Place b) const
{
    return unescaped(literalAt(m_text, m_index.entries[a].start))
        == unescaped(literalAt(m_text, m_index.entries[b].start));
}

// Equal keys stand side by side once their hashes are sorted.
void Indexer::flagRepeats(size_t from)
{
    const auto first = m_keys.begin() + std::ptrdiff_t(from);
    std::sort(first, m_keys.end(),
              [](Key a, Key b) { return a.hash != b.hash ? a.hash < b.hash : a.place < b.place; });
    for (auto key = first; key != m_keys.end(); ++key) {
        const auto next = key + 1;
        if (next == m_keys.end() || key->hash != next->hash || !sameKey(key->place, next->place))
            continue;
        m_index.entries[key->place].repeated = 1;
        m_index.entries[next->place].repeated = 1;
        m_index.repeatsKeys = true;
    }
    m_keys.erase(first, m_keys.end());
}

} // namespace

std::variant<Index, SyntaxError> indexOf(QByteArrayView text) { return Indexer(text).run(); }

} // namespace json
