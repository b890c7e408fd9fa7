// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/sending.h"

#include "inspector/private.h"

namespace inspector
{

using core::Result;

Sending::Sending(Inspector &inspector)
    : m_inspector(inspector)
{
}

int Sending::send(const resend::Order &order)
{
    const int ticket = ++m_lastTicket;
    QThread &net = m_inspector.d->netThread;
    auto *client = new resend::ResendClient;
    client->moveToThread(&net);
    m_clients.insert(ticket, client);
    connect(&net, &QThread::finished, client, &QObject::deleteLater);
    connect(client, &resend::ResendClient::finished, this,
            [this, ticket](const capture::Attempt &attempt) { take(ticket, attempt); });
    QMetaObject::invokeMethod(
        client, [client, order] { client->send(order); }, Qt::QueuedConnection);
    return ticket;
}

void Sending::cancel(int ticket)
{
    if (auto *client = m_clients.value(ticket))
        QMetaObject::invokeMethod(client, &resend::ResendClient::cancel, Qt::QueuedConnection);
}

void Sending::take(int ticket, const capture::Attempt &attempt)
{
    m_clients.take(ticket)->deleteLater();
    Q_EMIT finished(attempt);
    const auto store = m_inspector.store();
    if (attempt.delivery == 0 || !store || store->readOnly)
        return Q_EMIT kept(ticket, attempt);
    m_inspector.d->storeThread.ask(
        &m_inspector,
        [attempt](capture::Recorder &recorder) -> Result<QList<qint64>> {
            if (!recorder.store())
                return core::Error{.what = tr("Cannot keep what was sent."),
                                   .why = tr("No store is open.")};
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

} // namespace inspector
