// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QByteArray>

#include <optional>

class QWidget;

namespace ui
{

// Asks for a file and writes the bytes into it, readable for the user alone. Returns what to tell
// the user, or why it is not there; nothing when the user changed their mind.
std::optional<core::Result<QString>> saveBytes(QWidget *parent, const QByteArray &bytes,
                                               const QString &suggestedName);

} // namespace ui
