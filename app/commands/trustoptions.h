// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "commands/options.h"

namespace commands
{

// --ca, --pin and --insecure, to be put among the options of a command that sends.
QList<Option> trustOptions();

// How far a target is trusted, as resend::Order has it.
struct Trust {
    QString authorityFile; // not read yet
    QString pin;
    bool checkCertificate = true;
};

// What those options tell, their names behind `prefix`. An error is of kind Usage: they contradict
// one another, or the pin is none.
core::Result<Trust> trustOf(const Options &options, const QString &prefix = {});

} // namespace commands
