// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/announcements.h"

#include <utility>

namespace ui
{

Announcements::Announcements(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &Announcements::announce);
}

void Announcements::take(const QList<capture::Summary> &rows)
{
    m_rows += int(rows.size());
    for (const capture::Summary &row : rows)
        m_invalid += !row.rejection && row.signature == signature::Signature::Invalid;
    if (!m_pause.isActive())
        m_pause.start();
}

void Announcements::announce()
{
    const QString arrived = tr("%n new webhook(s)", nullptr, std::exchange(m_rows, 0));
    const int invalid = std::exchange(m_invalid, 0);
    Q_EMIT announced(invalid == 0 ? arrived : tr("%1, %2 invalid").arg(arrived).arg(invalid));
}

} // namespace ui
