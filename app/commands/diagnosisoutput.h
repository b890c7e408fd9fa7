// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "commands/options.h"
#include "signature/diagnosis.h"

namespace commands
{

// --diagnose and --computed.
QList<Option> diagnosisOptions();

// The line of a delivery with the member "diagnosis" at its end; null where nothing fits.
QByteArray withDiagnosis(const QByteArray &line, const signature::Diagnosis &diagnosis);

// For people: cause and detail, remedy, what was tried.
QStringList diagnosisLines(const signature::Diagnosis &diagnosis);

} // namespace commands
