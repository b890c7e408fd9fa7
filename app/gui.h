// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

// Opens the window on a store file, or on the default one. Returns the exit status.
int runGui(int &argc, char **argv, const QString &file);
