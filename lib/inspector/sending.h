// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/record.h"
#include "inspector/forwardwait.h"
#include "resend/resendclient.h"

#include <QHash>

#include <functional>

namespace inspector
{

class Inspector;

// Sends requests on the net thread and keeps what came of those that a delivery was made into, with
// the delivery. An Inspector owns it; lives on the main thread.
class Sending : public QObject
{
    Q_OBJECT

public:
    using Taken = std::function<void(const core::Result<std::optional<capture::Record>> &)>;

    explicit Sending(Inspector &inspector);

    // A request of this program's own that comes to its listener: a test; see OwnRequests.
    void expectOwn(const QByteArray &token);
    int send(const resend::Order &order); // a ticket for it: finished, then kept, each once
    void keep(const capture::Attempt &attempt); // of what was sent otherwise: kept, with ticket 0
    void read(qint64 id, const Taken &taken); // a delivery to be sent again
    void readWaits(qint64 id, const TakenWaits &taken); // where it is still to be sent on

public Q_SLOTS:
    void cancel(int ticket); // it finishes with an error, unless it has

Q_SIGNALS:
    // In front of what else is said of the ticket: its target's certificate was not accepted, and
    // what that is.
    void refused(int ticket, const QString &certificate);
    void finished(const capture::Attempt &attempt);
    // Behind the commit, where there is something to keep and a store to keep it in. With ticket 0
    // what was sent on as well.
    void kept(int ticket, const capture::Attempt &attempt);

private:
    void keep(int ticket, const QString &store, const capture::Attempt &attempt);
    QString storeId() const; // of the one that things are kept in; empty: of none

    Inspector &m_inspector;
    QHash<int, resend::ResendClient *> m_clients; // on the net thread, one for each ticket
    int m_lastTicket = 0;
};

} // namespace inspector
