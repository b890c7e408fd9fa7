// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/responseprofile.h"
#include "signature/verdict.h"

#include <QString>

#include <optional>

namespace capture
{

// Which deliveries a rule is for; what is empty lets every one pass.
struct RuleCondition {
    QByteArray method;
    QString path; // of the target, with * for any text
    QString topic; // the same
    QString account;
    std::optional<signature::Signature> signature;
    std::optional<signature::Freshness> freshness;

    bool operator==(const RuleCondition &) const = default;
};

// How an answer goes wrong on purpose.
enum class Fault { None, Close, Reset, Hang, SlowBody };

// The first rule that fits a delivery decides its answer; without one the profile does.
struct AnswerRule {
    RuleCondition when;
    ResponseProfile answer;
    Fault fault = Fault::None;
    int failFirst = 0; // so many deliveries of an event; 0: all
    qint64 until = 0; // microseconds since the epoch; 0: for good
    int minutes = 0; // from when it was set until then; 0: not known

    bool operator==(const AnswerRule &) const = default;
};

// Where each delivery is sent on to as it arrives.
struct ForwardRule {
    QString target; // an http or https URL
    QString authorityFile; // PEM; empty: the system's
    QString pin; // SHA-256 of the one certificate that is accepted; empty: none is
    bool checkCertificate = true;
    bool relays = false; // the sender gets the target's answer
    int relayMilliseconds = 10'000; // then the profile's, after so long
    int retries = 0; // of one that failed, each waiting twice as long
    bool enabled = true;

    bool operator==(const ForwardRule &) const = default;
};

// What an endpoint does besides judging and answering by its profile.
struct Rules {
    QList<AnswerRule> answers;
    QList<ForwardRule> forwards;
    bool handshake = false; // answers the challenge of the endpoint's scheme
    QString subject; // JSON pointer to the id of whom a body tells; empty: as the scheme has it

    bool operator==(const Rules &) const = default;
};

} // namespace capture
