// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/forwardwait.h"

#include <QObject>
#include <QTimer>

namespace inspector
{
class Inspector;
}

namespace ui
{

class DetailsPane;

// Tells in the details what the delivery that they show waits for where it is still to be sent on.
class ForwardWaits : public QObject
{
    Q_OBJECT

public:
    ForwardWaits(inspector::Inspector &inspector, DetailsPane &pane, QObject *parent);

    void follow(qint64 delivery); // the same one again: asks anew; 0: none

private:
    void ask();
    void tick();
    void tell();

    inspector::Inspector &m_inspector;
    DetailsPane &m_pane;
    qint64 m_delivery = 0;
    QList<inspector::ForwardWait> m_waits;
    QTimer m_second;
};

// "To http://localhost:3000/: waiting, try 3 of 8 in 12 s. It answered 500." The time is
// microseconds since the epoch.
QString describe(const inspector::ForwardWait &wait, qint64 now);

} // namespace ui
