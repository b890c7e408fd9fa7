// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/subjects.h"

#include "capture/delivery.h"
#include "capture/digestbits.h"
#include "capture/oddities.h"
#include "json/lookup.h"
#include "signature/catalogue.h"
#include "signature/timestamp.h"

#include <QStringBuilder>

#include <utility>

namespace capture
{

constexpr qsizetype longestId = 120; // characters; of more, two may begin alike

namespace
{

constexpr int outermost = 16; // objects around an id that are looked at
constexpr qint64 leastMilliseconds = 100'000'000'000; // of fewer, seconds are meant: until 5138

// That of the id, then those of its time, from the nearest on. Every delivery asks, and mostly for
// the same.
const QList<QByteArray> &placesOf(const QByteArray &id)
{
    thread_local QList<QByteArray> places;
    if (!places.isEmpty() && places.first() == id)
        return places;
    places = {id};
    qsizetype end = id.lastIndexOf('/');
    for (int i = 0; i < outermost && end >= 0; ++i) {
        for (const char *name : {"/updated_at", "/updatedAt"})
            places.append(id.first(end) + name);
        end = end == 0 ? -1 : id.lastIndexOf('/', end - 1);
    }
    return places;
}

// In milliseconds since the epoch; 0: it is no time.
qint64 timeIn(const QByteArray &text)
{
    if (const auto count = signature::readTimestamp(text))
        return *count > 0 && *count < leastMilliseconds ? *count * 1000 : *count;
    return signature::readTime(text, signature::Unit::Iso8601).value_or(0);
}

} // namespace

QByteArray standardSubject(const QString &scheme)
{
    static const QByteArray customer("/data/customer/id");
    return scheme == signature::smile().id ? customer : QByteArray();
}

QList<QByteArray> subjectPlaces(const QString &scheme, const QString &pointer)
{
    const QByteArray place = pointer.isEmpty() ? standardSubject(scheme) : pointer.toUtf8();
    return place.isEmpty() ? QList<QByteArray>() : placesOf(place);
}

static Subject subjectBy(const Delivery &delivery, const QString &pointer,
                         const QList<QString> &texts)
{
    const QString id = texts.value(0);
    if (id.isEmpty() || id.size() > longestId)
        return {};
    QString whose = delivery.verdict.scheme % u'\n' % delivery.event.account % u'\n' % id;
    const bool elsewhere
        = !pointer.isEmpty() && pointer.toUtf8() != standardSubject(delivery.verdict.scheme);
    if (elsewhere) // It has ids of something else.
        whose += u'\n' + pointer;
    Subject subject{.print = firstBits<quint64>(whose.toUtf8())};
    for (qsizetype i = 1; i < texts.size() && subject.changedAt == 0; ++i)
        subject.changedAt = timeIn(texts[i].toUtf8());
    return subject;
}

Subject subjectOf(const Delivery &delivery, const QString &pointer)
{
    const QList<QByteArray> places = subjectPlaces(delivery.verdict.scheme, pointer);
    return places.isEmpty()
        ? Subject()
        : subjectBy(delivery, pointer, json::lookup(delivery.request.body, places));
}

Subject trustedSubject(const Delivery &delivery, const QString &pointer)
{
    return isForged(delivery.verdict) ? Subject() : subjectOf(delivery, pointer);
}

Subject trustedSubject(const Delivery &delivery, const QString &pointer,
                       const QList<QString> &texts)
{
    return isForged(delivery.verdict) ? Subject() : subjectBy(delivery, pointer, texts);
}

qint64 Subjects::take(const Subject &subject, qint64 id)
{
    if (subject.print == 0 || subject.changedAt == 0)
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
