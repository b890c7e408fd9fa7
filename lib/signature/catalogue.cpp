// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"

namespace signature
{

const Scheme &smile()
{
    using namespace Qt::Literals::StringLiterals;
    static const Scheme scheme{
        .id = u"smile"_s,
        .name = u"Smile.io"_s,
        .signatureField = "Smile-Signature"_ba,
        .timestampField = "Smile-Timestamp"_ba,
        .toleranceSeconds = 300,
        .topicPointer = "/topic"_ba,
        .accountPointer = "/account_id"_ba,
        .eventIdPointer = {},
    };
    return scheme;
}

std::optional<Scheme> schemeById(QStringView id)
{
    if (id == smile().id)
        return smile();
    return {};
}

} // namespace signature
