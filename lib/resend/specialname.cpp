// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/specialname.h"

using namespace Qt::Literals::StringLiterals;

namespace resend
{

// Whether the host is that top-level name or one below it, with or without the root's dot.
static bool isBelow(QStringView host, QStringView top)
{
    if (host.endsWith(u'.'))
        host.chop(1);
    if (!host.endsWith(top, Qt::CaseInsensitive))
        return false;
    return host.size() == top.size() || host.chopped(top.size()).endsWith(u'.');
}

std::optional<QList<QHostAddress>> knownAddresses(const QString &host)
{
    if (QHostAddress literal; literal.setAddress(host))
        return QList{literal};
    if (isBelow(host, u"localhost"))
        return QList<QHostAddress>{QHostAddress::LocalHost, QHostAddress::LocalHostIPv6};
    if (isBelow(host, u"invalid"))
        return QList<QHostAddress>{};
    return std::nullopt;
}

} // namespace resend
