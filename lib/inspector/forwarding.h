// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/endpoint.h"
#include "capture/forwardtask.h"
#include "capture/record.h"
#include "capture/summary.h"
#include "inspector/forwardwait.h"

#include <QHash>
#include <QMap>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

class QThread;

namespace capture
{
class Store;
struct WaitingForward;
} // namespace capture

namespace inspector
{

class StoreThread;

// Sends deliveries on to the targets of their endpoint, one at a time to each, in their order. What
// waits is in the store, in the transaction of its delivery, so that it outlives the program. A
// target that cannot be reached keeps its queue for a day; what failed otherwise is tried again as
// often as the rule says. Lives on the main thread.
class Forwarding : public QObject
{
    Q_OBJECT

public:
    // The context outlives the store's thread: answers from there come to it.
    Forwarding(StoreThread &store, QThread &net, QObject &context);

    // Another one is open: ids are those of other deliveries from now on.
    void setStore(const QString &id);
    void setEndpoints(const QList<capture::Endpoint> &endpoints); // and looks for what waits
    void wake(const QList<capture::Summary> &rows); // these were stored
    void count(); // what waits may be otherwise; in a moment, so that a burst is counted once

    // What waits for the targets that deliveries are sent on to now, and for those that nothing is
    // sent on to any more; targets without are left out.
    const QList<capture::ForwardQueue> &waiting() const { return m_waiting; }
    const QList<capture::ForwardQueue> &stranded() const { return m_stranded; }
    void readWaits(qint64 delivery, const TakenWaits &taken); // of one, in a moment
    // What waits for a target goes to another one instead, which looks for it; or nowhere.
    void redirect(const capture::ForwardQueue &from, const capture::ForwardQueue &to);
    void drop(const capture::ForwardQueue &queue);

Q_SIGNALS:
    void answered(qint64 delivery, const http::Response &response); // by a target that is relayed
    // No target answers that any more. One that is down gets the delivery once it is back, so that
    // its sender need neither wait nor send it again.
    void unreached(qint64 delivery);
    void kept(const capture::Attempt &attempt); // behind the commit
    // A target cannot be reached, or does not take what it gets; once, until it does again.
    void failed(const QString &target, const core::Error &error);
    void recovered(const QString &target);
    void waitingChanged();

private:
    using Key = std::pair<QString, QString>; // the endpoint's path, the target
    enum class Trouble : quint8 { None, Unreached, Refusing };
    struct Work {
        capture::ForwardTask task;
        capture::DeliveryPtr delivery; // null: it is gone
        QString store; // its id; another one may be open when the answer comes
    };
    struct Count;
    struct Lane {
        capture::ForwardRule rule;
        bool used = true; // else it stays until what is under way is settled
        bool busy = false; // one is looked for, or under way
        bool again = false; // something may have come meanwhile
        Trouble trouble = Trouble::None; // that was told
        QString why; // the last try failed
        std::chrono::milliseconds patience{0}; // of senders who wait for an answer
        int missed = 0; // tries in a row that did not reach the target
        QList<qint64> awaited; // deliveries in its queue whose senders may wait; ascending
        std::shared_ptr<QTimer> timer;
    };

    void countNow(const Key &then);
    void takeCount(const Count &count);
    ForwardWait waitOf(const capture::WaitingForward &waiting) const;
    void look(const Key &key);
    void take(const Key &key, const core::Result<std::optional<Work>> &found);
    void send(const Key &key, const Work &work);
    void settle(const Key &key, const Work &work, const capture::Attempt &attempt);
    void await(const QList<capture::Summary> &rows);
    void relay(const Key &key, qint64 delivery, const capture::Attempt &attempt);
    void passOver(const Key &key, qint64 next);
    bool relayedBefore(const capture::Summary &row);
    bool isAwaited(const QString &endpoint, qint64 delivery) const;
    void endWait(const QString &endpoint, qint64 delivery);
    void endWaits(const QMap<Key, Lane> &before);
    void tell(Lane &lane, const capture::Attempt &attempt, bool heard); // by the sender
    void keep(const Key &key, const Work &work, const capture::Attempt &attempt);
    void change(const std::function<core::Status(capture::Store &)> &work, const Key &then);
    void free(const Key &key);
    void lookAgain(const Key &key, const core::Status &done);
    bool uses(const Key &key) const;

    static constexpr qint64 longestKept = 24LL * 3'600'000'000; // microseconds

    StoreThread &m_store;
    QThread &m_net;
    QObject &m_context;
    QString m_storeId;
    QMap<Key, Lane> m_lanes;
    QHash<QString, qint64> m_relayedUntil; // endpoints; microseconds since the epoch
    QHash<qint64, core::Error> m_brokenOff; // deliveries that another target may still answer
    QList<capture::ForwardQueue> m_waiting;
    QList<capture::ForwardQueue> m_stranded;
    QTimer m_count;
    QTimer m_expiry; // of what waits longest
};

} // namespace inspector
