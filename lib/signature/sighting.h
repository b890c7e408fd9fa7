// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/detection.h"
#include "signature/scheme.h"

namespace signature
{

// What of a scheme is seen in a request.
struct Sighting {
    const Scheme *scheme = nullptr;
    Place place; // of the scheme's, where the signature stands
    bool fits = false; // the signature has the scheme's form
    QString misfit; // a sentence: why it has not
    QString lack; // a sentence: what the scheme needs and is not there; empty: all is
    QStringList companions; // what else of the scheme's is there, for people
    int absent = 0; // how many headers of it are not
    QByteArray agent; // a User-Agent that names the sender
    bool shared = false; // others of the catalogue have their signature in the same place
    QString secret; // label of the one that fits
    bool verified = false;

    Likeness likeness() const;
    int signs() const { return int(companions.size()) + (agent.isEmpty() ? 0 : 1); }
};

// Nothing where the scheme has no signature to look at. Computes no digest with any secret.
std::optional<Sighting> sight(const http::Request &request, const Scheme &scheme,
                              const Context &context);

// The header that a place names, in lower case; empty for any other place.
QByteArray headerOf(const Place &place);

} // namespace signature
