// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"
#include "signature/scheme.h"

#include <QString>

namespace capture
{

// What the body says the delivery is about, found where the scheme says.
struct Event {
    QString topic;
    QString account;
    QString id;
    QString summary; // the few words a row shows: "rui.costa@example.pt · 240 pts"

    bool operator==(const Event &) const = default;
};

// Everything stays empty for a body that is not JSON or lacks the places.
Event describeEvent(const http::Request &request, const signature::Scheme &scheme);

} // namespace capture
