// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/context.h"

namespace capture
{

signature::Context contextOf(const Endpoint &endpoint, QByteArrayView target)
{
    signature::Context context{.url = senderUrl(endpoint, target)};
    for (auto it = endpoint.parameters.begin(); it != endpoint.parameters.end(); ++it)
        context.parameters.insert(it.key(), it.value());
    return context;
}

signature::Context contextOf(const QList<Endpoint> &endpoints, const QString &path,
                             QByteArrayView target)
{
    for (const Endpoint &endpoint : endpoints) {
        if (endpoint.path == path)
            return contextOf(endpoint, target);
    }
    return {};
}

} // namespace capture
