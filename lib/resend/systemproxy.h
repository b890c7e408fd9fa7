// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QNetworkProxy>
#include <QUrl>

namespace resend
{

// What the system goes through to the target, if that can be asked for a tunnel, which leaves every
// byte as it is; else NoProxy. Of the environment's variables all_proxy and ALL_PROXY count as for
// curl: where none names a proxy for the target's scheme alone. An error of kind Usage: they name
// one of a kind that cannot be used. May block while the system finds it out; thread-safe.
core::Result<QNetworkProxy> systemProxy(const QUrl &target);

// "http://127.0.0.1:3128", "socks5://[::1]:1080", without user name and password; empty: it is
// none.
QString proxyText(const QNetworkProxy &proxy);

} // namespace resend
