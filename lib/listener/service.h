// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "http/limits.h"
#include "listener/answerchoice.h"
#include "listener/backlog.h"
#include "listener/ownrequests.h"
#include "listener/rejectionlog.h"
#include "listener/routes.h"
#include "listener/tlscontext.h"

namespace listener
{

// What all connections of a listener share. Lives on the net thread.
struct Service {
    http::Limits limits;
    Routes routes;
    TlsContext tls;
    Backlog backlog;
    RejectionLog rejections;
    core::Clock clock = core::now;
    EventCounter events;
    OwnRequests own;
    bool paused = false;
};

} // namespace listener
