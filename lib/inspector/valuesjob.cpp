// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/valuesjob.h"

#include "capture/contents.h"
#include "capture/deliveryfacts.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <chrono>
#include <functional>
#include <iterator>
#include <memory>
#include <utility>

namespace inspector
{

using core::Done;
using core::Result;
using core::Status;
using Facts = capture::DeliveryFacts::Facts;

namespace
{

constexpr std::chrono::milliseconds betweenTellings{50};
constexpr qsizetype longestRun = 1000; // ids

struct Order {
    QString store;
    QList<qint64> ids;
    QList<QByteArray> places;
};

bool isHeader(const QByteArray &place) { return place.startsWith("h."); }
bool isFact(const QByteArray &place) { return place.startsWith('+'); }
bool isPointer(const QByteArray &place) { return !isHeader(place) && !isFact(place); }
bool isInHead(const QByteArray &place) { return isHeader(place) || place == "+http"; }
bool isBesideIt(const QByteArray &place) { return isFact(place) && !isInHead(place); }

std::optional<json::ShortValue> headerIn(QByteArrayView head, QByteArrayView name)
{
    std::optional<json::ShortValue> found;
    while (!head.isEmpty()) {
        const qsizetype end = head.indexOf('\n');
        const QByteArrayView line = head.first(end < 0 ? head.size() : end);
        head = head.sliced(end < 0 ? head.size() : end + 1);
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || line.first(colon).compare(name, Qt::CaseInsensitive) != 0)
            continue;
        if (!found)
            found = json::ShortValue{.kind = json::Kind::String, .text = {}};
        else
            found->text += ", ";
        found->text += line.sliced(colon + 1).trimmed();
    }
    if (found && found->text.size() > ValuesJob::longestValue) {
        found->text.truncate(ValuesJob::longestValue);
        found->cut = true;
    }
    return found;
}

// The last word of the request line (RFC 9112, 3).
QByteArrayView httpVersion(QByteArrayView head)
{
    const QByteArrayView line = head.first(std::max<qsizetype>(head.indexOf("\r\n"), 0));
    const QByteArrayView version = line.sliced(line.lastIndexOf(' ') + 1);
    return version.startsWith("HTTP/") ? version : QByteArrayView();
}

std::optional<json::ShortValue> factIn(const capture::Content &content, const Facts &facts,
                                       const QByteArray &place)
{
    const QByteArray text = place == "+http" ? httpVersion(content.head).toByteArray()
        : place == "+tls"                    ? facts.tlsVersion
                                             : QByteArray::number(facts.attempts);
    if (text.isEmpty())
        return {};
    return json::ShortValue{.kind = json::Kind::Number, .text = text}; // shown without quotes
}

json::ShortValues valuesOf(const capture::Content &content, const Facts &facts,
                           const QList<QByteArray> &places)
{
    QList<QByteArray> pointers;
    std::copy_if(places.begin(), places.end(), std::back_inserter(pointers), isPointer);
    json::ShortValues inBody;
    if (!pointers.isEmpty())
        inBody = json::shortValues(content.body.toByteArray(), pointers, ValuesJob::longestValue);
    json::ShortValues values;
    for (const QByteArray &place : places)
        values.append(isHeader(place)     ? headerIn(content.head, QByteArrayView(place).sliced(2))
                          : isFact(place) ? factIn(content, facts, place)
                                          : inBody.takeFirst());
    return values;
}

struct Reading {
    QList<QByteArray> places;
    std::unique_ptr<capture::Contents> contents;
    std::unique_ptr<capture::DeliveryFacts> beside; // where a place asks for them
};

Result<Reading> begin(const Order &order)
{
    const auto &places = order.places;
    const capture::ContentParts parts{.texts = false,
                                      .fields = std::any_of(places.begin(), places.end(), isInHead),
                                      .body = std::any_of(places.begin(), places.end(), isPointer)};
    auto contents = capture::Contents::open(order.store, parts);
    if (!contents)
        return contents.error();
    Reading reading{.places = places, .contents = std::move(*contents), .beside = {}};
    if (std::any_of(places.begin(), places.end(), isBesideIt)) {
        auto opened = capture::DeliveryFacts::open(order.store);
        if (!opened)
            return opened.error();
        reading.beside = std::move(*opened);
    }
    return reading;
}

// The last of the ids that follow each other from that place on: to begin anew at each of them
// takes several times as long as to read on.
qint64 endOfRun(const QList<qint64> &ids, qsizetype place)
{
    const qsizetype limit = std::min(ids.size(), place + longestRun);
    while (place + 1 < limit && ids[place + 1] == ids[place] + 1)
        ++place;
    return ids[place];
}

// From the first id on as far as time allows, since the store's log waits for who reads; at least
// of one.
Result<ValuesJob::Values> readRun(Reading &reading, qint64 first, qint64 last,
                                  const QDeadlineTimer &pause)
{
    QHash<qint64, Facts> facts;
    if (reading.beside) {
        auto read = reading.beside->read(first, last);
        if (!read)
            return read.error();
        facts = std::move(*read);
    }
    ValuesJob::Values values;
    qint64 id = first;
    reading.contents->start(first - 1, last);
    do {
        capture::Content content;
        const bool found = reading.contents->next(content);
        if (const auto trouble = reading.contents->trouble())
            return *trouble;
        for (const qint64 end = found ? content.id : last; id <= end; ++id)
            values.insert(id, json::ShortValues(reading.places.size()));
        if (found)
            values[content.id] = valuesOf(content, facts.value(content.id), reading.places);
    } while (id <= last && !pause.hasExpired() && !Errand::isStopping());
    return values;
}

Status readValues(const Order &order, const std::function<void(const ValuesJob::Values &)> &tell)
{
    auto reading = begin(order);
    if (!reading)
        return reading.error();
    ValuesJob::Values values;
    QDeadlineTimer pause(betweenTellings);
    for (qsizetype place = 0; place < order.ids.size();) {
        const auto run = readRun(*reading, order.ids[place], endOfRun(order.ids, place), pause);
        if (Errand::isStopping())
            return Done{};
        if (!run)
            return run.error();
        place += run->size();
        values.insert(*run);
        if (pause.hasExpired()) {
            tell(std::exchange(values, {}));
            pause = QDeadlineTimer(betweenTellings);
        }
    }
    tell(values);
    return Done{};
}

} // namespace

void ValuesJob::start(const QString &store, const QList<qint64> &ids,
                      const QList<QByteArray> &places)
{
    m_running = true;
    const auto say = [this, generation = m_generation](auto what) {
        QMetaObject::invokeMethod(
            this, [this, generation, what] { what(generation == m_generation); },
            Qt::QueuedConnection);
    };
    const Order order{.store = store, .ids = ids, .places = places};
    m_errand.start(
        [this, say, order] {
            const Status status = readValues(order, [this, say](const Values &values) {
                say([this, values](bool heard) {
                    if (heard)
                        Q_EMIT read(values);
                });
            });
            say([this, status](bool heard) {
                m_running = false;
                status || !heard ? Q_EMIT finished() : Q_EMIT failed(status.error());
            });
        },
        QThread::LowPriority);
}

// One body may be large: nobody waits here until it is read.
void ValuesJob::stop()
{
    ++m_generation;
    m_errand.stop();
}

} // namespace inspector
