// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace core
{

constexpr int storeApplicationId = 0x486b676c; // "Hkgl", in the header of every store

// Where its writer holds its lock; one file by whatever link the store is reached.
QString storeLockFile(const QString &store);

// Whether a store is at that name, by the beginning of the file and what is beside it. It keeps the
// locks of a store that this process has open.
bool isStore(const QString &file);

// Whether SQLite or a writer keeps a file of that name beside a store. What is saved there would
// take away what is not in the store itself yet.
bool isBesideStore(const QString &file);
QString besideStoreTrouble(); // a sentence

} // namespace core
