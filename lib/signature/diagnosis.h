// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"
#include "signature/cause.h"
#include "signature/hypotheses/differences.h"
#include "signature/scheme.h"
#include "signature/secret.h"
#include "signature/verifier.h"

#include <functional>

namespace signature
{

// A signature that does not fit, and all that is known around it. A value: it may go to another
// thread.
struct Question {
    http::Request request;
    Scheme scheme; // the endpoint's
    Secrets secrets; // the endpoint's
    Secrets otherSecrets; // of other endpoints, and older ones
    Context context; // URL and parameters, as for verify()
    qint64 receivedAt = 0; // microseconds since the epoch
    QList<Scheme> otherSchemes; // that the endpoint might have been set to
    Origin origin = Origin::Sender;
    QByteArray computed; // what the developer's own code printed; with Origin::OwnCode
    QString verifiedBefore; // label of the secret that fitted the sender's last ones; empty: none
};

enum class Certainty : quint8 {
    None, // nothing that is known explains it
    Hint, // a sign of something, but no digest that fits
    Proof, // with this change the digest comes out as received
};

struct Attempted {
    Cause cause;
    int count = 0; // of changes of this kind that were tried alone
};

// Why a signature does not fit.
struct Diagnosis {
    Certainty certainty = Certainty::None;
    QList<Cause> causes; // one, or two at once, in the enum's order
    QString detail; // what was found, for somebody who has never verified a signature before
    QString remedy; // what to do about it
    QString guess; // of neither proof nor hint: what those before speak for; usually empty
    int tried = 0; // digests computed and signatures checked
    QList<Attempted> attempts;
    bool stopped = false; // before all was tried: asked to, or the body is too large
    bool right = false; // the own code's value is what the scheme gives

    // Of a proof.
    QByteArray expectedText; // what the scheme signs
    QByteArray fittingText; // what gives the received value
    QList<Difference> differences; // at most `mostDifferences`
    QString secret; // label of the one that fits
    QString scheme; // id of the other one that fits
    QByteArray url; // that fits
    SecretPtr repaired; // the secret without what was around it
};

// Tries every known mistake, the commonest first, then two at once, until one of them gives the
// value. Computes at most 2,000 digests, fewer for large bodies (seconds, not minutes), and ends
// soon after `stopped` says so. Never guesses secrets. Blocks: call it off the window's thread.
Diagnosis diagnose(const Question &question, const std::function<bool()> &stopped = {});

} // namespace signature
