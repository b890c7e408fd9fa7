// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/lookup.h"

#include "json/index.h"
#include "json/scan.h"

#include <algorithm>
#include <bit>

namespace json
{

namespace
{

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

// A set of pointers, as bits of their places in the list.
using Pointers = quint64;

using Literals = QVarLengthArray<QByteArrayView, 16>;

// The array itself would leave views as they lie in memory.
Literals noLiterals(size_t count)
{
    Literals none;
    none.resize(qsizetype(count));
    std::fill(none.begin(), none.end(), QByteArrayView());
    return none;
}

bool isIndex(QByteArrayView token)
{
    return !token.isEmpty()
        && std::all_of(token.begin(), token.end(), [](char c) { return c >= '0' && c <= '9'; });
}

QString textOf(QByteArrayView literal)
{
    if (literal.isEmpty())
        return {};
    if (!literal.startsWith('"'))
        return QString::fromUtf8(literal);
    if (literal.contains('\\'))
        return QString::fromUtf8(unescaped(literal));
    return QString::fromUtf8(literal.sliced(1, literal.size() - 2));
}

// Reads the text once, strictly, and follows the pointers as it goes. Only what is open at the
// moment is remembered.
class Lookup
{
public:
    Lookup(QByteArrayView text, std::span<const Path> paths)
        : m_text(text)
        , m_paths(paths)
        , m_values(noLiterals(paths.size()))
    {
        Q_ASSERT(paths.size() <= 64);
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

    Literals values() const { return m_values; }

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
    Pointers indexing(Pointers active) const;
    template <typename Action> static void each(Pointers set, Action action);

    QByteArrayView m_text;
    std::span<const Path> m_paths;
    Literals m_values;
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
    for (size_t i = 0; i < m_paths.size(); ++i) {
        if (m_paths[i].wellFormed)
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
    const bool object = first == '{';
    m_open.append({.active = object ? active : indexing(active), .object = object});
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
        if (m_paths[size_t(i)].tokens.size() <= m_open.size() && literal != "null")
            m_values[i] = literal;
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
    each(active, [this](int i) { m_values[i] = QByteArrayView(); });
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
    const qsizetype depth = m_open.size() - 1;
    Pointers result = 0;
    each(active, [&](int i) {
        const Path &path = m_paths[size_t(i)];
        if (depth < path.tokens.size() && path.tokens[depth] == key)
            result |= Pointers(1) << i;
    });
    return result;
}

// Those that go on into an array: most have nothing to look for in its rows.
Pointers Lookup::indexing(Pointers active) const
{
    const qsizetype depth = m_open.size();
    Pointers result = 0;
    each(active, [&](int i) {
        const Path &path = m_paths[size_t(i)];
        if (depth < path.tokens.size() && isIndex(path.tokens[depth]))
            result |= Pointers(1) << i;
    });
    return result;
}

} // namespace

// Of pointers that it keeps, since the views are into them. Every delivery asks, and mostly for the
// same ones.
static std::span<const Path> pathsOf(const QList<QByteArray> &pointers)
{
    thread_local QList<QByteArray> known;
    thread_local QVarLengthArray<Path, 16> paths;
    if (known != pointers) {
        paths.clear();
        known = pointers;
        for (const QByteArray &pointer : std::as_const(known))
            paths.append(pathOf(pointer));
    }
    return paths;
}

Path pathOf(QByteArrayView pointer)
{
    Path path;
    path.wellFormed = pointer.isEmpty() || pointer.startsWith('/');
    while (path.wellFormed && !pointer.isEmpty()) {
        const qsizetype slash = pointer.indexOf('/', 1);
        const qsizetype end = slash < 0 ? pointer.size() : slash;
        QByteArrayView token = pointer.sliced(1, end - 1);
        if (token.contains('~')) {
            path.unescaped.append(token.toByteArray().replace("~1", "/").replace("~0", "~"));
            token = path.unescaped.constLast();
        }
        path.tokens.append(token);
        pointer = pointer.sliced(end);
    }
    return path;
}

Path memberPath(QByteArrayView name)
{
    Path path;
    path.tokens.append(name);
    return path;
}

Literals literals(QByteArrayView text, std::span<const Path> paths)
{
    Lookup lookup(text, paths);
    return lookup.read() ? lookup.values() : noLiterals(paths.size());
}

QList<QString> lookup(QByteArrayView text, const QList<QByteArray> &pointers)
{
    QList<QString> values;
    values.reserve(pointers.size());
    for (const QByteArrayView literal : literals(text, pathsOf(pointers)))
        values.append(textOf(literal));
    return values;
}

} // namespace json
