// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/routes.h"

namespace listener
{

Routes Routes::make(const QList<capture::Endpoint> &endpoints,
                    const QHash<QString, signature::Secrets> &secrets,
                    const signature::SchemeBook &book)
{
    Routes routes{.endpoints = endpoints, .secrets = secrets};
    for (const capture::Endpoint &endpoint : endpoints)
        routes.schemes.append(book.find(endpoint.scheme));
    return routes;
}

} // namespace listener
