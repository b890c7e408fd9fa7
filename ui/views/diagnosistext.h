// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/diagnosis.h"

namespace ui
{

// How sure it is, in words that are never those of another certainty: "Proven cause", "Only a
// hint", "No cause found".
QString certaintyWord(const signature::Diagnosis &diagnosis);

// The causes in one sentence: "The secret has something around it."; of a hint "Perhaps the body
// was altered on its way." Empty without a cause.
QString causeSentence(const signature::Diagnosis &diagnosis);

// Where the text that is signed and the one that fits part for the first time, in a sentence.
QString differenceSentence(const signature::Diagnosis &diagnosis);

} // namespace ui
