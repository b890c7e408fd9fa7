// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/delivery.h"
#include "signature/verifier.h"

namespace ui
{

// What is known around a delivery: of its endpoint, and of the others.
struct Surroundings {
    signature::Secrets secrets; // the endpoint's
    signature::Secrets otherSecrets;
    QList<signature::Scheme> ownSchemes; // the store's
    QHash<QByteArray, QByteArray> parameters; // of the endpoint's set-up, for its scheme
    QString verifiedBefore; // label of the secret that fitted those before; empty: none
    bool changeable = false; // the endpoint is still there and may be changed

    bool operator==(const Surroundings &) const = default;
};

// A delivery's signature, and how it was checked.
struct CheckedSignature {
    capture::DeliveryPtr delivery; // none: there is nothing to show
    signature::Verdict verdict; // the latest
    signature::Evidence evidence; // may be empty, until it is found out
    signature::Scheme scheme; // without an id: none, or unknown
    QByteArray senderUrl; // empty: as the request itself says
    Surroundings around;
};

// Whether it was verified with a secret that is not at hand now, so that nothing can be tried.
inline bool isSecretGone(const CheckedSignature &checked)
{
    if (checked.verdict.signature != signature::Signature::Verified)
        return false;
    for (const auto &secret : checked.around.secrets) {
        if (secret->label() == checked.verdict.secret)
            return false;
    }
    return true;
}

// Whether it was judged with a secret that did not fit, and there is none to compare with now.
inline bool areSecretsGone(const CheckedSignature &checked)
{
    return checked.verdict.signature == signature::Signature::Invalid
        && checked.around.secrets.empty();
}

} // namespace ui
