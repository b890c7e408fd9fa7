// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "resend/resendclient.h"

#include <QElapsedTimer>
#include <QTimer>

#include <functional>

namespace ui
{

// One event of a provider, sent once, or again and again as the provider would until it is taken.
class EventRun : public QObject
{
    Q_OBJECT

public:
    // The request as it goes out now, each time anew: the old timestamp would be too old.
    using Maker = std::function<core::Result<resend::Order>()>;

    explicit EventRun(QObject *parent = nullptr);

    bool running() const { return bool(m_make); }
    // `speed`: how many times as fast as a provider it is tried again; 0: it is sent once.
    void start(const Maker &make, int speed);
    void stop(); // without a word more than the answer to what is under way

Q_SIGNALS:
    void trying(int number);
    // `certificate`: of a target that was not trusted, for which nothing was sent; else empty.
    void answered(const capture::Attempt &attempt, const QString &certificate);
    void waiting(int failures, std::chrono::milliseconds time); // until the next try
    void ended(bool taken, int tries);
    void failed(const core::Error &error); // instead: it cannot be made

private:
    void send();
    void take(const capture::Attempt &attempt);

    resend::ResendClient m_client;
    Maker m_make; // none: nothing is under way
    QString m_refused; // the certificate of the try under way
    int m_speed = 0;
    int m_failures = 0;
    QElapsedTimer m_since; // the first try
    QTimer m_next;
};

} // namespace ui
