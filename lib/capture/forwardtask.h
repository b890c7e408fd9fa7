// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace capture
{

// A delivery that is still to be sent on to a target of its endpoint. Times are microseconds since
// the epoch.
struct ForwardTask {
    qint64 id = 0;
    qint64 delivery = 0;
    QString endpoint;
    QString target;
    qint64 since = 0; // when the delivery was received
    int tries = 0; // that failed
    qint64 nextAt = 0; // not before then

    bool operator==(const ForwardTask &) const = default;
};

// How many deliveries wait for one target of an endpoint.
struct ForwardQueue {
    QString endpoint;
    QString target;
    qint64 waiting = 0;

    bool operator==(const ForwardQueue &) const = default;
};

} // namespace capture
