// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/store.h"

#include <functional>

namespace inspector
{

// Writes every delivery and rejection of a store, in the order of their ids, as NDJSON. `write`
// takes a line or says why it cannot. Gives the number of lines.
core::Result<qint64> exportNdjson(const capture::Store &store,
                                  const std::function<core::Status(const QByteArray &)> &write);

// The same into a file: beside it first, then renamed, mode 0600; an old file stays whole until
// then.
core::Result<qint64> exportNdjson(const QString &storeFile, const QString &file);

} // namespace inspector
