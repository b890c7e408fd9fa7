// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/store.h"
#include "filter/filter.h"

#include <functional>

namespace inspector
{

// Writes every delivery and rejection of a store that the filter lets through, in the order of
// their ids, as NDJSON. `write` takes a line or says why it cannot. Gives the number of lines.
core::Result<qint64> exportNdjson(const capture::Store &store,
                                  const std::function<core::Status(const QByteArray &)> &write,
                                  const filter::Filter &filter = {});

// The same into a file: beside it first, then renamed, mode 0600; an old file stays whole until
// then.
core::Result<qint64> exportNdjson(const QString &storeFile, const QString &file,
                                  const filter::Filter &filter = {});

} // namespace inspector
