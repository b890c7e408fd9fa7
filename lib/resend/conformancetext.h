// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "resend/conformance.h"

namespace resend
{

// The case with its words for people, by its id.
ConformanceCase described(ConformanceCase wanted);

// What a wrong answer to the case says of the receiver, a sentence.
QString faultOf(QByteArrayView id);
// Where other cases before were answered as wrongly, their fault may be this one's, too.
QString faultOf(QByteArrayView id, const QList<QByteArray> &alsoWrong);

// "2xx", "4xx", "2xx or 4xx".
QString expectedAnswer(Expectation expectation);

} // namespace resend
