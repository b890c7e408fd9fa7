// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/rules.h"
#include "signature/scheme.h"
#include "signature/secret.h"

#include <QMap>

namespace capture
{

// A path prefix that we listen on. Without its secrets it is stored in the store file.
struct Endpoint {
    QString path = QStringLiteral("/");
    QString scheme = QStringLiteral("smile"); // empty: nothing is judged
    QString publicUrl; // where senders reach its path; empty: as the request itself says
    QMap<QByteArray, QByteArray> parameters; // of one's own set-up, for {config:…} of the scheme
    ResponseProfile profile;
    Rules rules;
    bool enabled = true;

    bool operator==(const Endpoint &) const = default;
};

// The endpoint whose path is the longest prefix of the target's path; "/a" matches "/a", "/a/b" and
// "/a?x", not "/ab". Nothing when none does. Targets are compared as bytes, undecoded.
const Endpoint *match(const QList<Endpoint> &endpoints, QByteArrayView target);

// The URL as the sender knew it, for schemes that sign it: the endpoint's public one with what the
// target has behind the endpoint's path, and with the target's query unless it has its own. One
// that ends with the target's path already is that target's. Empty: only the request tells.
QByteArray senderUrl(const Endpoint &endpoint, QByteArrayView target);

// The public URL from which senderUrl() makes `url` for that target.
QString publicUrlFor(const Endpoint &endpoint, QByteArrayView target, const QByteArray &url);

} // namespace capture
