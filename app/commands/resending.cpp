// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/resending.h"

#include "capture/outcome.h"
#include "commands/output.h"
#include "formats/attemptjson.h"

#include <QCoreApplication>

#include <utility>

namespace commands
{

using namespace Qt::Literals::StringLiterals;
using inspector::Inspector;

Resending::Resending(QString store, inspector::ResendPlan plan, bool json)
    : m_store(std::move(store))
    , m_plan(std::move(plan))
    , m_json(json)
    , m_inspector(std::make_unique<Inspector>(inspector::Places::standard()))
{
    connect(m_inspector.get(), &Inspector::opened, this, &Resending::run);
    connect(m_inspector.get(), &Inspector::openFailed, this,
            [this](const core::Error &error) { end(fail(error)); });
    connect(m_inspector.get(), &Inspector::failed, this,
            [](const core::Error &error) { say(core::describe(error)); });
    connect(&m_interrupt, &Interrupt::interrupted, this, &Resending::interrupt);
}

Resending::~Resending() = default;

void Resending::start() { m_inspector->open(m_store); }

void Resending::run()
{
    if (m_run || m_ending)
        return;
    m_run = std::make_unique<inspector::ResendRun>(*m_inspector, m_plan);
    connect(m_run.get(), &inspector::ResendRun::attempted, this, &Resending::tell);
    connect(m_run.get(), &inspector::ResendRun::finished, this, &Resending::finish);
    m_run->start();
}

// What was under way goes on, so that no request is cut off in the middle.
void Resending::interrupt()
{
    if (!m_run)
        return end(SaidNo);
    std::exchange(m_interrupted, true) ? m_run->cancelAll() : m_run->cancelRest();
}

static QString lineOf(const capture::Attempt &attempt)
{
    if (attempt.error)
        return u"#%1  %2"_s.arg(attempt.delivery).arg(core::describe(*attempt.error));
    const http::Response &response = *attempt.response;
    QString line = u"#%1  %2 %3  %4 ms"_s.arg(attempt.delivery)
                       .arg(response.status)
                       .arg(QString::fromUtf8(response.reason))
                       .arg(attempt.times.total);
    const auto location = http::value(response.fields, "Location");
    if (response.status >= 300 && response.status < 400 && location)
        line += u"  "_s
            + Resending::tr("It redirects to %1; that is not followed.")
                  .arg(QString::fromUtf8(*location));
    return line;
}

void Resending::tell(const capture::Attempt &attempt)
{
    if (m_ending)
        return;
    const QByteArray line = m_json ? formats::ndjsonLine(attempt) : printable(lineOf(attempt));
    if (!writeOut(line)) {
        m_run->cancelRest();
        end(BadEnvironment);
    }
}

void Resending::finish()
{
    const qsizetype sent = m_run->succeeded() + m_run->failed();
    QString summary = tr("%1 sent, %2 of them answered with 2xx").arg(sent).arg(m_run->succeeded());
    if (m_run->cancelled() > 0)
        summary += tr(", %1 not sent").arg(m_run->cancelled());
    if (!m_plan.checkCertificate)
        summary += tr(", certificate not checked");
    if (!m_ending)
        say(summary + u'.');
    end(m_run->failed() == 0 && m_run->cancelled() == 0 ? Done : SaidNo);
}

void Resending::end(int status)
{
    if (std::exchange(m_ending, true))
        return;
    QCoreApplication::exit(status);
}

} // namespace commands
