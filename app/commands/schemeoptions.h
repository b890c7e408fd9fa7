// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "commands/options.h"
#include "signature/requestvalues.h"

namespace commands
{

// The scheme of that id, of the catalogue or of the store's own where there is such a file; or the
// one in a scheme file, which a path with a slash or “.json” names. An error of kind Usage says how
// to see what there is, or what is wrong in the file.
core::Result<signature::Scheme> schemeNamed(const QString &id, const QString &store = {});

bool isSchemeFile(const QString &id);

// --parameter and --url, to be put among the options of a command that judges.
QList<Option> receiverOptions();

// What --url and --parameter NAME=VALUE tell.
core::Result<signature::Context> contextOf(const Options &options);

} // namespace commands
