// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/netclient.h"

#include <QThread>

namespace inspector
{

resend::ResendClient *sendOn(QThread &net, const resend::Order &order, QObject *context,
                             const std::function<void(const capture::Attempt &)> &done,
                             const std::function<void(const QString &)> &refused)
{
    auto *client = new resend::ResendClient;
    client->moveToThread(&net);
    QObject::connect(&net, &QThread::finished, client, &QObject::deleteLater);
    QObject::connect(client, &resend::ResendClient::finished, context,
                     [client, done](const capture::Attempt &attempt) {
                         client->deleteLater();
                         done(attempt);
                     });
    if (refused)
        QObject::connect(client, &resend::ResendClient::refused, context, refused);
    QMetaObject::invokeMethod(
        client, [client, order] { client->send(order); }, Qt::QueuedConnection);
    return client;
}

} // namespace inspector
