// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/resendclient.h"

#include "resend/exchange.h"

namespace resend
{

ResendClient::ResendClient(QObject *parent)
    : QObject(parent)
{
}

ResendClient::~ResendClient() = default;

// The start is queued, so that finished() never comes before send() has returned.
void ResendClient::send(const Order &order)
{
    auto *exchange = new Exchange(order, this);
    connect(exchange, &Exchange::refused, this, &ResendClient::refused);
    connect(exchange, &Exchange::finished, this, &ResendClient::finished);
    QMetaObject::invokeMethod(exchange, &Exchange::start, Qt::QueuedConnection);
}

void ResendClient::cancel()
{
    for (Exchange *exchange : findChildren<Exchange *>(Qt::FindDirectChildrenOnly))
        exchange->cancel();
}

} // namespace resend
