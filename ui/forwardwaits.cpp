// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/forwardwaits.h"

#include "core/clock.h"
#include "inspector/inspector.h"
#include "inspector/sending.h"
#include "models/localtimes.h"
#include "ui/views/detailspane.h"

#include <QPointer>

#include <algorithm>

using namespace std::chrono_literals;

namespace ui
{

using inspector::ForwardWait;

namespace
{

QString timeText(qint64 microseconds)
{
    const qint64 seconds = (microseconds + 999'999) / 1'000'000;
    return seconds < 100 ? ForwardWaits::tr("in %1 s").arg(seconds)
                         : ForwardWaits::tr("in %1 min").arg((seconds + 59) / 60);
}

QString tryText(const ForwardWait &wait, qint64 now)
{
    const int number = wait.tries + 1;
    const QString which = wait.tries > 0 && number <= wait.mostTries
        ? ForwardWaits::tr("try %1 of %2").arg(number).arg(wait.mostTries)
        : ForwardWaits::tr("the next try");
    const QString time = wait.nextAt > now ? timeText(wait.nextAt - now) : ForwardWaits::tr("now");
    return ForwardWaits::tr("To %1: waiting, %2 %3.").arg(wait.target, which, time);
}

} // namespace

QString describe(const ForwardWait &wait, qint64 now)
{
    if (!wait.used)
        return ForwardWaits::tr("To %1: waiting, but nothing is sent on there now.")
            .arg(wait.target);
    if (wait.first && wait.why.isEmpty() && wait.nextAt <= now)
        return ForwardWaits::tr("To %1: on its way.").arg(wait.target);
    const QString text = wait.first
        ? tryText(wait, now)
        : ForwardWaits::tr("To %1: waiting for those that go there before it.").arg(wait.target);
    return wait.why.isEmpty() ? text : text + u' ' + models::withLocalTimes(wait.why);
}

ForwardWaits::ForwardWaits(inspector::Inspector &inspector, DetailsPane &pane, QObject *parent)
    : QObject(parent)
    , m_inspector(inspector)
    , m_pane(pane)
{
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &ForwardWaits::tick);
    connect(&inspector, &inspector::Inspector::waitingForwardsChanged, this, &ForwardWaits::ask);
}

void ForwardWaits::follow(qint64 delivery)
{
    if (delivery != m_delivery) {
        m_delivery = delivery;
        m_waits.clear();
        tell();
    }
    ask();
}

void ForwardWaits::ask()
{
    if (m_delivery == 0)
        return;
    m_inspector.sending().readWaits(
        m_delivery, [self = QPointer(this), asked = m_delivery](const QList<ForwardWait> &waits) {
            if (!self || asked != self->m_delivery || waits == self->m_waits)
                return;
            self->m_waits = waits;
            self->tell();
        });
}

// Tries that do not reach the target are not kept, so that nothing tells of them but the time.
void ForwardWaits::tick()
{
    const qint64 now = core::now();
    const auto isDue = [now](const ForwardWait &wait) { return wait.used && wait.nextAt <= now; };
    if (std::any_of(m_waits.begin(), m_waits.end(), isDue))
        ask();
    tell();
}

void ForwardWaits::tell()
{
    QStringList lines;
    for (const ForwardWait &wait : std::as_const(m_waits))
        lines.append(describe(wait, core::now()));
    m_pane.setWaiting(lines);
    lines.isEmpty() ? m_second.stop() : m_second.start();
}

} // namespace ui
