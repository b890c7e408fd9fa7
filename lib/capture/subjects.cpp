// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/subjects.h"

#include "capture/delivery.h"
#include "capture/digestbits.h"
#include "capture/oddities.h"
#include "json/lookup.h"
#include "signature/catalogue.h"
#include "signature/timestamp.h"

#include <utility>

namespace capture
{

constexpr qsizetype longestId = 120; // characters; of more, two may begin alike

Subject subjectOf(const Delivery &delivery)
{
    static const QList<QByteArray> places{"/data/customer/id", "/data/customer/updated_at"};
    if (delivery.verdict.scheme != signature::smile().id)
        return {};
    const QList<QString> texts = json::lookup(delivery.request.body, places);
    const QString &id = texts[0];
    const auto changedAt
        = signature::readTime(texts[1].toUtf8(), signature::Unit::Iso8601); // in milliseconds
    if (id.isEmpty() || id.size() > longestId || !changedAt)
        return {};
    const QString whose = delivery.verdict.scheme + u'\n' + delivery.event.account + u'\n';
    return {.print = firstBits<quint64>((whose + id).toUtf8()), .changedAt = *changedAt};
}

Subject trustedSubject(const Delivery &delivery)
{
    return isForged(delivery.verdict) ? Subject() : subjectOf(delivery);
}

qint64 Subjects::take(const Subject &subject, qint64 id)
{
    if (subject.print == 0)
        return 0;
    const State told{.changedAt = subject.changedAt, .id = id};
    const State known = m_latest.value(subject.print, m_older.value(subject.print, told));
    const bool overtaken = known.changedAt > told.changedAt;
    if (m_latest.size() >= most)
        m_older = std::exchange(m_latest, {});
    m_latest.insert(subject.print, overtaken ? known : told);
    return overtaken ? known.id : 0;
}

} // namespace capture
