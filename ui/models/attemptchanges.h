// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/attempt.h"
#include "capture/delivery.h"

namespace models
{

// The body that went out with it, which is not kept a second time where it was the delivery's own.
QByteArray sentBody(const capture::Delivery &received, const capture::Attempt &attempt);

// What of a delivery was otherwise in what was sent, each by its last name: "points_balance,
// Header X-Shop"; "none". The target does not count, nor do headers of those names.
QString changesText(const capture::Delivery &received, const QByteArrayList &unsaid,
                    const capture::Attempt &attempt);

} // namespace models
