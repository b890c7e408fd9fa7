// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "commands/command.h"

namespace commands
{

// What the program's own words ask for, before any QCoreApplication.
struct Call {
    enum class Kind { Window, Command, Help, Version, Wrong };

    Kind kind = Kind::Window;
    const Command *command = nullptr;
    QStringList arguments; // of the command
    QString file; // for the window; empty: the default store
    QString fault; // two sentences, when it is wrong
};

// `words` without the program's name.
Call readCall(const QStringList &words);

// What `hookglass --help` shows.
QString programHelp();

} // namespace commands
