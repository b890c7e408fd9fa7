// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>

#include <memory>
#include <vector>

namespace models
{

// Short byte strings, each kept once and named by a number; 0 is the empty one. They never move and
// never go, so another thread may read those it was given while more are added.
class StringPool
{
public:
    static constexpr qsizetype longest = 200; // bytes; what is longer ends in "…"

    StringPool();

    quint32 add(QByteArrayView text);
    QByteArrayView at(quint32 number) const;
    qsizetype bytes() const; // of memory

private:
    quint32 store(QByteArrayView text);
    void grow();
    size_t slotFor(QByteArrayView text) const;

    std::vector<std::unique_ptr<char[]>> m_blocks;
    size_t m_used; // of the last block
    std::vector<quint32> m_slots; // open addressing; 0: free
    size_t m_count = 0;
};

} // namespace models
