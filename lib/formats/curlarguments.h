// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "formats/curl.h"

#include <QList>

#include <optional>

namespace formats
{

// One of what curl is told, before a shell's quotes.
struct CurlArgument {
    QByteArray option; // "--header"
    std::optional<QByteArray> value = {};
};

// All but the body, in the order in which curl is to have them.
QList<CurlArgument> curlArguments(const http::Request &request, const CurlTarget &target);

bool hasBody(const http::Request &request); // an empty one, too

// The same command for Windows: what a shell there might change comes out of a file that it makes
// and removes, as Base64 in the command.
QByteArray curlForCmd(const http::Request &request, const CurlTarget &target);
QByteArray curlForPowerShell(const http::Request &request, const CurlTarget &target);

} // namespace formats
