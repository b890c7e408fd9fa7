// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/valuesjob.h"

#include "capture/contents.h"

#include <QElapsedTimer>

#include <functional>
#include <utility>

namespace inspector
{

using core::Done;
using core::Status;

namespace
{

constexpr qint64 pauseMilliseconds = 50; // between two tellings

struct Order {
    QString store;
    QList<qint64> ids;
    QList<QByteArray> pointers;
};

Status readValues(const Order &order, const std::function<void(const ValuesJob::Values &)> &tell)
{
    auto contents = capture::Contents::open(order.store, {.texts = false, .fields = false});
    if (!contents)
        return contents.error();
    ValuesJob::Values values;
    QElapsedTimer sinceTold;
    sinceTold.start();
    for (const qint64 id : order.ids) {
        if (Errand::isStopping())
            return Done{};
        values.insert(id, json::ShortValues(order.pointers.size()));
        (*contents)->start(id - 1, id);
        if (capture::Content content; (*contents)->next(content))
            values[id] = json::shortValues(content.body.toByteArray(), order.pointers,
                                           ValuesJob::longestValue);
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
                      const QList<QByteArray> &pointers)
{
    m_running = true;
    const auto say = [this, generation = m_generation](auto what) {
        QMetaObject::invokeMethod(
            this, [this, generation, what] { what(generation == m_generation); },
            Qt::QueuedConnection);
    };
    const Order order{.store = store, .ids = ids, .pointers = pointers};
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
