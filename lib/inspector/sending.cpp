// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/sending.h"

#include "inspector/netclient.h"
#include "inspector/private.h"

namespace inspector
{

using core::Result;

Sending::Sending(Inspector &inspector)
    : m_inspector(inspector)
{
}

QString Sending::storeId() const
{
    const auto store = m_inspector.store();
    return store && !store->readOnly ? store->id : QString();
}

// On the thread that also reads the request, so it is there before that.
void Sending::expectOwn(const QByteArray &token)
{
    QMetaObject::invokeMethod(
        m_inspector.d->listener,
        [listener = m_inspector.d->listener, token] { listener->expectOwn(token); },
        Qt::QueuedConnection);
}

int Sending::send(const resend::Order &order)
{
    const int ticket = ++m_lastTicket;
    m_clients.insert(
        ticket,
        sendOn(
            m_inspector.d->netThread, order, this,
            [this, ticket, store = storeId()](const capture::Attempt &attempt) {
                m_clients.remove(ticket);
                Q_EMIT finished(attempt);
                keep(ticket, store, attempt);
            },
            [this, ticket](const QString &certificate) { Q_EMIT refused(ticket, certificate); }));
    return ticket;
}

void Sending::cancel(int ticket)
{
    if (auto *client = m_clients.value(ticket))
        QMetaObject::invokeMethod(client, &resend::ResendClient::cancel, Qt::QueuedConnection);
}

void Sending::keep(const capture::Attempt &attempt) { keep(0, storeId(), attempt); }

// Another store that was opened meanwhile has other deliveries.
void Sending::keep(int ticket, const QString &store, const capture::Attempt &attempt)
{
    if (attempt.delivery == 0 || store.isEmpty())
        return Q_EMIT kept(ticket, attempt);
    m_inspector.d->storeThread.ask(
        &m_inspector,
        [attempt, store](capture::Recorder &recorder) -> Result<QList<qint64>> {
            if (!recorder.store() || recorder.store()->id() != store)
                return core::Error{.what = tr("Cannot keep what was sent."),
                                   .why = tr("Its store was closed.")};
            return recorder.store()->append(QList<capture::Attempt>{attempt});
        },
        [this, ticket, attempt](const Result<QList<qint64>> &ids) {
            if (!ids)
                Q_EMIT m_inspector.failed(ids.error());
            capture::Attempt stored = attempt;
            stored.id = ids ? ids->value(0) : 0;
            Q_EMIT kept(ticket, stored);
        });
}

void Sending::read(qint64 id, const Taken &taken)
{
    m_inspector.d->storeThread.ask(
        &m_inspector,
        [id](capture::Recorder &recorder) -> Result<std::optional<capture::Record>> {
            if (!recorder.store())
                return core::Error{.what = tr("Cannot read the delivery."),
                                   .why = tr("No store is open.")};
            return recorder.store()->record(id);
        },
        taken);
}

void Sending::readWaits(qint64 id, const TakenWaits &taken)
{
    m_inspector.d->forwarding->readWaits(id, taken);
}

} // namespace inspector
