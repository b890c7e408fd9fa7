// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/place.h"

#include <QString>

namespace signature
{

QString number(quint64 value);

// Wire bytes inside a sentence: cut, and without characters that would tear it apart.
QString quotable(QByteArrayView bytes);

// Whole sentences about the value of a place.
QString missingSentence(const Place &place); // "The Smile-Signature header is missing."
QString repeatedSentence(const Place &place, qsizetype times);
QString missingInputSentence(const Place &place); // "…is part of the signed text…"
QString repeatedInputSentence(const Place &place, qsizetype times);
QString requirementSentence(const Place &place, QByteArrayView value);

} // namespace signature
