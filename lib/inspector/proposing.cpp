// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/context.h"
#include "inspector/private.h"

#include <algorithm>

namespace inspector
{

constexpr qint64 looksBack = 500; // rows

// The deliveries at the path among the latest rows, newest first.
static QList<capture::Summary> latest(const capture::Store &store, const QString &endpoint)
{
    const auto rows
        = store.summaries(std::max<qint64>(0, store.lastId() - looksBack), int(looksBack));
    if (!rows)
        return {};
    QList<capture::Summary> found;
    std::copy_if(rows->crbegin(), rows->crend(), std::back_inserter(found),
                 [&endpoint](const capture::Summary &row) {
                     return !row.rejection && row.endpoint == endpoint;
                 });
    return found;
}

static capture::DeliveryPtr newest(const capture::Store &store, const QString &endpoint)
{
    const QList<capture::Summary> rows = latest(store, endpoint);
    if (rows.isEmpty())
        return {};
    const auto record = store.record(rows.first().id);
    return record && *record ? (*record)->delivery : nullptr;
}

void Inspector::listRecent(const QString &endpoint)
{
    d->storeThread.ask(
        this,
        [endpoint](capture::Recorder &recorder) {
            return recorder.store() ? latest(*recorder.store(), endpoint)
                                    : QList<capture::Summary>();
        },
        [this, endpoint](const QList<capture::Summary> &rows) {
            Q_EMIT recentListed(endpoint, rows);
        });
}

void Inspector::propose(const QString &endpoint)
{
    d->storeThread.ask(
        this,
        [endpoint](capture::Recorder &recorder) -> capture::DeliveryPtr {
            return recorder.store() ? newest(*recorder.store(), endpoint) : nullptr;
        },
        [this](const capture::DeliveryPtr &delivery) {
            if (delivery)
                detect(delivery);
        });
}

// On a thread of its own: the first time reads the catalogue, and large bodies take long. While one
// is looked at, the latest of each other endpoint waits.
void Inspector::detect(const capture::DeliveryPtr &delivery)
{
    if (d->detecting) {
        d->toDetect.insert(delivery->endpoint, delivery);
        return;
    }
    const auto context
        = capture::contextOf(d->endpoints, delivery->endpoint, delivery->request.target);
    d->detecting.reset(QThread::create([this, delivery, context, own = d->schemes.own(),
                                        secrets = d->secrets.of(delivery->endpoint)] {
        const auto detection = signature::detect(delivery->request, secrets, context, own);
        QMetaObject::invokeMethod(
            this, [this, delivery, detection] { takeDetection(delivery, detection); },
            Qt::QueuedConnection);
    }));
    d->detecting->start();
}

void Inspector::takeDetection(const capture::DeliveryPtr &delivery,
                              const signature::Detection &detection)
{
    d->detecting->wait();
    d->detecting.reset();
    if (!d->toDetect.isEmpty())
        detect(d->toDetect.take(d->toDetect.firstKey()));
    Q_EMIT proposed(delivery->endpoint, delivery->id, detection);
}

} // namespace inspector
