// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/verdicttitle.h"

#include <QCoreApplication>

namespace signature
{

static QString tr(const char *text)
{
    return QCoreApplication::translate("signature::VerdictTitle", text);
}

QString titleOf(Signature signature)
{
    switch (signature) {
    case Signature::Verified:
        return tr("Verified");
    case Signature::Invalid:
        return tr("Invalid signature");
    case Signature::Unsigned:
        return tr("Unsigned");
    case Signature::Malformed:
        return tr("Malformed signature");
    case Signature::NoSecret:
        return tr("No secret");
    case Signature::NotApplicable:
        return tr("Not applicable");
    }
    Q_UNREACHABLE();
}

QString titleOf(Freshness freshness)
{
    switch (freshness) {
    case Freshness::Fresh:
        return tr("Fresh");
    case Freshness::Stale:
        return tr("Stale");
    case Freshness::Future:
        return tr("In the future");
    case Freshness::Missing:
        return tr("No timestamp");
    case Freshness::Malformed:
        return tr("Malformed timestamp");
    case Freshness::NotApplicable:
        return tr("Not applicable");
    }
    Q_UNREACHABLE();
}

} // namespace signature
