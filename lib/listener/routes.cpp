// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/routes.h"

#include "signature/catalogue.h"

namespace listener
{

Routes Routes::make(const QList<capture::Endpoint> &endpoints,
                    const QHash<QString, signature::Secrets> &secrets)
{
    Routes routes{.endpoints = endpoints, .secrets = secrets};
    for (const capture::Endpoint &endpoint : endpoints)
        routes.schemes.append(signature::schemeById(endpoint.scheme));
    return routes;
}

} // namespace listener
