// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

class QWidget;

namespace ui
{

// Asks for a file and writes the bytes into it, readable for the user alone. Returns what to tell
// the user; empty when the user changed their mind.
QString saveBytes(QWidget *parent, const QByteArray &bytes, const QString &suggestedName);

} // namespace ui
