// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/store.h"

namespace inspector
{

// One slice of judging an endpoint's deliveries again; runs on the store's thread.
struct RejudgeSlice {
    QString store; // the id of the one that is meant; another may be open by then
    capture::Endpoint endpoint;
    std::optional<signature::Scheme> scheme; // nothing: none or unknown, and nothing is judged
    signature::Secrets secrets;
    qint64 after = 0; // the id to go on behind
    qint64 judgedAt = 0;
};

struct RejudgeOutcome {
    QList<capture::Judgement> changed; // written to the store
    qint64 last = 0; // the last id looked at
    qint64 looked = 0;
    bool done = false;
};

core::Result<RejudgeOutcome> rejudge(capture::Store &store, const RejudgeSlice &slice);

// How many of the recent deliveries of the endpoint that no secret fits now this one verifies: of
// those that none fitted, and of those whose secret's label is not at hand any more.
struct SecretTrial {
    qint64 verified = 0;
    qint64 tried = 0;
};

core::Result<SecretTrial> trySecret(const capture::Store &store, const capture::Endpoint &endpoint,
                                    const signature::Scheme &scheme,
                                    const signature::SecretPtr &secret, const QStringList &atHand);

} // namespace inspector
