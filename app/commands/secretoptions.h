// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "commands/options.h"
#include "signature/scheme.h"
#include "signature/secret.h"

namespace commands
{

// --secret-file and --secret-env, to be put among a command's options.
QList<Option> secretOptions();

// All that were given, in their order, and sentences about what was trimmed and what looks odd. A
// file that cannot be read is an error of kind Environment, an empty secret one of kind Usage, and
// so is one that cannot be the scheme's. Public keys go where secrets go.
struct GivenSecrets {
    signature::Secrets secrets;
    QStringList notices;
};
core::Result<GivenSecrets> givenSecrets(const Options &options,
                                        const signature::Scheme *scheme = nullptr);

// The same with the notices said on stderr at once.
core::Result<signature::Secrets> readSecrets(const Options &options,
                                             const signature::Scheme *scheme = nullptr);

} // namespace commands
