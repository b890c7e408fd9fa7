// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/arrivals.h"

#include <QSet>

#include <algorithm>

namespace ui
{

using models::DeliveryModel;

Arrivals::Arrivals(DeliveryModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    m_clock.start();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::CoarseTimer);
    m_timer.setInterval(tick);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        flush(m_rows.size() > DeliveryModel::mostInserted ? m_rows.size() : mostPerTick);
    });
}

void Arrivals::beginLoading(bool keepShown)
{
    m_loading = true;
    m_keepShown = keepShown;
    m_gathered = {};
    if (keepShown)
        return;
    m_rows.clear();
    m_answers.clear();
    m_model.replace({});
}

void Arrivals::takeLoaded(const QList<capture::Summary> &rows)
{
    if (!m_keepShown)
        return m_model.append(rows);
    for (const capture::Summary &row : rows)
        m_gathered.append(row);
}

void Arrivals::finishLoading()
{
    if (m_loading && m_keepShown)
        m_model.replace(std::exchange(m_gathered, {}));
    m_loading = false;
    schedule();
}

void Arrivals::takeStored(const QList<capture::Summary> &rows)
{
    m_rows.append(rows);
    count(rows.size());
    schedule();
}

void Arrivals::takeAnswered(const QList<capture::Answer> &answers)
{
    m_answers.append(answers);
    schedule();
}

void Arrivals::takeJudged(const QList<capture::Judgement> &judgements)
{
    if (!m_loading)
        flush(m_rows.size());
    m_model.setJudgements(judgements);
    for (const capture::Judgement &judgement : judgements) {
        const auto waiting = std::find_if(m_rows.begin(), m_rows.end(),
                                          [&](const auto &row) { return row.id == judgement.id; });
        if (waiting == m_rows.end())
            continue;
        waiting->signature = judgement.verdict.signature;
        waiting->freshness = judgement.verdict.freshness;
        waiting->ageSeconds = judgement.verdict.ageSeconds;
        waiting->secret = judgement.verdict.secret;
        waiting->judgedLater = true;
    }
}

void Arrivals::takeRemoved(const QList<qint64> &ids)
{
    m_model.remove(ids);
    const QSet<qint64> gone(ids.begin(), ids.end());
    m_gathered.retain([&gone](const models::PackedRow &row) { return !gone.contains(row.id); });
    m_rows.removeIf([&gone](const capture::Summary &row) { return gone.contains(row.id); });
}

void Arrivals::takeCleared(qint64 upToId)
{
    m_model.clear(upToId);
    m_gathered.retain(
        [upToId](const models::PackedRow &row) { return row.id > upToId || row.marked; });
    m_rows.removeIf([upToId](const capture::Summary &row) { return row.id <= upToId; });
}

double Arrivals::perSecond() const
{
    qsizetype rows = 0;
    const qint64 now = m_clock.elapsed();
    for (const Burst &burst : m_bursts)
        rows += now - burst.at <= rateWindow ? burst.rows : 0;
    return double(rows) * 1000.0 / double(rateWindow);
}

void Arrivals::schedule()
{
    if (!m_loading && !m_timer.isActive() && !(m_rows.isEmpty() && m_answers.isEmpty()))
        m_timer.start();
}

void Arrivals::flush(qsizetype most)
{
    const QList<capture::Summary> rows = m_rows.first(qMin(most, m_rows.size()));
    m_rows.remove(0, rows.size());
    setOverloaded(!m_rows.isEmpty() || (m_overloaded && rows.size() >= mostPerTick / 2));
    if (!rows.isEmpty()) {
        m_model.append(rows);
        Q_EMIT arrived(rows);
    }
    flushAnswers();
    schedule();
}

// An answer may be told before its row has its turn.
void Arrivals::flushAnswers()
{
    const qint64 last = m_model.lastId();
    const auto waiting = std::stable_partition(
        m_answers.begin(), m_answers.end(),
        [last](const capture::Answer &answer) { return answer.id <= last; });
    m_model.setAnswers(QList<capture::Answer>(m_answers.begin(), waiting));
    m_answers.erase(m_answers.begin(), waiting);
}

void Arrivals::count(qsizetype rows)
{
    const qint64 now = m_clock.elapsed();
    m_bursts.removeIf([now](const Burst &burst) { return now - burst.at > rateWindow; });
    if (!m_bursts.isEmpty() && now - m_bursts.last().at < 100)
        m_bursts.last().rows += rows;
    else
        m_bursts.append({now, rows});
}

void Arrivals::setOverloaded(bool overloaded)
{
    if (overloaded == m_overloaded)
        return;
    m_overloaded = overloaded;
    m_timer.setInterval(overloaded ? slowTick : tick);
    Q_EMIT overloadedChanged(overloaded);
}

} // namespace ui
