// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/rules.h"

#include <QStringList>

namespace capture
{

// Which deliveries a rule is for: "customer/*", "the first 2 of each event"; nothing: every one.
QStringList ruleConditions(const AnswerRule &rule);

// What their sender gets, behind "is": "answered 503", "closed without an answer".
QString answeredText(const AnswerRule &rule);

// "customer/*, the first 2 of each event: 503 with a slow body"; its time is not in it.
QString ruleTitle(const AnswerRule &rule);

} // namespace capture
