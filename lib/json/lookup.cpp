// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/lookup.h"

#include "json/index.h"
#include "json/scan.h"

#include <QVarLengthArray>

#include <bit>

namespace json
{

namespace
{

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

// A set of pointers, as bits of their places in the list.
using Pointers = quint64;

// The reference token number `depth`, still escaped; null when the pointer ends before.
QByteArrayView tokenAt(QByteArrayView pointer, qsizetype depth)
{
    for (; !pointer.isEmpty(); --depth) {
        const qsizetype slash = pointer.indexOf('/', 1);
        if (depth == 0)
            return pointer.sliced(1, (slash < 0 ? pointer.size() : slash) - 1);
        if (slash < 0)
            break;
        pointer = pointer.sliced(slash);
    }
    return {};
}

bool names(QByteArrayView token, QByteArrayView key)
{
    if (token.contains('~'))
        return token.toByteArray().replace("~1", "/").replace("~0", "~") == key;
    return token == key;
}

// Reads the text once, strictly, and follows the pointers as it goes. Only what is open at the
// moment is remembered.
class Lookup
{
public:
    Lookup(QByteArrayView text, const QList<QByteArray> &pointers)
        : m_text(text)
        , m_pointers(pointers)
        , m_values(pointers.size())
    {
        Q_ASSERT(pointers.size() <= 64);
    }

    // False when the text is not JSON.
    bool read()
    {
        m_at = m_text.startsWith(byteOrderMark) ? byteOrderMark.size() : 0;
        if (!readValue(wellFormed()))
            return false;
        while (!m_open.isEmpty()) {
            if (!readMember())
                return false;
        }
        return skipSpace(m_text, m_at) == m_text.size();
    }

    QList<QString> values() const { return m_values; }

private:
    struct Open {
        Pointers active = 0; // that lead here or into it
        qsizetype row = 0;
        bool object = false;
    };

    Pointers wellFormed() const;
    bool readValue(Pointers active);
    bool readScalar(Pointers active);
    bool readMember();
    bool readKey(Pointers &active);
    bool take(char expected);
    Pointers narrowed(Pointers active, QByteArrayView key) const;
    template <typename Action> static void each(Pointers set, Action action);

    QByteArrayView m_text;
    const QList<QByteArray> &m_pointers;
    QList<QString> m_values;
    QVarLengthArray<Open, 32> m_open;
    qsizetype m_at = 0;
};

template <typename Action> void Lookup::each(Pointers set, Action action)
{
    for (; set != 0; set &= set - 1)
        action(std::countr_zero(set));
}

Pointers Lookup::wellFormed() const
{
    Pointers result = 0;
    for (qsizetype i = 0; i < m_pointers.size(); ++i) {
        if (m_pointers[i].isEmpty() || m_pointers[i].startsWith('/'))
            result |= Pointers(1) << i;
    }
    return result;
}

bool Lookup::readValue(Pointers active)
{
    m_at = skipSpace(m_text, m_at);
    if (m_at == m_text.size())
        return false;
    const char first = m_text[m_at];
    if (first != '{' && first != '[')
        return readScalar(active);
    if (m_open.size() == maximumDepth)
        return false;
    m_open.append({.active = active, .object = first == '{'});
    ++m_at;
    return true;
}

bool Lookup::readScalar(Pointers active)
{
    const char first = m_text[m_at];
    const bool number = first == '-' || (first >= '0' && first <= '9');
    const Scan scan = first == '"' ? scanString(m_text, m_at)
        : number                   ? scanNumber(m_text, m_at)
                                   : scanWord(m_text, m_at);
    if (scan.fault)
        return false;
    const QByteArrayView literal = m_text.sliced(m_at, scan.at - m_at);
    m_at = scan.at;
    each(active, [&](int i) {
        if (!tokenAt(m_pointers[i], m_open.size()).isNull() || literal == "null")
            return;
        m_values[i] = QString::fromUtf8(first == '"' ? unescaped(literal) : literal);
    });
    return true;
}

bool Lookup::readMember()
{
    Open &open = m_open.last();
    m_at = skipSpace(m_text, m_at);
    if (take(open.object ? '}' : ']')) {
        m_open.removeLast();
        return true;
    }
    if (open.row > 0 && !take(','))
        return false;
    Pointers active = open.active;
    if (open.object && !readKey(active))
        return false;
    if (!open.object && active != 0)
        active = narrowed(active, QByteArray::number(open.row));
    ++open.row;
    // Of repeated keys the last one counts, as for the parsers that a receiver uses.
    each(active, [this](int i) { m_values[i] = QString(); });
    return readValue(active);
}

bool Lookup::readKey(Pointers &active)
{
    m_at = skipSpace(m_text, m_at);
    if (m_at == m_text.size() || m_text[m_at] != '"')
        return false;
    const Scan scan = scanString(m_text, m_at);
    if (scan.fault)
        return false;
    const QByteArrayView literal = m_text.sliced(m_at, scan.at - m_at);
    if (literal.contains('\\'))
        active = narrowed(active, unescaped(literal));
    else
        active = narrowed(active, literal.sliced(1, literal.size() - 2));
    m_at = skipSpace(m_text, scan.at);
    return take(':');
}

bool Lookup::take(char expected)
{
    if (m_at == m_text.size() || m_text[m_at] != expected)
        return false;
    ++m_at;
    return true;
}

// Those that go on with the key.
Pointers Lookup::narrowed(Pointers active, QByteArrayView key) const
{
    Pointers result = 0;
    each(active, [&](int i) {
        const QByteArrayView token = tokenAt(m_pointers[i], m_open.size() - 1);
        if (!token.isNull() && names(token, key))
            result |= Pointers(1) << i;
    });
    return result;
}

} // namespace

QList<QString> lookup(QByteArrayView text, const QList<QByteArray> &pointers)
{
    Lookup lookup(text, pointers);
    return lookup.read() ? lookup.values() : QList<QString>(pointers.size());
}

} // namespace json
