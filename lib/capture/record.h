// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/attempt.h"
#include "capture/delivery.h"
#include "capture/oddities.h"
#include "capture/rejection.h"
#include "capture/shapes.h"
#include "capture/subjects.h"

#include <QHash>

namespace capture
{

// What is kept of where an imported delivery comes from; nothing of it is trusted.
struct Import {
    QString origin; // the file's name
    qint64 importedAt = 0; // microseconds since the epoch
    QByteArray unknown; // members of its line that nobody here knows, as formats writes them
};

// A delivery and the latest of what was said of it afterwards.
struct Record {
    DeliveryPtr delivery;
    std::optional<Answer> answer;
    std::optional<signature::Verdict> judged; // the latest own judgement
    std::optional<Event> judgedEvent; // where its scheme finds it; else the delivery's own holds
    QList<Attempt> attempts; // oldest first
    bool marked = false;
    QString note;
    bool repeated = false; // where Repeats were asked: it was there before
    bool replayed = false; // and so was its signature
    Oddities oddities;
    std::optional<Import> import; // nothing: it arrived here
};

// One row of a file on its way into a store: a delivery and all that is said of it, or a rejection.
struct Imported {
    Record record; // its verdict is what the file says; `judged` is of no account
    std::optional<Judgement> judgement; // our own, whatever its id
    std::optional<Rejection> rejection; // instead of the record
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

// What a batch's rows got, in its order.
struct Written {
    QList<qint64> deliveries; // ids
    QList<Subject> subjects; // of these deliveries
    QList<qint64> rejections; // ids
};

// What was learned of deliveries and is not written yet.
struct Findings {
    QHash<qint64, Oddities> oddities; // of those that are odd, by id
    QList<Shapes::Topic> shapes; // a later one of the same topic holds

    bool isEmpty() const { return oddities.isEmpty() && shapes.isEmpty(); }
};

} // namespace capture
