// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/summary.h"
#include "ui/alerts.h"

#include <QObject>
#include <QTimer>

namespace ui
{

// Gathers what arrives into one sentence every few seconds. It never holds anything of a webhook.
class AlertDigest : public QObject
{
    Q_OBJECT

public:
    static constexpr int gathering = 3'000; // milliseconds

    explicit AlertDigest(QObject *parent = nullptr);

    void setAlerts(const Alerts &alerts);
    void take(const QList<capture::Summary> &rows);
    void forget(); // what was gathered has been seen

public Q_SLOTS:
    void tell();

Q_SIGNALS:
    void due(const QString &sentence, qint64 firstId); // the first one that it speaks of

private:
    Alerts m_alerts;
    QTimer m_timer;
    qint64 m_webhooks = 0;
    qint64 m_bad = 0;
    qint64 m_first = 0;
    qint64 m_firstBad = 0;
};

} // namespace ui
