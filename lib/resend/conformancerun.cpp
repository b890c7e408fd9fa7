// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/conformancerun.h"

#include "core/clock.h"

#include <QTimer>

namespace resend
{

using namespace std::chrono_literals;

static constexpr auto slowness = 2s; // that a slow body takes

ConformanceRun::ConformanceRun(const Basis &basis, const Order &order, QObject *parent)
    : QObject(parent)
    , m_basis(basis)
    , m_order(order)
    , m_cases(conformanceCases(basis))
{
    connect(&m_client, &ResendClient::finished, this, &ConformanceRun::take);
}

void ConformanceRun::start() { next(); }

void ConformanceRun::cancel()
{
    if (m_over)
        return;
    finish();
    m_client.cancel();
}

void ConformanceRun::next()
{
    if (m_over)
        return;
    if (m_outcomes.size() == m_cases.size())
        return finish();
    m_attempts.clear();
    if (current().promptness) {
        m_attempts = m_good;
        return settle();
    }
    if (!current().onTheSecond)
        return send();
    const qint64 into = core::now() / 1000 % 1000;
    QTimer::singleShot(std::chrono::milliseconds(1000 - into + 5), Qt::PreciseTimer, this,
                       &ConformanceRun::send);
}

void ConformanceRun::send()
{
    if (m_over)
        return;
    if (m_attempts.isEmpty())
        m_now = core::now();
    const auto request = requestOf(current(), m_basis, int(m_attempts.size()), m_now);
    if (!request) {
        m_over = true;
        Q_EMIT failed(request.error());
        return;
    }
    sendFor(current(), *request);
}

void ConformanceRun::sendFor(const ConformanceCase &wanted, const http::Request &request)
{
    Order order = m_order;
    order.request = request;
    order.stretch = wanted.slow ? slowness : 0s;
    order.signing = signingWord(wanted, m_basis.scheme);
    order.secret = signingSecret(wanted, m_basis);
    order.source = caseSource(wanted);
    order.edited = true;
    m_client.send(order);
}

void ConformanceRun::take(const capture::Attempt &attempt)
{
    Q_EMIT sent(attempt);
    if (m_over)
        return;
    const bool first = m_outcomes.isEmpty() && m_attempts.isEmpty();
    if (first && attempt.error && unreachable(attempt, m_order.target.scheme() == u"https")) {
        m_over = true;
        Q_EMIT failed(*attempt.error);
        return;
    }
    if (!m_probes.isEmpty())
        return takeProbe(attempt);
    m_attempts.append(attempt);
    if (m_attempts.size() < current().requests)
        return send();
    settle();
}

void ConformanceRun::settle()
{
    if (m_outcomes.isEmpty())
        m_good = m_attempts;
    m_outcome = resend::judged(current(), m_attempts, m_outcomes);
    if (needsProbes(m_outcome))
        m_probes = probes(m_basis);
    m_probes.isEmpty() ? tell() : probeLater();
}

// Queued, so that the answer's connection is done with before.
void ConformanceRun::probeLater()
{
    QMetaObject::invokeMethod(this, &ConformanceRun::probe, Qt::QueuedConnection);
}

// What cannot be signed this way tells nothing.
void ConformanceRun::probe()
{
    if (m_over)
        return;
    const auto request = requestOf(m_probes.constFirst(), m_basis, 0, core::now());
    if (!request)
        return nextProbe();
    sendFor(m_probes.constFirst(), *request);
}

void ConformanceRun::takeProbe(const capture::Attempt &attempt)
{
    m_answers.insert(m_probes.constFirst().id, attempt.response ? attempt.response->status : 0);
    nextProbe();
}

void ConformanceRun::nextProbe()
{
    m_probes.removeFirst();
    if (!m_probes.isEmpty())
        return probeLater();
    m_outcome.reason = refusalReason(m_answers);
    tell();
}

// The next one is queued, so that the answer's connection is done with before.
void ConformanceRun::tell()
{
    m_outcomes.append(m_outcome);
    Q_EMIT judged(m_outcomes.constLast());
    QMetaObject::invokeMethod(this, &ConformanceRun::next, Qt::QueuedConnection);
}

void ConformanceRun::finish()
{
    m_over = true;
    Q_EMIT finished(m_outcomes);
}

} // namespace resend
