// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/recorder.h"

#include "core/clock.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMetaMethod>

namespace capture
{

using namespace std::chrono_literals;

Recorder::Recorder(QObject *parent)
    : QObject(parent)
{
    m_justTold.setSingleShot(true);
    m_justTold.setInterval(frame);
    connect(&m_justTold, &QTimer::timeout, this, &Recorder::tell);
    m_trimming.setSingleShot(true);
    connect(&m_trimming, &QTimer::timeout, this, &Recorder::trim);
}

// The store that is open stays so until another takes its place; only of itself it must let go.
core::Status Recorder::open(const QString &file, Access access)
{
    if (m_store && QFileInfo(m_store->file()) == QFileInfo(file))
        close();
    auto store = Store::open(file, access);
    if (!store)
        return store.error();
    close();
    m_store = std::move(*store);
    m_store->setForwards(m_forwards);
    m_failing = false;
    trimLater();
    return core::Done{};
}

void Recorder::close()
{
    commit();
    tell();
    m_trimming.stop();
    tellTrimmed();
    // What cannot be purged now is purged when the store is opened again.
    if (m_store && m_store->access() == Access::Write) [[maybe_unused]]
        const core::Status purged = m_store->purge();
    m_store.reset();
}

void Recorder::record(const QList<DeliveryPtr> &deliveries)
{
    m_pending.deliveries.append(deliveries);
    schedule();
}

void Recorder::reject(const QList<Rejection> &rejections)
{
    m_pending.rejections.append(rejections);
    schedule();
}

void Recorder::answer(const QList<Answer> &answers)
{
    m_pending.answers.append(answers);
    schedule();
}

void Recorder::setForwards(const QHash<QString, QStringList> &targets)
{
    m_forwards = targets;
    if (m_store)
        m_store->setForwards(targets);
}

void Recorder::tryAgain()
{
    if (!m_failing || !m_store)
        return;
    if (const core::Status written = m_store->tryWriting(m_refused); !written)
        return Q_EMIT storeFailed(written.error());
    m_failing = false;
    Q_EMIT recovered();
}

// Behind everything that is already queued for this thread, so that it joins the batch.
void Recorder::schedule()
{
    if (m_scheduled)
        return;
    m_scheduled = true;
    QMetaObject::invokeMethod(this, &Recorder::commit, Qt::QueuedConnection);
}

void Recorder::commit()
{
    m_scheduled = false;
    if (m_pending.isEmpty())
        return;
    const Batch batch = std::exchange(m_pending, {});
    if (!m_store) {
        const QString what = QCoreApplication::translate("capture", "Cannot keep deliveries.");
        return fail(batch, {.what = what, .why = tr("No store is open.")});
    }
    const core::Result<Written> written = m_store->append(batch);
    if (!written)
        return fail(batch, written.error());
    report(batch, *written);
}

static QList<Summary> summaries(const Batch &batch, const Written &written,
                                const QHash<qint64, Oddities> &oddities)
{
    QList<Summary> rows;
    rows.reserve(batch.deliveries.size() + batch.rejections.size());
    for (qsizetype i = 0; i < batch.deliveries.size(); ++i) {
        const qint64 id = written.deliveries[i];
        rows.append(summarise(*batch.deliveries[i], id));
        const auto odd = oddities.constFind(id);
        if (odd != oddities.constEnd()) {
            rows.last().drifted = !odd->drift.isEmpty();
            rows.last().overtaken = odd->newer != 0;
        }
    }
    for (qsizetype i = 0; i < batch.rejections.size(); ++i) {
        Rejection kept = batch.rejections[i];
        kept.id = written.rejections[i];
        rows.append(summarise(kept));
    }
    return rows;
}

// The senders first: all else can be done while they send more.
void Recorder::report(const Batch &batch, const Written &written)
{
    static const QMetaMethod rowsSignal = QMetaMethod::fromSignal(&Recorder::appended);
    if (!written.deliveries.isEmpty())
        Q_EMIT stored(written.deliveries);
    if (m_failing) {
        m_failing = false;
        Q_EMIT recovered();
    }
    const QHash<qint64, Oddities> oddities = m_store->examine(batch, written);
    if (isSignalConnected(rowsSignal))
        m_untoldRows += summaries(batch, written, oddities);
    m_untoldAnswers += batch.answers;
    if (!m_justTold.isActive())
        tell();
}

void Recorder::tell()
{
    // What cannot be written now goes along with the next batch.
    if (m_store && m_store->access() == Access::Write) [[maybe_unused]]
        const core::Status written = m_store->writeFindings();
    if (m_untoldRows.isEmpty() && m_untoldAnswers.isEmpty())
        return;
    m_justTold.start();
    if (!m_untoldRows.isEmpty())
        Q_EMIT appended(std::exchange(m_untoldRows, {}));
    if (!m_untoldAnswers.isEmpty())
        Q_EMIT answersStored(std::exchange(m_untoldAnswers, {}));
}

core::Status Recorder::setRetention(const Retention &retention)
{
    if (!m_store)
        return core::Error{.what = tr("No store is open."), .why = {}};
    const core::Status set = m_store->setRetention(retention);
    if (set)
        m_trimming.start(0ms);
    return set;
}

void Recorder::trimLater()
{
    if (m_store->access() == Access::Write && m_store->retention().any())
        m_trimming.start(trimPause);
}

// What cannot be removed now is tried again after the pause.
void Recorder::trim()
{
    constexpr int rowsAtOnce = 500;
    constexpr qsizetype rowsToTell = 5000; // to take rows out of a table moves all others
    if (!m_store || m_store->access() != Access::Write || !m_store->retention().any())
        return;
    tell(); // Whoever looks on knows a row before it goes.
    const core::Result<Trimmed> trimmed = m_store->trim(core::now(), rowsAtOnce);
    const bool more = trimmed && trimmed->more;
    if (trimmed && !trimmed->ids.isEmpty()) {
        m_untoldTrimmed.ids += trimmed->ids;
        m_untoldTrimmed.why = trimmed->why;
    }
    if (!more || m_untoldTrimmed.ids.size() >= rowsToTell)
        tellTrimmed();
    if (more)
        m_trimming.start(0ms);
    else
        trimLater();
}

void Recorder::tellTrimmed()
{
    const Trimmed trimmed = std::exchange(m_untoldTrimmed, {});
    if (!trimmed.ids.isEmpty())
        Q_EMIT this->trimmed(trimmed.ids, trimmed.why);
}

void Recorder::fail(const Batch &batch, const core::Error &error)
{
    m_refused = 0;
    for (const DeliveryPtr &delivery : batch.deliveries)
        m_refused += delivery->request.body.size();
    if (!batch.deliveries.isEmpty())
        Q_EMIT notStored(batch.deliveries.size(), error);
    if (std::exchange(m_failing, true))
        return;
    Q_EMIT storeFailed(error);
}

} // namespace capture
