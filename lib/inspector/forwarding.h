// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/endpoint.h"
#include "capture/forwardtask.h"
#include "capture/record.h"
#include "capture/summary.h"

#include <QMap>
#include <QObject>
#include <QTimer>

#include <memory>

class QThread;

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

    void setEndpoints(const QList<capture::Endpoint> &endpoints); // and looks for what waits
    void wake(const QList<capture::Summary> &rows); // these were stored
    void count(); // what waits may be otherwise; in a moment, so that a burst is counted once

    // What waits for the targets that deliveries are sent on to now; targets without are left out.
    const QList<capture::ForwardQueue> &waiting() const { return m_waiting; }

Q_SIGNALS:
    void answered(qint64 delivery, const http::Response &response); // by a target that is relayed
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
    };
    struct Lane {
        capture::ForwardRule rule;
        bool busy = false; // one is looked for, or under way
        bool again = false; // something may have come meanwhile
        Trouble trouble = Trouble::None; // that was told
        int missed = 0; // tries in a row that did not reach the target
        std::shared_ptr<QTimer> timer;
    };

    void countNow();
    void look(const Key &key);
    void take(const Key &key, const core::Result<std::optional<Work>> &found);
    void send(const Key &key, const Work &work);
    void settle(const Key &key, const capture::ForwardTask &task, const capture::Attempt &attempt);
    void tell(Lane &lane, const capture::Attempt &attempt);
    void keep(const Key &key, const capture::ForwardTask &task, const capture::Attempt &attempt);
    void drop(const Key &key, qint64 task);
    void free(const Key &key);

    StoreThread &m_store;
    QThread &m_net;
    QObject &m_context;
    QMap<Key, Lane> m_lanes;
    QList<capture::ForwardQueue> m_waiting;
    QTimer m_count;
};

} // namespace inspector
