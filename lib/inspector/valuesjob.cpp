// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/valuesjob.h"

#include "capture/contents.h"
#include "capture/deliveryfacts.h"

#include <QElapsedTimer>

#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>
#include <utility>

namespace inspector
{

using core::Done;
using core::Status;
using Facts = capture::DeliveryFacts::Facts;

namespace
{

constexpr qint64 pauseMilliseconds = 50; // between two tellings

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

Status readValues(const Order &order, const std::function<void(const ValuesJob::Values &)> &tell)
{
    const auto &places = order.places;
    const capture::ContentParts parts{.texts = false,
                                      .fields = std::any_of(places.begin(), places.end(), isInHead),
                                      .body = std::any_of(places.begin(), places.end(), isPointer)};
    auto contents = capture::Contents::open(order.store, parts);
    if (!contents)
        return contents.error();
    std::unique_ptr<capture::DeliveryFacts> beside;
    if (std::any_of(places.begin(), places.end(), isBesideIt)) {
        auto opened = capture::DeliveryFacts::open(order.store);
        if (!opened)
            return opened.error();
        beside = std::move(*opened);
    }
    ValuesJob::Values values;
    QElapsedTimer sinceTold;
    sinceTold.start();
    for (const qint64 id : order.ids) {
        if (Errand::isStopping())
            return Done{};
        values.insert(id, json::ShortValues(places.size()));
        (*contents)->start(id - 1, id);
        const auto facts = beside ? beside->read(id) : std::nullopt;
        if (beside && beside->trouble())
            return *beside->trouble();
        if (capture::Content content; (*contents)->next(content))
            values[id] = valuesOf(content, facts.value_or(Facts()), places);
        if (const auto trouble = (*contents)->trouble())
            return *trouble;
        if (sinceTold.hasExpired(pauseMilliseconds)) {
            tell(std::exchange(values, {}));
            sinceTold.start();
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
