// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QNetworkProxy>
#include <QUrl>

namespace resend
{

// What the system goes through to the target, if that can be asked for a tunnel, which leaves every
// byte as it is; else NoProxy. May block while the system finds it out; thread-safe.
QNetworkProxy systemProxy(const QUrl &target);

} // namespace resend
