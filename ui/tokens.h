// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/verdict.h"

#include <QColor>

class QPalette;

namespace ui
{

// The colours of one look. Every text colour reads at 4.5:1 or better on base, alternate, window
// and selection.
struct Tokens {
    bool dark = false;

    QColor window;
    QColor base;
    QColor alternate;
    QColor header;
    QColor button;
    QColor text;
    QColor muted;
    QColor line;
    QColor border; // around buttons and fields
    QColor accent;
    QColor onAccent;
    QColor checked; // behind a checked button
    QColor selection;
    QColor selectionInactive;

    QColor verified;
    QColor invalid;
    QColor noSecret;
    QColor unsignedInk;
    QColor malformed;
    QColor fresh;
    QColor stale;
    QColor future;
    QColor noTimestamp;

    QColor invalidTint;
    QColor unsignedTint;
    QColor malformedTint;
    QColor futureTint;

    QColor goodPanel; // behind a block that says all is well
    QColor goodEdge;
    QColor infoPanel;
    QColor infoEdge;
    QColor warningPanel;
    QColor warningEdge;
    QColor badPanel;
    QColor badEdge;

    QColor jsonKey;
    QColor jsonString;
    QColor jsonNumber;
    QColor jsonConstant;

    QColor added;
    QColor addedWord;
    QColor removed;
    QColor removedWord;
};

const Tokens &lightTokens();
const Tokens &darkTokens();

// Those that fit the palette, by the lightness of its window colour. A widget asks with its own
// palette whenever it paints, so a change of look needs no more than a repaint.
const Tokens &tokens(const QPalette &palette);

QPalette paletteOf(const Tokens &tokens);

// One colour of whichever look is on.
using Ink = QColor Tokens::*;

Ink inkOf(signature::Signature signature);
Ink inkOf(signature::Freshness freshness);

// Behind a row with a trouble; invalid (no colour) where nothing needs attention.
QColor tintOf(const Tokens &tokens, signature::Signature signature, signature::Freshness freshness);

} // namespace ui
