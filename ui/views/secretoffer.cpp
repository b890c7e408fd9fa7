// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/secretoffer.h"

#include "signature/secretfit.h"
#include "ui/views/background.h"
#include "ui/views/checkedsignature.h"

namespace ui
{

using signature::Signature;

bool couldSecretHelp(const CheckedSignature &checked)
{
    if (checked.verdict.signature != Signature::Invalid)
        return checked.verdict.signature == Signature::NoSecret;
    // A body that takes long is not read for an offer.
    if (!checked.delivery || checked.scheme.id.isEmpty()
        || checked.delivery->request.body.size() > Background::atOnce)
        return true;
    return signature::canSecretFit(
        checked.delivery->request, checked.scheme,
        {.url = checked.senderUrl, .parameters = checked.around.parameters});
}

} // namespace ui
