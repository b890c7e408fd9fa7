// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "resend/resendclient.h"

#include <functional>

class QThread;

namespace inspector
{

// Sends on the net thread. What came of it is told once, on the thread of the context, after which
// the client goes; it may be cancelled until then, by a queued call. Before, `refused` hears of a
// certificate that was not accepted.
resend::ResendClient *sendOn(QThread &net, const resend::Order &order, QObject *context,
                             const std::function<void(const capture::Attempt &)> &done,
                             const std::function<void(const QString &)> &refused = {});

} // namespace inspector
