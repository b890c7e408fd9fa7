// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "commands/options.h"
#include "resend/sample.h"
#include "signature/scheme.h"

namespace commands
{

// --topic, --template and --body, to be put among the options of a command that plays a provider.
QList<Option> bodyOptions();

// What they name: a template with its placeholders, or the bytes of a file. Without any of them the
// scheme's first template, or a ping as Smile sends it.
core::Result<resend::Sample> sampleOf(const Options &options, const signature::Scheme &scheme);

} // namespace commands
