// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "commands/options.h"
#include "signature/requestvalues.h"

#include <QUrl>

namespace commands
{

// The scheme of that id: one of the stores' own, the first that has it, else the catalogue's; or
// the one in a scheme file, which a path with a slash or “.json” names. Stores that are not there
// do not count. When none has it, the error is that of a store that could not be read, else one of
// kind Usage: it says how to see what there is, or what is wrong in the file.
core::Result<signature::Scheme> schemeNamed(const QString &id, const QStringList &stores = {});

bool isSchemeFile(const QString &id);

// --parameter and --url, to be put among the options of a command that judges.
QList<Option> receiverOptions();
// The same for a command that sends.
QList<Option> sendingOptions();

// What --url and --parameter NAME=VALUE tell.
core::Result<signature::Context> contextOf(const Options &options);

// The same of what is sent: without --url the receiver knows itself by what it is sent to.
core::Result<signature::Context> sendingContext(const Options &options, const QUrl &url,
                                                const QByteArray &target);

} // namespace commands
