// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/sighting.h"

namespace signature
{

// "Stripe-Signature with t= and v1=": the place of the signature and the form that it has there.
QString signText(const Sighting &sighting);
QString sentence(const QString &text); // with a full stop, but for what ends with “…”

// Whole sentences for and against the scheme, the weightiest first.
QStringList reasonTexts(const Sighting &sighting);

// "GitHub", "GitHub or Meta", "A, B, C or 11 others".
QString alternatives(const QStringList &names);

} // namespace signature
