// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/delivery.h"
#include "capture/endpoint.h"

namespace capture
{

// Whether the rule decides the answer to a delivery that is its event's `occurrence`th, from 1.
// Times are microseconds since the epoch; from its `until` on a rule decides nothing.
bool fits(const AnswerRule &rule, const Delivery &delivery, int occurrence, qint64 now);

// Until when senders of the endpoint may be told anything but 2xx, or nothing at all; 0: nobody is,
// `forGood`: no time ends it.
constexpr qint64 forGood = std::numeric_limits<qint64>::max();
qint64 answersBadlyUntil(const Endpoint &endpoint, qint64 now);

// "none", "close", "reset", "hang", "slow-body".
QByteArray word(Fault fault);
std::optional<Fault> faultFromWord(QByteArrayView word);

// As the store keeps them, a JSON text; what stands at its default gives an empty one. What is not
// understood is left out: a rule that cannot be read decides nothing.
QByteArray writeRules(const Rules &rules);
Rules readRules(const QByteArray &json);

} // namespace capture
