// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "resend/conformanceoutcome.h"
#include "resend/resendclient.h"

namespace resend
{

// Sends all cases to one target, one request at a time, and says how it did in each. A target that
// the very first request cannot reach ends it. Lives on any thread with an event loop.
class ConformanceRun : public QObject
{
    Q_OBJECT

public:
    // Of the order only where it goes, how far it is trusted and whose attempts they are count.
    ConformanceRun(const Basis &basis, const Order &order, QObject *parent = nullptr);

    qsizetype size() const { return m_cases.size(); }

public Q_SLOTS:
    void start();
    void cancel(); // finished() with what there is

Q_SIGNALS:
    void sent(const capture::Attempt &attempt); // each, with what went out
    void judged(const resend::ConformanceOutcome &outcome);
    void finished(const QList<resend::ConformanceOutcome> &outcomes);
    void failed(const core::Error &error); // instead: unreachable, or nothing can be signed

private:
    const ConformanceCase &current() const { return m_cases.at(m_outcomes.size()); }
    void next();
    void send();
    void sendFor(const ConformanceCase &wanted, const http::Request &request);
    void take(const capture::Attempt &attempt);
    void settle();
    void probeLater();
    void probe();
    void takeProbe(const capture::Attempt &attempt);
    void nextProbe();
    void tell();
    void finish();

    const Basis m_basis;
    const Order m_order;
    const QList<ConformanceCase> m_cases;
    ResendClient m_client;
    QList<capture::Attempt> m_attempts; // of the current case
    QList<capture::Attempt> m_good;
    QList<ConformanceOutcome> m_outcomes;
    ConformanceOutcome m_outcome; // of the current case, until it is told
    QList<ConformanceCase> m_probes; // that are still to be sent
    ProbeAnswers m_answers;
    qint64 m_now = 0; // of the current case: a request that comes again is the same one
    bool m_over = false;
};

} // namespace resend
