// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/scheme.h"

#include <optional>

namespace signature
{

// Smile.io's rule: what an endpoint has unless it is told otherwise.
const Scheme &smile();

// The scheme of that id, nothing for an unknown one. Reads its file only, once a thread.
std::optional<Scheme> schemeById(QStringView id);

// All that ship with the program, in the order to read them: Smile first, then family by family and
// by name. The first call reads every file.
const QList<Scheme> &allSchemes();

// Their ids, by alphabet; reads no file.
const QStringList &schemeIds();

} // namespace signature
