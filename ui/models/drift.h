// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/shape.h"

#include <QString>

namespace models
{

// "new here", "was a number": beside a value. Of what is gone, beside the object that had it.
QString driftWords(const json::Departure &departure);

// "/data/tier was never there before in this topic."
QString driftSentence(const json::Departure &departure);

} // namespace models
