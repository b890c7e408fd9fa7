// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/attempt.h"
#include "resend/conformance.h"

#include <QHash>

namespace resend
{

// How a receiver did in one case.
struct ConformanceOutcome {
    ConformanceCase wanted;
    bool passed = false;
    int status = 0; // of the answer that decided; 0: none came
    int milliseconds = -1; // until then
    QString seen; // "403", "no answer"
    QString reason; // what is wrong, in sentences; empty where it passed
};

// How a probe was answered: its id and the status, 0 where none came.
using ProbeAnswers = QHash<QByteArray, int>;

// The attempts are the case's requests in their order; of promptness, those of the good one. What
// is wrong is told beside the cases before it.
ConformanceOutcome judged(const ConformanceCase &wanted, const QList<capture::Attempt> &attempts,
                          const QList<ConformanceOutcome> &before = {});

// Whether probes can tell why the case failed: the good one was refused.
bool needsProbes(const ConformanceOutcome &outcome);

// Why a receiver refuses what is signed right, as far as the answers to the probes tell.
QString refusalReason(const ProbeAnswers &answers);

// Whether the target was never reached: no name, no connection, or no handshake.
bool unreachable(const capture::Attempt &attempt, bool secure);

// A run as a file: hookglass.conformance/1, one JSON object.
struct ConformanceReport {
    qint64 at = 0; // microseconds since the epoch
    QString scheme;
    QString target;
    QList<ConformanceOutcome> outcomes;
};
QByteArray writeReport(const ConformanceReport &report);

// A sentence on what a whole run could not try; empty: it tried all. A change of secrets takes two.
QString untried(const ConformanceReport &report);

// Which cases passed in a run that was written, by their ids. An error is of kind Usage.
core::Result<QHash<QByteArray, bool>> readReport(const QByteArray &json);

enum class Change : quint8 { None, Fixed, Regressed };
Change changeOf(const ConformanceOutcome &outcome, const QHash<QByteArray, bool> &before);

// One case as a JSON object on one line, without the line feed.
QByteArray jsonLine(const ConformanceOutcome &outcome, Change change);

} // namespace resend
