// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/verdictlook.h"

#include "models/rowtext.h"

#include <QCoreApplication>

namespace ui
{

using signature::Freshness;
using signature::Signature;

namespace
{

class VerdictText
{
    Q_DECLARE_TR_FUNCTIONS(ui::VerdictFrame)
};

constexpr PanelInks good{&Tokens::goodPanel, &Tokens::goodEdge};
constexpr PanelInks info{&Tokens::infoPanel, &Tokens::infoEdge};
constexpr PanelInks warning{&Tokens::warningPanel, &Tokens::warningEdge};
constexpr PanelInks bad{&Tokens::badPanel, &Tokens::badEdge};
constexpr PanelInks neutral{&Tokens::base, &Tokens::line};

} // namespace

PanelInks panelOf(const signature::Verdict &verdict)
{
    switch (verdict.signature) {
    case Signature::Verified:
        return verdict.freshness == Freshness::Fresh
                || verdict.freshness == Freshness::NotApplicable
            ? good
            : warning;
    case Signature::Invalid:
    case Signature::Malformed:
        return bad;
    case Signature::Unsigned:
        return warning;
    case Signature::NoSecret:
        return info;
    case Signature::NotApplicable:
        return neutral;
    }
    Q_UNREACHABLE();
}

QString titleOf(Signature signature)
{
    switch (signature) {
    case Signature::Invalid:
        return VerdictText::tr("Invalid signature");
    case Signature::Malformed:
        return VerdictText::tr("Malformed signature");
    case Signature::Verified:
    case Signature::Unsigned:
    case Signature::NoSecret:
    case Signature::NotApplicable:
        return models::signatureWord(signature);
    }
    Q_UNREACHABLE();
}

QString titleOf(Freshness freshness)
{
    switch (freshness) {
    case Freshness::Future:
        return VerdictText::tr("In the future");
    case Freshness::Malformed:
        return VerdictText::tr("Malformed timestamp");
    case Freshness::Fresh:
    case Freshness::Stale:
    case Freshness::Missing:
    case Freshness::NotApplicable:
        return models::freshnessWord(freshness);
    }
    Q_UNREACHABLE();
}

} // namespace ui
