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
        .trust = Trust::OfficialText,
        .confirmed = true,
        .placesConfirmed = true,
        .eventType = {{Source::Json, "/topic"}},
        .account = {{Source::Json, "/account_id"}},
        .key = {{}},
        .signature = {{Source::Header, "Smile-Signature"}},
        .encoding = Encoding::Base64,
        .message = *parseTemplate("{timestamp}.{body}"),
        .time = TimeRule{.from = {Source::Header, "Smile-Timestamp"},
                         .tolerance = 300,
                         .exclusive = true},
        .coversBody = true,
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
