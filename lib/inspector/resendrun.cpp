// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/resendrun.h"

#include "capture/context.h"
#include "capture/outcome.h"
#include "core/clock.h"
#include "inspector/inspector.h"
#include "inspector/sending.h"

#include <QPointer>

#include <algorithm>

namespace inspector
{

using namespace Qt::Literals::StringLiterals;

signature::Scheme schemeOf(const Inspector &inspector, const capture::Record &record)
{
    const QString judgedBy
        = record.judged ? record.judged->scheme : record.delivery->verdict.scheme;
    if (const auto scheme = inspector.schemes().find(judgedBy))
        return *scheme;
    for (const capture::Endpoint &endpoint : inspector.endpoints()) {
        if (endpoint.path == record.delivery->endpoint)
            return inspector.schemes().find(endpoint.scheme).value_or(signature::Scheme());
    }
    return {};
}

signature::SecretPtr secretOf(const Inspector &inspector, const capture::Record &record)
{
    const signature::Secrets &secrets = inspector.secrets(record.delivery->endpoint);
    const QString label = record.judged ? record.judged->secret : record.delivery->verdict.secret;
    const auto same = std::find_if(
        secrets.begin(), secrets.end(),
        [&label](const signature::SecretPtr &secret) { return secret->label() == label; });
    if (same != secrets.end())
        return *same;
    return secrets.empty() ? signature::SecretPtr() : secrets.front();
}

QHash<QByteArray, QByteArray> parametersOf(const Inspector &inspector,
                                           const capture::Delivery &delivery)
{
    return capture::contextOf(inspector.endpoints(), delivery.endpoint, delivery.request.target)
        .parameters;
}

ResendRun::ResendRun(Inspector &inspector, ResendPlan plan, QObject *parent)
    : QObject(parent)
    , m_inspector(inspector)
    , m_plan(std::move(plan))
    , m_schedule(m_plan.turns, m_plan.atOnce)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ResendRun::advance);
    connect(&inspector.sending(), &Sending::kept, this,
            [this](int ticket, const capture::Attempt &attempt) {
                if (m_tickets.remove(ticket) > 0)
                    settle(attempt);
            });
}

qint64 ResendRun::now() const { return m_clock.nsecsElapsed() / 1000; }

void ResendRun::start()
{
    m_clock.start();
    QMetaObject::invokeMethod(this, &ResendRun::advance, Qt::QueuedConnection);
}

void ResendRun::setPaused(bool paused)
{
    m_schedule.setPaused(paused);
    advance();
}

void ResendRun::cancelRest()
{
    m_cancelled += m_schedule.cancelRest();
    advance();
}

void ResendRun::cancelAll()
{
    const QList<int> tickets = m_tickets.keys();
    for (const int ticket : tickets)
        m_inspector.sending().cancel(ticket);
    cancelRest();
}

void ResendRun::advance()
{
    while (const auto id = m_schedule.next(now())) {
        Q_EMIT began(*id);
        m_inspector.sending().read(*id,
                                   [run = QPointer(this), id = *id](
                                       const core::Result<std::optional<capture::Record>> &found) {
                                       if (run)
                                           run->take(id, found);
                                   });
    }
    if (const auto wait = m_schedule.wait(now()))
        m_timer.start(std::chrono::milliseconds(*wait / 1000 + 1));
    if (m_schedule.isOver() && !std::exchange(m_told, true))
        Q_EMIT finished();
}

void ResendRun::take(qint64 id, const core::Result<std::optional<capture::Record>> &found)
{
    if (!found)
        return refuse(id, found.error());
    if (!*found)
        return refuse(id,
                      {.what = tr("Cannot send #%1 again.").arg(id),
                       .why = tr("It is not in the store any more.")});
    send(**found);
}

static bool signsAgain(resend::Signing signing)
{
    using resend::Signing;
    return signing == Signing::Now || signing == Signing::Stale || signing == Signing::Future;
}

void ResendRun::send(const capture::Record &record)
{
    const bool exact = m_plan.signing == resend::Signing::AsReceived;
    const bool signs = signsAgain(m_plan.signing);
    const qint64 id = record.delivery->id;
    const signature::SecretPtr secret
        = m_plan.secret ? m_plan.secret : secretOf(m_inspector, record);
    const auto request
        = resend::rewrite(record.delivery->request,
                          {.target = m_plan.target,
                           .signing = m_plan.signing,
                           .scheme = exact ? signature::Scheme() : schemeOf(m_inspector, record),
                           .secret = secret,
                           .parameters = parametersOf(m_inspector, *record.delivery),
                           .delivery = m_plan.marks ? id : 0,
                           .now = core::now()});
    if (!request)
        return refuse(id, request.error());
    const int ticket
        = m_inspector.sending().send({.target = m_plan.target,
                                      .request = *request,
                                      .authorityFile = m_plan.authorityFile,
                                      .pin = m_plan.pin,
                                      .checkCertificate = m_plan.checkCertificate,
                                      .timeout = m_plan.timeout,
                                      .delivery = id,
                                      .signing = resend::word(m_plan.signing),
                                      .secret = signs && secret ? secret->label() : QString(),
                                      .source = u"resend"_s,
                                      .edited = !exact});
    m_tickets.insert(ticket, id);
}

// What never went out is told like what did, and kept by nobody.
void ResendRun::refuse(qint64 id, const core::Error &error)
{
    settle({.delivery = id,
            .sentAt = core::now(),
            .target = m_plan.target.toString(),
            .signing = resend::word(m_plan.signing),
            .source = u"resend"_s,
            .error = error,
            .certificateChecked = m_plan.checkCertificate});
}

void ResendRun::settle(const capture::Attempt &attempt)
{
    m_schedule.end();
    const bool good = capture::succeeded(attempt);
    if (good)
        ++m_succeeded;
    else
        m_failed.append(attempt.delivery);
    Q_EMIT attempted(attempt);
    if (!good && m_plan.stopsAtFailure)
        m_cancelled += m_schedule.cancelRest();
    advance();
}

} // namespace inspector
