// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>

namespace capture
{

struct Delivery;

// What the state is of that a delivery tells, such as a customer, and how new that state is.
struct Subject {
    quint64 print = 0; // of its scheme, its account and its id; 0: not known
    qint64 changedAt = 0; // milliseconds since the epoch, by the sender's clock

    bool operator==(const Subject &) const = default;
};

// Of Smile a customer; other schemes do not say. Judges nothing.
Subject subjectOf(const Delivery &delivery);
// Likewise, but none of what anybody may have sent.
Subject trustedSubject(const Delivery &delivery);

// The newest state of each subject that was told lately, so that it is seen when an older one
// comes after it.
class Subjects
{
public:
    static constexpr qsizetype most = 50'000; // at least so many of the latest are known

    // The id of the delivery that told a newer state before; 0: there is none. Learns this one.
    qint64 take(const Subject &subject, qint64 id);

private:
    struct State {
        qint64 changedAt = 0;
        qint64 id = 0;
    };

    QHash<quint64, State> m_latest;
    QHash<quint64, State> m_older; // goes when the latest are many
};

} // namespace capture
