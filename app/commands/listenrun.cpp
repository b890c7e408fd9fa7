// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/listenrun.h"

#include "commands/output.h"
#include "core/bytesize.h"
#include "core/clock.h"
#include "listener/portowner.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <cstdlib>

namespace commands
{

using namespace Qt::Literals::StringLiterals;

constexpr qint64 linesASecond = 200;
constexpr unsigned long printerTime = 2'000; // milliseconds that a reader of stdout has at the end

ListenRun::ListenRun(ListenPlan plan)
    : m_plan(std::move(plan))
    , m_inspector(std::make_unique<inspector::Inspector>(inspector::Places::standard()))
{
    using inspector::Inspector;
    Inspector *inspector = m_inspector.get();
    connect(inspector, &Inspector::opened, this, &ListenRun::listen);
    connect(inspector, &Inspector::openFailed, this, &ListenRun::giveUp);
    connect(inspector, &Inspector::listenFailed, this,
            [this](const core::Error &error, quint16 freePort) {
                giveUp(error);
                if (freePort != 0)
                    say(listener::holderOfPort(m_plan.settings.port) + u' '
                        + tr("Port %1 is free.").arg(freePort));
            });
    connect(inspector, &Inspector::listeningStarted, this, &ListenRun::announce);
    connect(inspector, &Inspector::answered, this, &ListenRun::settle);
    connect(inspector, &Inspector::storeFailed, this, [](const core::Error &error) {
        say(core::describe(error) + u' ' + tr("Senders get 503 until it works again."));
    });
    connect(inspector, &Inspector::storeRecovered, this,
            [] { say(tr("Deliveries are stored again.")); });
    connect(inspector, &Inspector::failed, this,
            [](const core::Error &error) { say(core::describe(error)); });
    connect(inspector, &Inspector::forwardFailed, this,
            [](const QString &, const core::Error &error) { say(core::describe(error)); });
    connect(inspector, &Inspector::forwardRecovered, this,
            [](const QString &target) { say(tr("%1 takes webhooks again.").arg(target)); });
    connect(inspector, &Inspector::waitingForwardsChanged, this, &ListenRun::tellStranded);
    connect(&m_interrupt, &Interrupt::interrupted, this, &ListenRun::finish);
    if (!m_plan.json) {
        connect(inspector, &Inspector::stored, this, &ListenRun::tell);
        return;
    }
    m_printer = new LinePrinter(m_plan.store);
    m_printer->moveToThread(&m_printing);
    connect(&m_printing, &QThread::finished, m_printer, &QObject::deleteLater);
    connect(inspector, &Inspector::answered, m_printer, &LinePrinter::print);
    connect(inspector, &Inspector::stored, m_printer, &LinePrinter::printRejections);
    connect(m_printer, &LinePrinter::printed, this, &ListenRun::countPrinted);
    connect(m_printer, &LinePrinter::broken, this, &ListenRun::giveUp);
    m_printing.start();
}

ListenRun::~ListenRun()
{
    m_inspector.reset();
    if (m_printer) // Behind all that it is still to print.
        QMetaObject::invokeMethod(
            m_printer, [printing = &m_printing] { printing->quit(); }, Qt::QueuedConnection);
    // A reader that does not read must not keep us; what it misses is in the store.
    if (!m_printing.wait(printerTime))
        std::_Exit(Done);
}

void ListenRun::start() { m_inspector->open(m_plan.store); }

void ListenRun::listen()
{
    if (m_plan.scheme)
        m_inspector->useScheme(*m_plan.scheme);
    m_inspector->useEndpoints({m_plan.endpoint});
    m_inspector->useSecrets(m_plan.endpoint.path, m_plan.secrets);
    m_inspector->listen(m_plan.settings);
}

// What an earlier run was to send on, to targets that this one was not given.
void ListenRun::tellStranded()
{
    const QList<capture::ForwardQueue> queues = m_inspector->strandedForwards();
    for (const capture::ForwardQueue &queue : queues) {
        if (!m_toldStranded.contains(queue))
            say(tr("Webhooks of %1 that wait to be sent on to %2, where nothing is sent on to now: "
                   "%L3. They are kept for a day.")
                    .arg(queue.endpoint, queue.target)
                    .arg(queue.waiting));
    }
    m_toldStranded = queues;
}

void ListenRun::announce(const listener::Listening &listening)
{
    say(u"listening on %1"_s.arg(listening.urls.last()));
    for (const QString &notice : m_plan.notices + QStringList(listening.warning)) {
        if (!notice.isEmpty())
            say(notice);
    }
    const QString &address = m_plan.settings.address;
    if (address != "localhost"_L1 && !QHostAddress(address).isLoopback())
        say(tr("Other computers can reach this address."));
}

static QString describe(const capture::Summary &row)
{
    const QString time = core::isoTime(row.receivedAt).mid(11, 12);
    if (row.rejection)
        return u"%1  #%2  %3: %4%5"_s.arg(time).arg(row.id).arg(
            capture::title(*row.rejection), row.text,
            row.count > 1 ? u" (×%1)"_s.arg(row.count) : QString());
    return u"%1  #%2  %3  %4  %5  %6 %7  %8"_s.arg(time).arg(row.id).arg(
        signature::word(row.signature),
        row.ageSeconds ? u"%1 %2 s"_s.arg(signature::word(row.freshness)).arg(*row.ageSeconds)
                       : signature::word(row.freshness),
        row.topic.isEmpty() ? u"–"_s : row.topic, QString::fromLatin1(row.method),
        QString::fromLatin1(row.target), core::byteSize(row.bodySize));
}

// A line a row for people; under load a terminal is no use, and a count is.
void ListenRun::tell(const QList<capture::Summary> &rows)
{
    if (const qint64 second = core::now() / 1'000'000; second != m_second) {
        m_second = second;
        m_told = 0;
        if (const qint64 untold = std::exchange(m_untold, 0); untold > 0)
            say(tr("… and %1 more").arg(untold));
    }
    for (const capture::Summary &row : rows) {
        if (m_told < linesASecond) {
            ++m_told;
            say(describe(row));
        } else
            ++m_untold;
    }
}

void ListenRun::settle(const QList<capture::Answer> &answers)
{
    m_settled += answers.size();
    if (!m_plan.json && m_plan.count > 0 && m_settled >= m_plan.count)
        end(Done);
}

void ListenRun::countPrinted(qsizetype lines)
{
    m_printed += lines;
    if (m_plan.count > 0 && m_printed >= m_plan.count)
        end(Done);
}

// What was answered is told first; whoever interrupts once more does not wait for that.
void ListenRun::finish()
{
    if (!m_inspector->listening() || std::exchange(m_finishing, true))
        return end(Done);
    connect(m_inspector.get(), &inspector::Inspector::listeningStopped, this,
            [this] { end(Done); });
    m_inspector->stopListening();
}

void ListenRun::giveUp(const core::Error &error)
{
    end(error.what.isEmpty() ? BadEnvironment : fail(error));
}

void ListenRun::end(int status)
{
    if (std::exchange(m_ending, true))
        return;
    QCoreApplication::exit(status);
}

} // namespace commands
