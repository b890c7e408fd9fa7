// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/digesttext.h"
#include "signature/finding.h"
#include "signature/jws.h"

namespace signature
{

// A signature that has the scheme's form, ready to be compared.
struct Candidate {
    qsizetype group = 0; // of the received signatures
    QByteArrayView text; // as it stands
    Digest digest; // of what has a digest's length
    QByteArray bytes; // of what has not
    std::optional<Jws> jws;

    QByteArrayView view() const { return digest.size() > 0 ? digest.view() : bytes; }
};

struct FormFault {
    Reason reason = Reason::None;
    qsizetype at = 0;
};

// Decodes the candidate's text as the scheme has it.
FormFault readCandidate(const Scheme &scheme, Candidate &candidate);

} // namespace signature
