// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/command.h"

#include <QCoreApplication>

#include <algorithm>

namespace commands
{

// Each in a file of its name; `export` is a word of C++'s.
int listen(const QStringList &arguments);
int verify(const QStringList &arguments);
int exportStore(const QStringList &arguments);
int importFiles(const QStringList &arguments);
int send(const QStringList &arguments);
int resend(const QStringList &arguments);
int conformance(const QStringList &arguments);
int certificate(const QStringList &arguments);
int schemes(const QStringList &arguments);
int stats(const QStringList &arguments);

const QList<Command> &all()
{
    static const QList<Command> commands{
        {"listen", QT_TRANSLATE_NOOP("commands", "Receives webhooks."), listen},
        {"verify", QT_TRANSLATE_NOOP("commands", "Judges captured webhooks."), verify},
        {"export", QT_TRANSLATE_NOOP("commands", "Writes what a store holds."), exportStore},
        {"import", QT_TRANSLATE_NOOP("commands", "Brings files into a store."), importFiles},
        {"send", QT_TRANSLATE_NOOP("commands", "Plays the provider once."), send},
        {"resend", QT_TRANSLATE_NOOP("commands", "Sends stored deliveries again."), resend},
        {"conformance", QT_TRANSLATE_NOOP("commands", "Tests a receiver of webhooks."),
         conformance},
        {"certificate", QT_TRANSLATE_NOOP("commands", "Shows and keeps the local certificates."),
         certificate},
        {"schemes", QT_TRANSLATE_NOOP("commands", "Lists the signing rules."), schemes},
        {"stats", QT_TRANSLATE_NOOP("commands", "Counts what a store holds."), stats},
    };
    return commands;
}

const Command *find(QStringView name)
{
    const QList<Command> &commands = all();
    const auto found = std::find_if(commands.begin(), commands.end(), [&](const Command &command) {
        return name == QLatin1StringView(command.name);
    });
    return found == commands.end() ? nullptr : &*found;
}

} // namespace commands
