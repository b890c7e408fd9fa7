// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/faultnotice.h"

#include "capture/answerrules.h"
#include "core/clock.h"
#include "inspector/inspector.h"
#include "ui/messagebar.h"

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace ui
{
namespace
{

const QString key = u"faults"_s;

QString timeLeft(qint64 microseconds)
{
    const qint64 seconds = (microseconds + 999'999) / 1'000'000;
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

// "/ for 9:41 more, /sms until you change it"
QString sentence(const QList<capture::Endpoint> &endpoints, qint64 now)
{
    QStringList parts;
    bool smile = false;
    for (const capture::Endpoint &endpoint : endpoints) {
        const qint64 until = capture::answersBadlyUntil(endpoint, now);
        if (until == 0)
            continue;
        smile = smile || endpoint.scheme == "smile"_L1;
        parts.append(
            until == capture::forGood
                ? FaultNotice::tr("%1 until you change it").arg(endpoint.path)
                : FaultNotice::tr("%1 for %2 more").arg(endpoint.path, timeLeft(until - now)));
    }
    if (parts.isEmpty())
        return {};
    const QString places = parts.join(u", "_s) + u'.';
    if (!smile)
        return places + u' '
            + FaultNotice::tr("Senders take that for failed deliveries and send them again.");
    return places + u' '
        + FaultNotice::tr("Smile tries again, and after 24 hours of it disables the webhook for "
                          "the whole app.");
}

} // namespace

FaultNotice::FaultNotice(inspector::Inspector &inspector, MessageBar &bar)
    : QObject(&bar)
    , m_inspector(inspector)
    , m_bar(bar)
{
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &FaultNotice::refresh);
    connect(&inspector, &inspector::Inspector::endpointsChanged, this, &FaultNotice::refresh);
    refresh();
}

void FaultNotice::refresh()
{
    const QString text = sentence(m_inspector.endpoints(), core::now());
    if (text.isEmpty()) {
        m_second.stop();
        return m_bar.dismiss(key);
    }
    m_second.start();
    if (m_bar.has(key))
        return m_bar.setText(key, text);
    m_bar.show({.key = key,
                .kind = Message::Kind::Warning,
                .title = tr("Some webhooks are not answered 2xx"),
                .text = text,
                .choices = {{tr("Answer 200 again"), [this] { answerWell(); }},
                            {tr("Endpoints…"), [this] { Q_EMIT settingsWanted(); }}},
                .closable = false});
}

// Switches the rules that answer badly off; they stay for another time.
void FaultNotice::answerWell()
{
    const qint64 now = core::now();
    QList<capture::Endpoint> endpoints = m_inspector.endpoints();
    for (capture::Endpoint &endpoint : endpoints) {
        if (endpoint.profile.status / 100 != 2)
            endpoint.profile.status = 200;
        for (capture::AnswerRule &rule : endpoint.rules.answers) {
            const capture::Endpoint alone{.rules = {.answers = {rule}}};
            if (capture::answersBadlyUntil(alone, now) != 0)
                rule.until = now;
        }
    }
    m_inspector.setEndpoints(endpoints);
}

} // namespace ui
