// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/deliveryrows.h"

#include <QStringList>

namespace models
{

// What rows say of one account. Times are in microseconds since the epoch.
struct Account {
    QString name; // as the sender writes it
    QString scheme; // of its latest webhook
    QStringList topics = {}; // in the order of the alphabet
    QStringList verifiedTopics = {}; // those of them that its sender is known to have sent
    qint64 webhooks = 0;
    qint64 verified = 0; // of them
    qint64 troubled = 0; // of them
    qint64 firstAt = 0;
    qint64 lastAt = 0;
    bool stopped = false; // others go on, and it should have had some by its own pace
};

struct Accounts {
    QList<Account> accounts = {}; // the latest first
    qint64 nameless = 0; // webhooks that name no account
    bool whole = true; // all rows were looked at
};

// Without rejections and what this program sent. Of a great many rows the latest alone are looked
// at, as far as a window may stand still for it.
Accounts accountsOf(const DeliveryRows &rows);

} // namespace models
