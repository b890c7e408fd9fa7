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
    Order order = m_order;
    order.request = *request;
    order.stretch = current().slow ? slowness : 0s;
    order.signing = signingWord(current(), m_basis.scheme);
    order.source = caseSource(current());
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
    m_attempts.append(attempt);
    if (m_attempts.size() < current().requests)
        return send();
    settle();
}

// The next one is queued, so that the answer's connection is done with before.
void ConformanceRun::settle()
{
    if (m_outcomes.isEmpty())
        m_good = m_attempts;
    m_outcomes.append(resend::judged(current(), m_attempts, m_outcomes));
    Q_EMIT judged(m_outcomes.constLast());
    QMetaObject::invokeMethod(this, &ConformanceRun::next, Qt::QueuedConnection);
}

void ConformanceRun::finish()
{
    m_over = true;
    Q_EMIT finished(m_outcomes);
}

} // namespace resend
