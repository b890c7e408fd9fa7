// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/exportjob.h"

namespace inspector
{

// How large the file of an export into a store becomes, about: from what its first `weighed` rows
// take in the pages of the database. `expected` is how many there are. Gives the size of what was
// read where `writeOn` says no.
core::Result<qint64> weighStore(const capture::Store &store, const ExportOrder &order,
                                qint64 expected, qint64 weighed, const WriteOn &writeOn);

} // namespace inspector
