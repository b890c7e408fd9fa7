// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/sending.h"

#include "inspector/private.h"

namespace inspector
{

Sending::Sending(Inspector &inspector)
    : m_client(new resend::ResendClient)
{
    QThread &net = inspector.d->netThread;
    m_client->moveToThread(&net);
    connect(&net, &QThread::finished, m_client, &QObject::deleteLater);
    connect(m_client, &resend::ResendClient::finished, this, &Sending::finished);
}

void Sending::send(const resend::Order &order)
{
    QMetaObject::invokeMethod(
        m_client, [client = m_client, order] { client->send(order); }, Qt::QueuedConnection);
}

} // namespace inspector
