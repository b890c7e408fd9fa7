// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/fix.h"

class QUndoCommand;

namespace inspector
{
class Inspector;
}

namespace ui
{

// Does what the fix says and takes it back; the endpoint's webhooks are judged again either time.
// The caller's.
QUndoCommand *editFor(inspector::Inspector &inspector, const Fix &fix);

} // namespace ui
