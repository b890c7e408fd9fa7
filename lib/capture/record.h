// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/attempt.h"
#include "capture/delivery.h"
#include "capture/rejection.h"

namespace capture
{

// A delivery and the latest of what was said of it afterwards.
struct Record {
    DeliveryPtr delivery;
    std::optional<Answer> answer;
    std::optional<signature::Verdict> judged; // the latest own judgement
    std::optional<Event> judgedEvent; // where its scheme finds it; else the delivery's own holds
    QList<Attempt> attempts; // oldest first
    bool marked = false;
    QString note;
};

// What one transaction writes.
struct Batch {
    QList<DeliveryPtr> deliveries;
    QList<Rejection> rejections;
    QList<Answer> answers;

    bool isEmpty() const
    {
        return deliveries.isEmpty() && rejections.isEmpty() && answers.isEmpty();
    }
};

// The ids that a batch's rows got, in its order.
struct Written {
    QList<qint64> deliveries;
    QList<qint64> rejections;
};

} // namespace capture
