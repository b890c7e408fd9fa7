// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/secretinput.h"
#include "ui/dialogs/notebox.h"

namespace ui
{

// What is said of a secret that is being typed.
struct SecretNote {
    NoteBox::Kind kind = NoteBox::Kind::Info;
    QString title;
    QString text;
};

// Before it was tried: what is odd about it and what was removed. Both empty: nothing to say.
SecretNote noteOf(const signature::SecretInput &input);

// Of what kind the webhooks are that it was tried on.
enum class Tried {
    Unchecked, // the endpoint never had a secret: all are marked "No secret"
    Unfitted, // it has none at hand now, though some were checked with one before
    UnfittedByOthers, // by the secrets that it has
};

// After it was tried on `tried` webhooks that no secret at hand fits.
SecretNote noteOfTrial(const signature::SecretInput &input, qint64 verified, qint64 tried,
                       Tried which);

// After it was added: that the webhooks are checked again, and how many it verifies then. They are
// those of that endpoint only; empty: there is no other.
QString checkingSentence(const QString &endpoint);
QString countSentence(qint64 verified, const QString &endpoint);

} // namespace ui
