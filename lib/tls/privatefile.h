// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QByteArray>

namespace tls
{

// Makes the folder with mode 0700, or narrows it to that where it is ours.
core::Status makePrivateFolder(const QString &folder);

// Writes a file of mode 0600, never wider, and puts it in place in one step: afterwards the name
// holds all of it or what it held before.
core::Status writePrivateFile(const QString &file, const QByteArray &bytes);

// Takes others' access from a file, where it is ours.
void narrowFile(const QString &file);

// Reads a file of at most 1 MiB, as keys and certificates are.
core::Result<QByteArray> readSmallFile(const QString &file);

} // namespace tls
