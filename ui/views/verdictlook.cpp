// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/verdictlook.h"

namespace ui
{

using signature::Freshness;
using signature::Signature;

namespace
{

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

} // namespace ui
