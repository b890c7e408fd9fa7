// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/hypotheses/budget.h"

#include <algorithm>

namespace signature
{

namespace
{

constexpr int mostDigests = 2000;
constexpr int mostAttempts = 20'000; // that come to nothing new, too
constexpr qint64 mostBytes = qint64(2) * 1024 * 1024 * 1024; // some seconds of work

} // namespace

bool Budget::isSpent()
{
    m_cutShort = m_cutShort || m_bytes > mostBytes || (m_stopped && m_stopped());
    return m_cutShort || m_tried >= mostDigests || m_asked++ >= mostAttempts;
}

bool Budget::allows(int digests) const { return m_tried + digests <= mostDigests; }

void Budget::spend(qint64 bytes, int digests)
{
    m_bytes += bytes;
    m_tried += digests;
}

void Budget::note(Cause cause)
{
    const auto found
        = std::find_if(m_attempts.begin(), m_attempts.end(),
                       [cause](const Attempted &attempted) { return attempted.cause == cause; });
    if (found == m_attempts.end())
        m_attempts.append({cause, 1});
    else
        ++found->count;
}

} // namespace signature
