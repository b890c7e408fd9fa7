// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/delivery.h"
#include "listener/routes.h"

#include <QHash>

#include <deque>

namespace listener
{

// How often each event was delivered, as far back as it can remember. Lives on the net thread.
class EventCounter
{
public:
    int count(const QByteArray &event); // this one with it: 1 for a new event

private:
    static constexpr size_t most = 10'000;

    QHash<QByteArray, int> m_counts;
    std::deque<QByteArray> m_order; // the first one is forgotten first
};

// What a delivery is answered, and how.
struct AnswerChoice {
    capture::ResponseProfile profile;
    capture::Fault fault = capture::Fault::None;
    qint64 until = 0; // of the rule; microseconds since the epoch, 0: for good
    QString source = QStringLiteral("profile"); // or "rule", "handshake"
    int relayMilliseconds = 0; // how long the target's own answer is waited for; 0: not at all
};

// A handshake where the endpoint answers them, else the first rule that fits, else its profile.
AnswerChoice choose(const Routes &routes, const capture::Delivery &delivery, EventCounter &events,
                    qint64 now);

} // namespace listener
