// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/diagnosis.h"

namespace signature
{

// How much of what all attempts have in common there may be, and what was tried.
class Budget
{
public:
    explicit Budget(const std::function<bool()> &stopped)
        : m_stopped(stopped)
    {
    }

    bool isSpent(); // also when asked to stop
    bool allows(int digests) const;
    void spend(qint64 bytes, int digests);
    void note(Cause cause); // of one attempt with nothing else changed

    int tried() const { return m_tried; }
    bool wasCutShort() const { return m_cutShort; } // by a request or by the bytes
    const QList<Attempted> &attempts() const { return m_attempts; }

private:
    const std::function<bool()> &m_stopped;
    QList<Attempted> m_attempts;
    int m_tried = 0;
    int m_asked = 0;
    qint64 m_bytes = 0;
    bool m_cutShort = false;
};

} // namespace signature
