// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/delivery.h"

namespace models
{

// Whether the left body can be made the right one by a patch: they differ, are text, and none is
// longer than mostPatchedBytes.
bool canPatch(const capture::Delivery &left, const capture::Delivery &right);

constexpr qsizetype mostPatchedBytes = 1 << 20;

// What makes the right body of the left one, byte for byte, as `diff -u` writes it: `patch` takes
// it. Each change has three lines around it. Empty where canPatch() says no.
QByteArray bodyPatch(const capture::Delivery &left, const capture::Delivery &right);

} // namespace models
