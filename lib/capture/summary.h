// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/delivery.h"
#include "capture/rejection.h"

namespace capture
{

// The few fields of a delivery, or of a rejection, that a row needs.
struct Summary {
    qint64 id = 0;
    qint64 receivedAt = 0;
    QString endpoint;
    QString peer; // the address
    QString topic;
    QString account;
    QString eventId; // the sender's own
    QString scheme; // id, of the verdict shown
    QString secret;
    QString text; // Event::summary, or a rejection's sentence
    QByteArray method;
    QByteArray target;
    qint64 bodySize = 0;
    qint64 latency = -1; // microseconds; -1: not answered, or not known
    std::optional<qint64> ageSeconds;
    int status = 0; // our answer; 0: none yet
    signature::Signature signature = signature::Signature::NotApplicable;
    signature::Freshness freshness = signature::Freshness::NotApplicable;
    std::optional<Reason> rejection; // set: this row is no delivery
    bool marked = false;
    bool judgedLater = false; // the verdict is not the one at arrival
    bool test = false; // sent by this program to its own listener
    QString note;
    qint64 count = 1; // of a folded rejection
    Prints prints;
    bool repeated = false; // where that is known: it was there before
    bool replayed = false; // and so was its signature
    bool drifted = false; // its body is otherwise than those of its topic before
    bool overtaken = false; // a newer state of its subject came before
    qint64 importedAt = 0; // microseconds since the epoch, of its import; 0: it arrived here
};

Summary summarise(const Delivery &delivery, qint64 id);
Summary summarise(const Rejection &rejection);

} // namespace capture
