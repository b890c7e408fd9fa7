// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/schemebook.h"

namespace models
{

QString familyText(const QString &family); // "Signature and time in one header"
QString backingText(const signature::Scheme &scheme); // "Official test vector"
QString bodyText(const signature::Scheme &scheme); // whether the signature covers it
QString placesText(const signature::Scheme &scheme); // where the signature stands
bool signsUrl(const signature::Scheme &scheme);

// What a scheme has that no field of the form shows: "Kept as it is, without a field here: …".
// Empty: there is nothing.
QString keptText(const signature::Scheme &scheme);

// Why one more is not kept.
QString noRoomText();

// An id for a scheme of that name which none has: "acme-inc", "acme-inc-2".
QString freeSchemeId(const QString &name, const signature::SchemeBook &schemes);

} // namespace models
