// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace models
{

// That a delivery was there before, or came again.
struct Repeat {
    enum class Signing : quint8 { None, Anew, Same };

    quint32 attempt = 1; // which one this is
    quint32 attempts = 1; // how many there are by now
    qint64 first = 0; // id; 0: no longer in the list
    qint64 previous = 0; // likewise
    qint64 sinceFirst = 0; // microseconds; below 0: imported out of order
    qint64 sincePrevious = 0;
    int firstStatus = 0; // what it was answered; 0: not yet, or not known
    bool byId = false; // by the sender's own id, and not by the body
    bool copied = false; // an import brought the first one again: no attempt, and no replay
    bool ofSmile = false; // which gives up after 24 hours
    Signing signing = Signing::None; // beside the previous one; Same: as any before

    bool operator==(const Repeat &) const = default;
};

QString repeatTitle(const Repeat &repeat); // "Attempt 2 of 3"

// What it means, in sentences.
QString repeatSentence(const Repeat &repeat); // which it is, and how long after
QString signingSentence(const Repeat &repeat); // empty when nothing is signed, and of the first one
QString answerSentence(const Repeat &repeat); // why it may have come; empty of the first one

} // namespace models
