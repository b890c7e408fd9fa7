// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace resend
{

// What the cases of a conformance run make of a body or of a signature.

// A JSON object with other white space than a serialiser writes, escapes that it would not, and a
// last line break: only who checks the bytes as received finds its signature right.
QByteArray respaced(const QByteArray &body);

// A JSON object with a member of 1 MiB in front.
QByteArray enlarged(const QByteArray &body);

// With one digit, or else the length, another one.
QByteArray altered(QByteArray body);

// A header's value with upper and lower case of its Base64 signature swapped: of the longest run of
// Base64 letters alone, so that "v1" beside it stays. The last letter stays as well, since not each
// may stand in front of the padding.
QByteArray otherCase(QByteArray value);

} // namespace resend
