// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "http/message.h"
#include "signature/requestvalues.h"
#include "signature/secret.h"

#include <optional>

namespace resend
{

// What a right receiver does with a request.
enum class Expectation : quint8 {
    Accepts, // 2xx
    Refuses, // 4xx
    Either, // 2xx or 4xx: the rule leaves it open, or the clocks' fractions decide
};

// The request that all cases are made from, unsigned, and what signs it.
struct Basis {
    signature::Scheme scheme;
    signature::Secrets secrets; // the first one signs; a second one is the other of a rotation
    signature::Context context;
    http::Request request; // with its body and its Host
    QByteArray earlier; // a body like it that is older; empty: none is known
};

// One thing that a receiver must do right.
struct ConformanceCase {
    QByteArray id; // "altered-body"
    QString title; // "Body altered after signing"
    QString why; // what goes wrong for the user's webhooks where it fails, a sentence
    Expectation expects = Expectation::Accepts;
    int requests = 1; // sent one after the other; each must be answered as expected
    bool onTheSecond = false; // sent just after a second began, since one second decides
    bool slow = false; // its body goes out in pieces
    bool promptness = false; // judged by the time that the good one took, without a request
};

// The cases that make sense for the scheme, the good one first. What cannot be told apart for it is
// left out: a stale one without a timestamp, an altered body that is not signed.
QList<ConformanceCase> conformanceCases(const Basis &basis);

// What a right receiver does with the case of this id, whatever the request was; nothing: no case
// is called so.
std::optional<Expectation> expectationOf(QByteArrayView id, const signature::Scheme &scheme);

// What is sent besides once the good one was refused, to tell why; no cases of their own. The good
// one signed with the second secret ("second-secret"), and the body {} ("plain-body"), which is the
// same however it is read and written again. Those that make sense for the scheme.
QList<ConformanceCase> probes(const Basis &basis);

// The case's request as it is to be sent at that moment (microseconds since the epoch): `index`
// counts from 0. An error: it cannot be signed.
core::Result<http::Request> requestOf(const ConformanceCase &wanted, const Basis &basis, int index,
                                      qint64 now);

// How an attempt of the case tells its signing: "now", "signed" for another time, "stale",
// "future", "wrong" or "none".
QString signingWord(const ConformanceCase &wanted, const signature::Scheme &scheme);

// And the label of the secret that it is signed with, as any attempt does: empty where its
// signature is wrong on purpose or left out.
QString signingSecret(const ConformanceCase &wanted, const Basis &basis);

// What an attempt of the case has as its source: "case:altered-body".
QString caseSource(const ConformanceCase &wanted);

} // namespace resend
