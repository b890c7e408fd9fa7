// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"

#include <QString>

namespace formats
{

// Where a curl command sends to and whom it trusts.
struct CurlTarget {
    QByteArray origin; // "https://localhost:8443", without a path
    QString authorityFile; // for --cacert; empty: curl's own
    QByteArrayList asWritten; // of Host and Content-Length those that curl is told all the same
};

enum class Shell : quint8 { Posix, Cmd, PowerShell }; // the latter two on Windows

// A command for a shell that sends the request again, byte for byte: headers in order but for Host
// and Content-Length, which curl makes itself where it is not told, and nothing that curl would
// add. For any POSIX shell a body that is no plain text, or long, comes through printf; for those
// of Windows what they might change comes out of a file. Whatever the request holds stays inside
// quotes.
QByteArray curlCommand(const http::Request &request, const CurlTarget &target,
                       Shell shell = Shell::Posix);

} // namespace formats
