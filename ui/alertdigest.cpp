// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/alertdigest.h"

namespace ui
{

using signature::Signature;

AlertDigest::AlertDigest(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(gathering);
    connect(&m_timer, &QTimer::timeout, this, &AlertDigest::tell);
}

void AlertDigest::setAlerts(const Alerts &alerts)
{
    m_alerts = alerts;
    if (!alerts.tray)
        forget();
}

void AlertDigest::take(const QList<capture::Summary> &rows)
{
    if (!m_alerts.tray)
        return;
    for (const capture::Summary &row : rows) {
        if (row.rejection)
            continue;
        ++m_webhooks;
        m_first = m_first == 0 ? row.id : m_first;
        if (row.signature != Signature::Invalid && row.signature != Signature::Malformed)
            continue;
        ++m_bad;
        m_firstBad = m_firstBad == 0 ? row.id : m_firstBad;
    }
    const bool wanted
        = (m_alerts.everyWebhook && m_webhooks > 0) || (m_alerts.badSignatures && m_bad > 0);
    if (wanted && !m_timer.isActive())
        m_timer.start();
}

void AlertDigest::forget()
{
    m_timer.stop();
    m_webhooks = m_bad = m_first = m_firstBad = 0;
}

void AlertDigest::tell()
{
    const bool bad = m_alerts.badSignatures && m_bad > 0;
    const bool any = m_alerts.everyWebhook && m_webhooks > 0;
    const QString badOnes = tr("%n webhook(s) with an invalid signature", nullptr, int(m_bad));
    const QString all = tr("%n new webhook(s)", nullptr, int(m_webhooks));
    const qint64 first = bad ? m_firstBad : m_first;
    const QString sentence = bad && any
        ? tr("%1, %L2 with an invalid signature").arg(all).arg(m_bad)
        : bad ? badOnes
              : all;
    forget();
    if (bad || any)
        Q_EMIT due(sentence, first);
}

} // namespace ui
