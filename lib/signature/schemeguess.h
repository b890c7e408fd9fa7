// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"
#include "signature/requestvalues.h"
#include "signature/secret.h"

#include <QStringList>

namespace signature
{

// A rule that a request of an unknown sender may follow.
struct SchemeGuess {
    Scheme scheme; // what is not seen in the request is as in the one that was given
    QStringList found; // sentences: what it was taken from
    bool verified = false; // one of the secrets signs the request so
};

// Reads header names, encoding and digest from the values seen; with secrets the signed text as
// well, by trying the usual ones: some two dozen digests. Nothing without a header that could be a
// signature.
std::optional<SchemeGuess> guessScheme(const http::Request &request, const Secrets &secrets,
                                       const Scheme &from, const Context &context = {});

} // namespace signature
