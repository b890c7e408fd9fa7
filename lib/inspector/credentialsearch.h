// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/exportjob.h"

namespace inspector
{

// The name of the first header that an export would write with a credential in clear; empty: there
// is none, or `goesOn` said to look no further. What cannot be read is for the export to say.
QString findCredential(const capture::Store &store, const ExportOrder &order,
                       const WriteOn &goesOn);

} // namespace inspector
