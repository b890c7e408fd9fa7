// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"
#include "signature/finding.h"
#include "signature/judgedtime.h"
#include "signature/requestvalues.h"

#include <QString>

namespace signature
{

struct Evidence;

// Sentences for people; wire bytes in them are cut and without characters that tear them apart.
QString signatureSentence(const http::Request &request, const Scheme &scheme,
                          const Finding &finding);
QString freshnessSentence(const http::Request &request, const Scheme &scheme,
                          const Value &timestamp, const JudgedTime &time);

// Whether all that the signed text is made of is there; empty it may be none the less.
bool hasSignedText(const Evidence &evidence);
QString emptyTextSentence(const http::Request &request, const Scheme &scheme);

// A length of time: "59 s", "4 min 59 s", "59 min", "47 h", "2 days".
QString duration(quint64 seconds);

} // namespace signature
