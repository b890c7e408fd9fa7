// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/awaitedanswer.h"

#include "core/clock.h"

namespace ui
{

static const qint64 startedAt = core::now();

bool awaitsAnswer(const inspector::Details &details)
{
    return details.delivery && !details.import && details.delivery->receivedAt >= startedAt;
}

} // namespace ui
