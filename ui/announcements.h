// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/summary.h"

#include <QObject>
#include <QTimer>

namespace ui
{

// Says what has arrived, for those who listen to the window: one sentence for all of a while.
class Announcements : public QObject
{
    Q_OBJECT

public:
    static constexpr int pause = 2000; // milliseconds between two

    explicit Announcements(QObject *parent = nullptr);

public Q_SLOTS:
    void take(const QList<capture::Summary> &rows);

Q_SIGNALS:
    void announced(const QString &text); // "12 new webhooks, 1 invalid"

private:
    void announce();

    QTimer m_pause;
    int m_rows = 0;
    int m_invalid = 0;
};

} // namespace ui
