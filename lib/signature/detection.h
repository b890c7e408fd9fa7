// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"
#include "signature/requestvalues.h"
#include "signature/secret.h"

#include <QStringList>

namespace signature
{

// How well a request fits a scheme, best first.
enum class Likeness : quint8 {
    Verified, // one of the secrets signed it so
    Complete, // the signature has the scheme's form, and what is signed with it is there
    Incomplete, // it has the form, but something that the scheme needs is missing or another
    Weak, // a token or a password where other senders have theirs as well: any text would do
    NameOnly, // what stands in the signature's place has another form
};

// A scheme that a request may be signed by.
struct Proposal {
    QString scheme; // its id
    QString name; // the sender's
    Likeness likeness = Likeness::NameOnly;
    int rank = 1; // the same for those between which nothing decides
    QString sign; // what gives it away: "Stripe-Signature with t= and v1="
    QStringList reasons; // for and against it: sentences, the weightiest first
    QString secret; // label of the one that fits; only when verified
};

struct Detection {
    QList<Proposal> proposals; // best first; within a rank the likelier by a trifle
    bool alike
        = false; // those of the first rank have one rule: whichever is chosen judges the same

    QList<Proposal> first() const; // those of the first rank
    bool isAmbiguous() const { return first().size() > 1; }
};

// Proposes schemes of the catalogue, and of the `own` ones beside it, for a request: by the place
// and the form of its signature, by what else the sender would send, and by the secrets where there
// are some. The first call reads the whole catalogue (20 ms). Large bodies with secrets take up to
// a second: call it off the window's thread then. Nothing is proposed for a request without a
// signature, and nothing is chosen where several fit alike.
Detection detect(const http::Request &request, const Secrets &secrets = {},
                 const Context &context = {}, const QList<Scheme> &own = {});

QString word(Likeness likeness); // "name-only"

// "It looks like Stripe (Stripe-Signature with t= and v1=).", "It could be GitHub or Meta (…)."
// Empty when there are no proposals.
QString summary(const Detection &detection);

} // namespace signature
