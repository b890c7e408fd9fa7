// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "resend/resendclient.h"

#include <functional>

class QThread;

namespace inspector
{

// Sends on the net thread. What came of it is told once, on the thread of the context, after which
// the client goes; it may be cancelled until then, by a queued call.
resend::ResendClient *sendOn(QThread &net, const resend::Order &order, QObject *context,
                             const std::function<void(const capture::Attempt &)> &done);

} // namespace inspector
