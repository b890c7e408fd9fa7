// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"
#include "signature/scheme.h"

#include <QString>

namespace capture
{

// What a delivery says it is about, found where the scheme says.
struct Event {
    QString topic;
    QString account;
    QString id;
    QString summary; // the few words a row shows: "rui.costa@example.pt · 240 pts"

    bool operator==(const Event &) const = default;
};

// What else is asked of a body, so that it is read once for all of it.
struct Further {
    QList<QByteArray> pointers; // at most 33, into the body's JSON
    QList<QString> texts; // as json::lookup() gives them
};

// What is not there stays empty, and all of it without a scheme. Judges nothing: forgeries lie.
Event describeEvent(const http::Request &request, const signature::Scheme &scheme);
Event describeEvent(const http::Request &request, const signature::Scheme &scheme,
                    Further &further);

} // namespace capture
