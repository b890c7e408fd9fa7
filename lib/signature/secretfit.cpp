// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/secretfit.h"

#include "signature/examiner.h"
#include "signature/hiddenvalue.h"

namespace signature
{

bool canSecretFit(const http::Request &request, const Scheme &scheme, const Context &context)
{
    if (isSignatureHidden(request, scheme))
        return false;
    const Secrets none;
    Examiner examiner(request, scheme, none, context);
    examiner.examine();
    return examiner.canFit();
}

} // namespace signature
