// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/record.h"
#include "signature/schemebook.h"

namespace formats
{

// A delivery as Markdown for an issue tracker, where strangers read it: signatures and credentials,
// e-mail addresses and names are replaced by placeholders, and a long body is cut. Whatever the
// request holds stays inside its code block.
QByteArray issueText(const capture::Record &record, const signature::SchemeBook &schemes);

} // namespace formats
