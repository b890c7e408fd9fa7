// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/rejection.h"

#include <QMap>
#include <QObject>

namespace listener
{

// Rejections on their way to the store; more than fifty a second are folded into one counted row a
// reason, so that a scan cannot flood the table. Lives on the net thread.
class RejectionLog : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void add(capture::Rejection rejection);
    void sweep(qint64 now); // microseconds; gives out what a past second folded
    void flush();

Q_SIGNALS:
    void rejected(const QList<capture::Rejection> &rejections);

private:
    static constexpr int single = 50;

    qint64 m_second = 0;
    int m_count = 0;
    QMap<capture::Reason, capture::Rejection> m_folded;
};

} // namespace listener
