// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace http
{

// The reason phrase of RFC 9110, 15; empty for a status it does not name.
QByteArray reasonPhrase(int status);

} // namespace http
