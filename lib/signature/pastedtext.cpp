// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/pastedtext.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace signature
{
namespace
{

constexpr qsizetype longestName = 64;

struct Quotes {
    QByteArrayView opening;
    QByteArrayView closing;
};
constexpr std::array<Quotes, 5> quotes{{
    {"\"", "\""},
    {"'", "'"},
    {"`", "`"},
    {"\xe2\x80\x9c", "\xe2\x80\x9d"},
    {"\xe2\x80\x98", "\xe2\x80\x99"},
}};

// A byte order mark, a zero-width space and a no-break space: what web pages leave at the ends.
constexpr std::array<QByteArrayView, 3> invisible{"\xef\xbb\xbf", "\xe2\x80\x8b", "\xc2\xa0"};

bool isBreak(char c) { return c == '\n' || c == '\r'; }

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\v' || c == '\f' || isBreak(c); }

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// CR LF counts once.
qsizetype breaks(QByteArrayView text)
{
    return text.count('\n') + text.count('\r') - text.count("\r\n");
}

// Base64 ends in "=" too, so only what reads like a variable is taken for one.
bool looksLikeName(QByteArrayView name)
{
    if (name.isEmpty() || name.size() > longestName || (name.front() >= '0' && name.front() <= '9'))
        return false;
    const auto lower = name.toByteArray().toLower();
    const bool upper = name.toByteArray().toUpper() == name;
    return upper || lower.contains("secret") || lower.contains("key") || lower.contains("token");
}

qsizetype skip(QByteArrayView text, qsizetype at, bool (*wanted)(char))
{
    while (at < text.size() && wanted(text[at]))
        ++at;
    return at;
}

// The length of `NAME=`, `export NAME=` or `"name": ` in front of a value, 0 without one.
qsizetype nameLength(QByteArrayView text)
{
    qsizetype at = text.startsWith("export ") ? 7 : 0;
    const bool quoted = at < text.size() && text[at] == '"';
    at += quoted ? 1 : 0;
    const auto end = skip(text, at, isNameCharacter);
    if (!looksLikeName(text.sliced(at, end - at)))
        return 0;
    at = end + (quoted && end < text.size() && text[end] == '"' ? 1 : 0);
    at = skip(text, at, [](char c) { return c == ' '; });
    if (at >= text.size() || (text[at] != '=' && text[at] != ':'))
        return 0;
    const auto value = text.sliced(++at);
    return value.trimmed().isEmpty() || value.startsWith('=') || value.startsWith("//") ? 0 : at;
}

} // namespace

PastedText::PastedText(QByteArrayView text)
    : m_text(text)
{
}

void PastedText::takeSpace()
{
    const auto start = skip(m_text, 0, isSpace);
    auto end = m_text.size();
    while (end > start && isSpace(m_text[end - 1]))
        --end;
    const auto after = m_text.sliced(end);
    noteFinalBreaks(breaks(after), 0);
    if (start > 0 || skip(after, 0, isBreak) < after.size())
        note(tr("Space around it was removed."));
    m_text = m_text.sliced(start, end - start);
}

void PastedText::takeInvisible()
{
    const auto before = m_text.size();
    for (auto size = before + 1; size != m_text.size();) {
        size = m_text.size();
        for (const auto mark : invisible) {
            if (m_text.startsWith(mark))
                m_text = m_text.sliced(mark.size());
            if (m_text.endsWith(mark))
                m_text.chop(mark.size());
        }
    }
    if (m_text.size() == before)
        return;
    note(tr("Invisible characters around it were removed."));
    takeSpace();
}

bool PastedText::takeName()
{
    const auto length = holdsSeveralNames() ? 0 : nameLength(m_text);
    if (length == 0)
        return false;
    note(tr("“%1” in front was removed.").arg(QString::fromUtf8(m_text.first(length)).trimmed()));
    m_text = m_text.sliced(length).trimmed();
    if (m_text.endsWith(',') || m_text.endsWith(';'))
        m_text.chop(1);
    return true;
}

bool PastedText::takeQuotes()
{
    for (const auto &[opening, closing] : quotes) {
        if (m_text.size() < opening.size() + closing.size() || !m_text.startsWith(opening)
            || !m_text.endsWith(closing))
            continue;
        m_text = m_text.sliced(opening.size()).chopped(closing.size());
        note(tr("Quotes around it were removed."));
        return true;
    }
    return false;
}

void PastedText::takeFinalBreaks(qsizetype unsaid)
{
    auto end = m_text.size();
    while (end > 0 && isBreak(m_text[end - 1]))
        --end;
    noteFinalBreaks(breaks(m_text.sliced(end)), unsaid);
    m_text = m_text.first(end);
}

bool PastedText::holdsSeveralNames() const
{
    qsizetype names = 0;
    for (qsizetype at = 0; at < m_text.size();) {
        const auto end = m_text.indexOf('\n', at);
        const auto line = m_text.sliced(at, (end < 0 ? m_text.size() : end) - at);
        names += nameLength(line) > 0 ? 1 : 0;
        at += line.size() + 1;
    }
    return names > 1;
}

QByteArray PastedText::joined()
{
    const auto lines = breaks(m_text);
    if (lines == 1)
        note(tr("Line break inside was removed."));
    else if (lines > 1)
        note(tr("%1 line breaks inside were removed.").arg(QLocale().toString(lines)));
    return withoutBreaks();
}

void PastedText::note(const QString &sentence)
{
    if (!m_removed.contains(sentence))
        m_removed.append(sentence);
}

void PastedText::noteFinalBreaks(qsizetype count, qsizetype unsaid)
{
    if (count <= unsaid)
        return;
    note(count == 1 ? tr("Line break at the end was removed.")
                    : tr("%1 line breaks at the end were removed.").arg(QLocale().toString(count)));
}

// A wrapped line may carry space on both sides of its break; other space inside stays.
QByteArray PastedText::withoutBreaks() const
{
    QByteArray joined;
    joined.reserve(m_text.size());
    for (qsizetype at = 0; at < m_text.size();) {
        const auto word = skip(m_text, at, isSpace);
        const auto space = m_text.sliced(at, word - at);
        if (breaks(space) == 0)
            joined.append(space);
        at = skip(m_text, word, [](char c) { return !isSpace(c); });
        joined.append(m_text.sliced(word, at - word));
    }
    return joined;
}

} // namespace signature
