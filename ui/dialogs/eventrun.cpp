// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/eventrun.h"

#include "capture/outcome.h"
#include "resend/backoff.h"

namespace ui
{

EventRun::EventRun(QObject *parent)
    : QObject(parent)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &EventRun::send);
    connect(&m_client, &resend::ResendClient::refused, this,
            [this](const QString &certificate) { m_refused = certificate; });
    connect(&m_client, &resend::ResendClient::finished, this, &EventRun::take);
}

void EventRun::start(const Maker &make, int speed)
{
    m_make = make;
    m_speed = speed;
    m_failures = 0;
    m_since.start();
    send();
}

void EventRun::stop()
{
    m_make = {};
    m_next.stop();
    m_client.cancel();
}

void EventRun::send()
{
    const auto order = m_make();
    if (!order) {
        m_make = {};
        return Q_EMIT failed(order.error());
    }
    m_refused.clear();
    Q_EMIT trying(m_failures + 1);
    m_client.send(*order);
}

void EventRun::take(const capture::Attempt &attempt)
{
    Q_EMIT answered(attempt, m_refused);
    if (!running())
        return;
    const bool taken = capture::succeeded(attempt);
    if (!taken)
        ++m_failures;
    if (!taken && m_speed > 0) {
        const auto elapsed = std::chrono::milliseconds(m_since.elapsed() * m_speed);
        if (const auto wait = resend::nextTry(resend::providerBackoff, m_failures, elapsed)) {
            m_next.start(*wait / m_speed);
            return Q_EMIT waiting(m_failures, *wait / m_speed);
        }
    }
    m_make = {};
    Q_EMIT ended(taken, taken ? m_failures + 1 : m_failures);
}

} // namespace ui
