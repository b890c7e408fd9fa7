// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/rejectionlog.h"

namespace listener
{

void RejectionLog::add(capture::Rejection rejection)
{
    sweep(rejection.receivedAt);
    if (m_count < single) {
        ++m_count;
        Q_EMIT rejected({std::move(rejection)});
        return;
    }
    const auto folded = m_folded.find(rejection.reason);
    if (folded != m_folded.end())
        ++folded->count;
    else
        m_folded.insert(rejection.reason, std::move(rejection));
}

void RejectionLog::sweep(qint64 now)
{
    const qint64 second = now / 1'000'000;
    if (second == m_second)
        return;
    m_second = second;
    m_count = 0;
    flush();
}

void RejectionLog::flush()
{
    if (!m_folded.isEmpty())
        Q_EMIT rejected(std::exchange(m_folded, {}).values());
}

} // namespace listener
