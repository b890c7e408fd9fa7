// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

namespace http
{

constexpr qsizetype decodedLimit = 64 * 1024 * 1024;

// A body with its content codings (RFC 9110, 8.4.1) undone for viewing.
struct Decoded {
    QByteArray bytes; // as received when nothing was undone
    QString coding; // "gzip"; empty when nothing was undone
    bool cut = false; // at the limit
    QString fault; // why nothing was undone although a coding is named
};

// Undoes gzip and deflate, as often as the header says. Never makes more than `limit` bytes.
Decoded decodedBody(const QByteArray &body, const QByteArray &contentEncoding,
                    qsizetype limit = decodedLimit);

} // namespace http
