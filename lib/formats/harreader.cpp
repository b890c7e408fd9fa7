// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/harreader.h"

#include "json/scan.h"

#include <QCoreApplication>

namespace formats
{

namespace
{

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype sliceSize = 64 * 1024;
constexpr qsizetype longestKey = 64; // that anything depends on
constexpr qint64 listDepth = 3; // { "log": { "entries": [

QString tr(const char *text) { return QCoreApplication::translate("formats::Har", text); }

bool isOpening(char c) { return c == '{' || c == '['; }

bool isClosing(char c) { return c == '}' || c == ']'; }

} // namespace

HarEntries::HarEntries(QIODevice &device, qint64 now)
    : m_device(device)
    , m_now(now)
{
}

std::optional<NumberedEntry> HarEntries::next()
{
    while (m_trouble.isEmpty()) {
        while (m_at < m_slice.size()) {
            if (take(m_slice[m_at++]))
                return read();
        }
        m_slice = m_device.read(sliceSize);
        m_at = 0;
        if (m_slice.isEmpty()) {
            end();
            return {};
        }
    }
    return {};
}

void HarEntries::end()
{
    if (!m_trouble.isEmpty() || (m_depth == 0 && m_hasEntries))
        return;
    if (m_inList)
        m_trouble = tr("It ends in the middle, behind entry %1.").arg(m_number);
    else
        m_trouble = m_hasEntries ? tr("It ends before the log does.")
                                 : tr("It is no HAR file: there is no log.entries.");
}

// True when an element of the list is complete.
bool HarEntries::take(char c)
{
    if (c == '\n')
        ++m_line;
    if (!m_inElement && m_inList && m_depth == listDepth && !json::isSpace(c) && c != ','
        && c != ']') {
        m_inElement = true;
        m_element.clear();
        m_elementLine = m_line;
    }
    if (m_inString) {
        if (!m_inElement && m_text.size() < longestKey && (c != '"' || m_escaped))
            m_text += c;
        m_inString = m_escaped || c != '"';
        m_escaped = !m_escaped && c == '\\';
    } else if (!m_inElement) {
        return takeOutside(c);
    } else if (c == '"') {
        m_inString = true;
    } else if (m_depth == listDepth && (c == ',' || c == ']')) {
        m_inElement = false; // of a number or a word: this is no more of it
        takeOutside(c);
        return true;
    } else {
        m_depth += isOpening(c) ? 1 : isClosing(c) ? -1 : 0;
    }
    if (m_inElement && m_element.size() <= longestHarEntry)
        m_element += c;
    const bool complete = m_inElement && isClosing(c) && !m_inString && m_depth == listDepth;
    m_inElement = m_inElement && !complete;
    return complete;
}

bool HarEntries::takeOutside(char c)
{
    if (c == '"') {
        m_inString = true;
        m_text.clear();
    } else if (c == ':') {
        m_key = m_text;
    } else if (c == ',') {
        m_key.clear();
    } else if (isOpening(c)) {
        open(c);
    } else if (isClosing(c)) {
        --m_depth;
        m_inList = m_inList && m_depth >= listDepth;
        m_inLog = m_inLog && m_depth >= listDepth - 1;
        if (m_depth < 0)
            m_trouble = tr("Line %1: There is a bracket too many.").arg(m_line);
    }
    return false;
}

void HarEntries::open(char c)
{
    if (m_depth == 1 && c == '{' && m_key == "log")
        m_inLog = true;
    if (m_depth == 2 && c == '[' && m_inLog
        && (m_key == "entries" || m_key == "_hookglass_rejections")) {
        m_inList = true;
        m_hasEntries = true;
        m_number = 0;
    }
    m_key.clear();
    ++m_depth;
}

std::optional<NumberedEntry> HarEntries::read()
{
    ++m_number;
    if (m_element.size() > longestHarEntry)
        return NumberedEntry{m_number, {}, tr("It is longer than 256 MB.")};
    return numbered(m_number, readHarEntry(m_element, m_now, m_elementLine));
}

} // namespace formats
