// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/attempt.h"

#include <QObject>
#include <QUrl>

#include <chrono>

namespace resend
{

// What to send and how far to trust the target.
struct Order {
    QUrl target; // http or https
    http::Request request; // method, target, fields and body go out as they stand
    QString authorityFile; // PEM; trusted for this target besides nothing else; empty: the system's
    QString pin; // of the one certificate that is accepted, as pinOf() gives it; empty: none is
    bool checkCertificate = true;
    std::chrono::milliseconds timeout{30'000};
    std::chrono::milliseconds stretch{0}; // it goes out in pieces over so long
    qsizetype responseLimit = 16LL * 1024 * 1024;
    qint64 delivery = 0;
    QString signing;
    QString secret; // label of the one it is signed with; empty: none
    QString source; // "resend", "forward", "ping" or a caseSource()
    bool edited = false; // its request is kept with the attempt
};

// Sends requests, each over a connection of its own, byte for byte, exactly once, and reports what
// came back: one finished() for each send(). Never follows a redirect. Lives on any thread with an
// event loop.
class ResendClient : public QObject
{
    Q_OBJECT

public:
    explicit ResendClient(QObject *parent = nullptr);
    ~ResendClient() override; // cancels without a word

public Q_SLOTS:
    void send(const resend::Order &order);
    void cancel(); // all that are under way; they finish with an error

Q_SIGNALS:
    // In front of finished(), where the target's certificate is why nothing was sent: what it is,
    // for people who want to know.
    void refused(const QString &certificate);
    void finished(const capture::Attempt &attempt);
};

} // namespace resend
