// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/diagnosis.h"

namespace ui
{

// Whether it tells what anybody can see in the request: that a header is not there, or not once.
// No digest proves it, but it is no guess either.
bool isSeen(const signature::Diagnosis &diagnosis);

// How sure it is, in words that are never those of another certainty: "Proven cause", "Seen in the
// request", "Only a hint", "No cause found".
QString certaintyWord(const signature::Diagnosis &diagnosis);

// The causes in one sentence: "The secret has something around it."; of a hint "Perhaps the body
// was altered on its way." Empty without a cause, and of what is seen, which the detail says.
QString causeSentence(const signature::Diagnosis &diagnosis);

// Where the text that is signed and the one that fits part for the first time, in a sentence.
QString differenceSentence(const signature::Diagnosis &diagnosis);

} // namespace ui
