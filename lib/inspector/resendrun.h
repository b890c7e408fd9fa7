// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/record.h"
#include "resend/resigning.h"
#include "resend/schedule.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace inspector
{

class Inspector;

// Which deliveries are to be sent again, where to, and how.
struct ResendPlan {
    QList<resend::Turn> turns;
    int atOnce = 1;
    QUrl target;
    resend::Signing signing = resend::Signing::AsReceived;
    signature::SecretPtr secret; // null: the endpoint's, the one that verified it before others
    QString authorityFile; // PEM; empty: the system's
    QString pin; // of the one certificate that is accepted: resend::pinOf(); empty: none is
    bool checkCertificate = true;
    bool stopsAtFailure = false;
    bool marks = true; // what is signed anew says so in a header
    std::chrono::milliseconds timeout{30'000};
};

// What a delivery is signed again by: the scheme of its latest verdict, else its endpoint's; and a
// secret of its endpoint. Either may be missing.
signature::Scheme schemeOf(const Inspector &inspector, const capture::Record &record);
signature::SecretPtr secretOf(const Inspector &inspector, const capture::Record &record);
// And what the scheme needs of the receiver's own set-up, as its endpoint has it now.
QHash<QByteArray, QByteArray> parametersOf(const Inspector &inspector,
                                           const capture::Delivery &delivery);

// Sends many deliveries again, one for each turn, and says how each went. Its Inspector outlives
// it. What is under way when it is deleted still goes out.
class ResendRun : public QObject
{
    Q_OBJECT

public:
    ResendRun(Inspector &inspector, ResendPlan plan, QObject *parent = nullptr);

    const ResendPlan &plan() const { return m_plan; }
    qsizetype succeeded() const { return m_succeeded; }
    qsizetype failed() const { return m_failed.size(); }
    const QList<qint64> &failedIds() const { return m_failed; }
    qsizetype cancelled() const { return m_cancelled; } // never begun
    qsizetype left() const { return m_schedule.left(); }
    qsizetype underWay() const { return m_schedule.underWay(); }
    bool paused() const { return m_schedule.paused(); }
    bool isOver() const { return m_schedule.isOver(); }

public Q_SLOTS:
    void start();
    void setPaused(bool paused);
    void cancelRest(); // what is under way goes on
    void cancelAll(); // and that as well: it ends with an error

Q_SIGNALS:
    void began(qint64 delivery);
    void attempted(const capture::Attempt &attempt); // in the order in which they end
    void finished(); // once, behind the last of them

private:
    void advance();
    void take(qint64 id, const core::Result<std::optional<capture::Record>> &found);
    void send(const capture::Record &record);
    void settle(const capture::Attempt &attempt);
    void refuse(qint64 id, const core::Error &error);
    qint64 now() const;

    Inspector &m_inspector;
    ResendPlan m_plan;
    resend::Schedule m_schedule;
    QTimer m_timer;
    QElapsedTimer m_clock;
    QHash<int, qint64> m_tickets;
    QList<qint64> m_failed;
    qsizetype m_succeeded = 0;
    qsizetype m_cancelled = 0;
    bool m_told = false;
};

} // namespace inspector
