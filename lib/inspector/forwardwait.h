// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace inspector
{

// What a delivery waits for that is still to be sent on to a target.
struct ForwardWait {
    QString target; // without user and password
    bool used = true; // something is sent on there now
    bool first = true; // no other one goes there before
    int tries = 0; // that the target did not take
    int mostTries = 1; // as its rule says
    qint64 nextAt = 0; // not before then; microseconds since the epoch
    QString why; // the last try failed, of whichever delivery; empty: none did yet

    bool operator==(const ForwardWait &) const = default;
};

using TakenWaits = std::function<void(const QList<ForwardWait> &)>;

} // namespace inspector
