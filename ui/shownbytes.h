// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>
#include <QString>

namespace ui
{

// The one way from wire bytes to text for people: UTF-8, each bad sequence as U+FFFD (as the Unicode
// standard recommends), control and bidirectional-override characters made visible.
QString shownBytes(QByteArrayView bytes);

} // namespace ui
