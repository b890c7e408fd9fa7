// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/ownrequests.h"

#include "signature/mac.h"

namespace listener
{

void OwnRequests::expect(const QByteArray &token, std::chrono::milliseconds lasts)
{
    if (token.isEmpty())
        return;
    m_tokens.append({.token = token, .until = QDeadlineTimer(lasts)});
    if (m_tokens.size() > most)
        m_tokens.removeFirst();
}

bool OwnRequests::take(const http::Request &request)
{
    m_tokens.removeIf([](const Awaited &one) { return one.until.hasExpired(); });
    if (m_tokens.isEmpty())
        return false;
    const auto carried = http::value(request.fields, fieldName);
    if (!carried)
        return false;
    return m_tokens.removeIf([&carried](const Awaited &one) {
        return signature::sameBytes(one.token, *carried);
    }) > 0;
}

} // namespace listener
