// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/tokens.h"

#include <QPalette>

namespace ui
{

using signature::Freshness;
using signature::Signature;

const Tokens &lightTokens()
{
    static const Tokens light{
        .dark = false,
        .window = QColor(0xeff1f4),
        .base = QColor(0xffffff),
        .alternate = QColor(0xf7f8fa),
        .header = QColor(0xf1f3f6),
        .button = QColor(0xf7f8fa),
        .text = QColor(0x1b212b),
        .muted = QColor(0x59616e),
        .line = QColor(0xd3d8df),
        .border = QColor(0xbfc6d0),
        .accent = QColor(0x1f62c4),
        .onAccent = QColor(0xffffff),
        .checked = QColor(0xe5eefb),
        .selection = QColor(0xd6e6fb),
        .selectionInactive = QColor(0xe6e9ee),
        .verified = QColor(0x0a6b54),
        .invalid = QColor(0xb4173a),
        .noSecret = QColor(0x4b45b8),
        .unsignedInk = QColor(0x7f5e00),
        .malformed = QColor(0x9c1c74),
        .fresh = QColor(0x0b6477),
        .stale = QColor(0x7f5e00),
        .future = QColor(0x4b45b8),
        .noTimestamp = QColor(0x59616e),
        .invalidTint = QColor(0xfdf1f3),
        .unsignedTint = QColor(0xfcf8ec),
        .malformedTint = QColor(0xfcf1f8),
        .futureTint = QColor(0xf4f3fc),
        .goodPanel = QColor(0xe6f3ee),
        .goodEdge = QColor(0x6fae9c),
        .infoPanel = QColor(0xe5eefb),
        .infoEdge = QColor(0x8cafe2),
        .warningPanel = QColor(0xf8f1dc),
        .warningEdge = QColor(0xc9b272),
        .badPanel = QColor(0xfbe9ed),
        .badEdge = QColor(0xd4768b),
        .jsonKey = QColor(0x0b4f9e),
        .jsonString = QColor(0x0a6b54),
        .jsonNumber = QColor(0x9c3a00),
        .jsonConstant = QColor(0x6b2fa0),
        .added = QColor(0xdff3e8),
        .addedWord = QColor(0xa9dfc3),
        .removed = QColor(0xfde5e8),
        .removedWord = QColor(0xf4b6bf),
    };
    return light;
}

const Tokens &darkTokens()
{
    static const Tokens dark{
        .dark = true,
        .window = QColor(0x262a31),
        .base = QColor(0x1b1e23),
        .alternate = QColor(0x1f2328),
        .header = QColor(0x23272d),
        .button = QColor(0x2d323a),
        .text = QColor(0xe6e9ee),
        .muted = QColor(0xa7b0bd),
        .line = QColor(0x3a4049),
        .border = QColor(0x4b535e),
        .accent = QColor(0x7fb2ff),
        .onAccent = QColor(0x10213a),
        .checked = QColor(0x22344f),
        .selection = QColor(0x1f3f66),
        .selectionInactive = QColor(0x30363f),
        .verified = QColor(0x5fd3ab),
        .invalid = QColor(0xff8a80),
        .noSecret = QColor(0xa9b4ff),
        .unsignedInk = QColor(0xf2c14e),
        .malformed = QColor(0xf59ae0),
        .fresh = QColor(0x6cc9dd),
        .stale = QColor(0xf2c14e),
        .future = QColor(0xa9b4ff),
        .noTimestamp = QColor(0xa7b0bd),
        .invalidTint = QColor(0x2a2124),
        .unsignedTint = QColor(0x27241d),
        .malformedTint = QColor(0x292129),
        .futureTint = QColor(0x22232f),
        .goodPanel = QColor(0x1c312c),
        .goodEdge = QColor(0x3a7965),
        .infoPanel = QColor(0x22344f),
        .infoEdge = QColor(0x4b6c9e),
        .warningPanel = QColor(0x332d1c),
        .warningEdge = QColor(0x7d6a33),
        .badPanel = QColor(0x3a2529),
        .badEdge = QColor(0x9c5560),
        .jsonKey = QColor(0x8ab8ff),
        .jsonString = QColor(0x7fd6b4),
        .jsonNumber = QColor(0xf0a778),
        .jsonConstant = QColor(0xd0a8ff),
        .added = QColor(0x173429),
        .addedWord = QColor(0x235c45),
        .removed = QColor(0x3c2428),
        .removedWord = QColor(0x6b343d),
    };
    return dark;
}

const Tokens &tokens(const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Active, QPalette::Window).lightness() < 128;
    return dark ? darkTokens() : lightTokens();
}

QPalette paletteOf(const Tokens &tokens)
{
    QPalette palette(tokens.text, tokens.button, tokens.base, tokens.border, tokens.line,
                     tokens.text, tokens.text, tokens.base, tokens.window);
    palette.setColor(QPalette::AlternateBase, tokens.alternate);
    palette.setColor(QPalette::Midlight, tokens.header);
    palette.setColor(QPalette::Shadow, QColor(0, 0, 0, tokens.dark ? 160 : 60));
    palette.setColor(QPalette::Highlight, tokens.selection);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, tokens.selectionInactive);
    palette.setColor(QPalette::HighlightedText, tokens.text);
    palette.setColor(QPalette::Link, tokens.accent);
    palette.setColor(QPalette::LinkVisited, tokens.accent);
    palette.setColor(QPalette::ToolTipBase, tokens.dark ? tokens.button : tokens.text);
    palette.setColor(QPalette::ToolTipText, tokens.dark ? tokens.text : tokens.base);
    palette.setColor(QPalette::PlaceholderText, tokens.muted);
    QColor faint = tokens.muted;
    faint.setAlphaF(tokens.dark ? 0.55F : 0.6F);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::HighlightedText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Base, tokens.window);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, tokens.selectionInactive);
    return palette;
}

Ink inkOf(Signature signature)
{
    switch (signature) {
    case Signature::Verified:
        return &Tokens::verified;
    case Signature::Invalid:
        return &Tokens::invalid;
    case Signature::Unsigned:
        return &Tokens::unsignedInk;
    case Signature::Malformed:
        return &Tokens::malformed;
    case Signature::NoSecret:
        return &Tokens::noSecret;
    case Signature::NotApplicable:
        return &Tokens::muted;
    }
    return &Tokens::muted;
}

Ink inkOf(Freshness freshness)
{
    switch (freshness) {
    case Freshness::Fresh:
        return &Tokens::fresh;
    case Freshness::Stale:
        return &Tokens::stale;
    case Freshness::Future:
        return &Tokens::future;
    case Freshness::Missing:
        return &Tokens::noTimestamp;
    case Freshness::Malformed:
        return &Tokens::malformed;
    case Freshness::NotApplicable:
        return &Tokens::muted;
    }
    return &Tokens::muted;
}

QColor tintOf(const Tokens &tokens, Signature signature, Freshness freshness)
{
    if (signature == Signature::Invalid)
        return tokens.invalidTint;
    if (signature == Signature::Malformed || freshness == Freshness::Malformed)
        return tokens.malformedTint;
    if (signature == Signature::Unsigned || freshness == Freshness::Stale)
        return tokens.unsignedTint;
    if (freshness == Freshness::Future)
        return tokens.futureTint;
    return {};
}

} // namespace ui
