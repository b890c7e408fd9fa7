// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace commands
{

// A subcommand: arguments without the program's and the command's name, returns the exit status
// (0 done, 1 the check said no, 2 usage, 3 environment). People's text on stderr, data on stdout.
struct Command {
    const char *name;
    const char *purpose; // one line for --help
    int (*run)(const QStringList &arguments);
};

const QList<Command> &all();
const Command *find(QStringView name);

} // namespace commands
