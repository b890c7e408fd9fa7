// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

namespace capture
{

constexpr int schemaVersion = 6;

// The statements that lift a store from version `from` to `from` + 1.
QList<QString> migration(int from);

} // namespace capture
