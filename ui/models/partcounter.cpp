// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/partcounter.h"

#include <QDeadlineTimer>

#include <algorithm>

namespace models
{

namespace
{

constexpr int sliceMilliseconds = 8;
constexpr qsizetype askedAtOnce = 1024; // rows between two looks at the clock

} // namespace

PartCounter::PartCounter(const DeliveryRows &rows, QObject *parent)
    : QObject(parent)
    , m_rows(rows)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &PartCounter::goOn);
}

void PartCounter::start(const QList<filter::Filter> &filters)
{
    m_predicates.clear();
    for (const filter::Filter &filter : filters)
        m_predicates.emplace_back(filter);
    m_counts = QList<qint64>(filters.size(), 0);
    m_next = 0;
    filters.isEmpty() ? m_timer.stop() : m_timer.start();
}

void PartCounter::stop() { m_timer.stop(); }

void PartCounter::goOn()
{
    const QDeadlineTimer until(sliceMilliseconds);
    while (m_next < m_rows.size() && !until.hasExpired()) {
        const qsizetype end = std::min(m_rows.size(), m_next + askedAtOnce);
        for (; m_next < end; ++m_next) {
            for (size_t i = 0; i < m_predicates.size(); ++i)
                m_counts[qsizetype(i)]
                    += m_predicates[i].match(m_rows, m_rows[m_next]) == filter::Match::Yes;
        }
    }
    if (m_next < m_rows.size())
        return;
    m_timer.stop();
    Q_EMIT counted(m_counts);
}

} // namespace models
