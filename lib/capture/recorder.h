// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/store.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace capture
{

// Writes what arrives to the store, on the store's thread. All that is pending when it gets its
// turn goes into one transaction; while that commits, the next batch gathers. Senders wait for the
// commit and are told at once; those who look on are told a few dozen times a second at most, since
// to wake their thread costs as much as a delivery does. In between it removes what the store is
// not to keep, a little at a time, so that no sender waits for that.
class Recorder : public QObject
{
    Q_OBJECT

public:
    explicit Recorder(QObject *parent = nullptr);

    Store *store() const { return m_store.get(); }
    core::Status open(const QString &file, Access access);
    void close(); // writes what is pending, forgets for good what was removed

    // Tells what is stored and not yet told: whoever asks the store for more knows it before.
    void tell();

    core::Status setRetention(const Retention &retention); // of the open store; in effect at once

public Q_SLOTS:
    void record(const QList<capture::DeliveryPtr> &deliveries);
    void reject(const QList<capture::Rejection> &rejections);
    void answer(const QList<capture::Answer> &answers);
    void setForwards(const QHash<QString, QStringList> &targets); // of this store and the next
    void tryAgain(); // after storeFailed(), without waiting for the next delivery

Q_SIGNALS:
    // In the order in which they were recorded: these are durable, or these could not be kept.
    void stored(const QList<qint64> &ids);
    void notStored(qsizetype count, const core::Error &error);

    // To look on.
    void appended(const QList<capture::Summary> &rows);
    void answersStored(const QList<capture::Answer> &answers);
    void storeFailed(const core::Error &error); // once, until it works again
    void recovered();
    void trimmed(const QList<qint64> &ids, capture::Excess why); // removed for good; ascending

private:
    void schedule();
    void commit();
    void report(const Batch &batch, const Written &written);
    void fail(const Batch &batch, const core::Error &error);
    void trim();
    void trimLater();
    void tellTrimmed();

    static constexpr std::chrono::milliseconds frame{16};
    static constexpr std::chrono::seconds trimPause{5};

    std::unique_ptr<Store> m_store;
    QTimer m_justTold{this};
    QTimer m_trimming{this};
    Trimmed m_untoldTrimmed;
    QList<Summary> m_untoldRows;
    QList<Answer> m_untoldAnswers;
    QHash<QString, QStringList> m_forwards;
    Batch m_pending;
    bool m_scheduled = false;
    bool m_failing = false;
    qint64 m_refused = 0; // bytes of what could not be stored last
};

} // namespace capture

Q_DECLARE_METATYPE(capture::DeliveryPtr)
