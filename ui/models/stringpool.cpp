// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/stringpool.h"

#include <QByteArray>
#include <QHash>

#include <cstring>
#include <limits>

namespace models
{

namespace
{

constexpr size_t blockSize = 1 << 18;
constexpr size_t mostBlocks = size_t(std::numeric_limits<quint32>::max()) / blockSize;

// Cut where a character begins, so that the rest is still UTF-8.
QByteArray shortened(QByteArrayView text)
{
    constexpr char ellipsis[] = "\xe2\x80\xa6";
    qsizetype end = StringPool::longest - 3;
    while (end > 0 && (uchar(text[end]) & 0xC0) == 0x80)
        --end;
    return text.first(end).toByteArray() + ellipsis;
}

} // namespace

StringPool::StringPool()
    : m_used(blockSize)
    , m_slots(64)
{
}

quint32 StringPool::add(QByteArrayView text)
{
    if (text.isEmpty())
        return 0;
    if (text.size() > longest)
        return add(shortened(text));
    size_t slot = slotFor(text);
    if (m_slots[slot] != 0)
        return m_slots[slot];
    if ((m_count + 1) * 4 > m_slots.size() * 3) {
        grow();
        slot = slotFor(text);
    }
    const quint32 number = store(text);
    m_slots[slot] = number;
    m_count += number != 0;
    return number;
}

QByteArrayView StringPool::at(quint32 number) const
{
    if (number == 0)
        return {};
    const char *entry = m_blocks[number / blockSize].get() + number % blockSize;
    return {entry + 1, qsizetype(uchar(*entry))};
}

qsizetype StringPool::bytes() const
{
    return qsizetype(m_blocks.size() * blockSize + m_slots.size() * sizeof(quint32));
}

// A length byte, then the text. A full pool gives the empty string.
quint32 StringPool::store(QByteArrayView text)
{
    const size_t needed = size_t(text.size()) + 1;
    if (m_used + needed > blockSize) {
        if (m_blocks.size() >= mostBlocks)
            return 0;
        m_blocks.push_back(std::make_unique<char[]>(blockSize));
        m_used = m_blocks.size() == 1 ? 1 : 0; // number 0 is taken
    }
    char *entry = m_blocks.back().get() + m_used;
    *entry = char(uchar(text.size()));
    memcpy(entry + 1, text.data(), size_t(text.size()));
    const auto number = quint32((m_blocks.size() - 1) * blockSize + m_used);
    m_used += needed;
    return number;
}

void StringPool::grow()
{
    const std::vector<quint32> old
        = std::exchange(m_slots, std::vector<quint32>(m_slots.size() * 2));
    for (const quint32 number : old) {
        if (number != 0)
            m_slots[slotFor(at(number))] = number;
    }
}

// The seed is the process's own: a sender cannot make all its texts meet in one slot.
size_t StringPool::slotFor(QByteArrayView text) const
{
    const size_t mask = m_slots.size() - 1;
    size_t slot = qHashBits(text.data(), size_t(text.size()), QHashSeed::globalSeed()) & mask;
    while (m_slots[slot] != 0 && at(m_slots[slot]) != text)
        slot = (slot + 1) & mask;
    return slot;
}

} // namespace models
