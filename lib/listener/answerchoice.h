// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/delivery.h"
#include "listener/routes.h"

#include <QHash>

#include <deque>
#include <utility>

namespace listener
{

// How often each event was delivered to what a rule fits, as far back as it can remember. Lives on
// the net thread.
class EventCounter
{
public:
    // Of the rule by its key; this one with it: 1 for a new event.
    int count(const QByteArray &rule, const QByteArray &event);
    void forgetOthers(const Routes &routes); // of rules that are not there as they were

private:
    static constexpr size_t most = 10'000;

    using Key = std::pair<QByteArray, QByteArray>; // of the rule, the event

    QHash<Key, int> m_counts;
    std::deque<Key> m_order; // the first one is forgotten first
};

// What a delivery is answered, and how.
struct AnswerChoice {
    capture::ResponseProfile profile;
    capture::Fault fault = capture::Fault::None;
    qint64 until = 0; // of the rule; microseconds since the epoch, 0: for good
    QString source = QStringLiteral("profile"); // or "rule", "handshake", "handshake: no secret"
    QString rule; // as the list of them names it; empty: none decides
    int relayMilliseconds = 0; // how long the target's own answer is waited for; 0: not at all
};

// A handshake where the endpoint answers them, else the first rule that fits, else its profile. A
// handshake whose answer needs a secret that is not there fails: an empty 2xx would not prove the
// address, and the sender would say no more than that the answer was wrong.
AnswerChoice choose(const Routes &routes, const capture::Delivery &delivery, EventCounter &events,
                    qint64 now);

} // namespace listener
