// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/exportrun.h"
#include "inspector/searchjob.h"
#include "models/deliverymodel.h"
#include "support/builders.h"
#include "support/livewindow.h"
#include "ui/views/deliveryview.h"
#include "ui/views/filterbar.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFileInfo>

#include <cstdio>

namespace
{

constexpr int atOnce = 10'000;
constexpr int longestWait = 600'000; // milliseconds

// Bodies like Smile's, all different, and as long as wanted.
QByteArray body(qint64 number, qint64 size)
{
    QByteArray made = R"({"account_id":48213,"topic":"customer/updated","data":{"customer":{"id":)"
        + QByteArray::number(904'311'782 + number) + R"(,"email":"customer)"
        + QByteArray::number(number) + R"(@example.org","points_balance":)"
        + QByteArray::number(number % 3500) + R"(,"vip_tier_id":null,"note":")";
    made += QByteArray(std::max<qint64>(size - made.size() - 5, 0), 'x') + R"("}}})";
    return made;
}

bool seed(support::LiveWindow &window, qint64 rows, qint64 size)
{
    for (qint64 stored = 0; stored < rows; stored += atOnce) {
        QList<capture::Delivery> some;
        for (qint64 i = stored; i < std::min<qint64>(stored + atOnce, rows); ++i) {
            capture::Delivery made = builders::delivery(body(i, size));
            made.receivedAt += i * 1000;
            made.event.topic
                = i % 1000 == 0 ? QStringLiteral("ping") : QStringLiteral("customer/updated");
            made.event.account = QString::number(i % 5000);
            made.event.summary = QStringLiteral("customer%1@example.org").arg(i);
            if (i % 50 == 0)
                made.verdict.signature = signature::Signature::Invalid;
            some.append(made);
        }
        if (!window.seed(some))
            return false;
    }
    return true;
}

// How long the main thread did not answer at most, since it was asked last.
class Pulse
{
public:
    Pulse()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(); });
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.start(1);
        m_since.start();
    }
    qint64 longest()
    {
        beat();
        return std::exchange(m_longest, 0);
    }

private:
    void beat() { m_longest = std::max(m_longest, m_since.restart()); }

    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

double megabytes(qint64 bytes) { return double(bytes) / 1'000'000; }

class Measuring
{
public:
    Measuring(support::LiveWindow &window, qint64 bytes)
        : m_window(window)
        , m_bar(*window.part<ui::FilterBar>())
        , m_bytes(bytes)
    {
    }

    bool filter(const QString &text, const std::function<bool(const models::DeliveryModel &)> &done)
    {
        const auto &model
            = *qobject_cast<models::DeliveryModel *>(m_window.part<ui::DeliveryView>()->model());
        m_pulse.longest();
        QElapsedTimer timer;
        timer.start();
        m_bar.setText(text);
        const bool there = QTest::qWaitFor([&] { return done(model); }, longestWait);
        std::printf("filter %-34s %8lld ms to all rows; longest block %lld ms\n", qPrintable(text),
                    static_cast<long long>(timer.elapsed()),
                    static_cast<long long>(m_pulse.longest()));
        m_bar.clear();
        return QTest::qWaitFor([&] { return model.rowCount() == model.counts().all; }, longestWait)
            && there;
    }

    bool search(const QString &text, qint64 last)
    {
        inspector::SearchJob job;
        QSignalSpy finished(&job, &inspector::SearchJob::finished);
        m_pulse.longest();
        QElapsedTimer timer;
        timer.start();
        job.start(m_window.file(), filter::parse(text).filter, 0, last);
        const bool done = finished.wait(longestWait);
        tell("search", text, timer.nsecsElapsed());
        return done;
    }

    bool write(qint64 rows)
    {
        inspector::ExportRun run;
        QSignalSpy exported(&run, &inspector::ExportRun::exported);
        const QString target = m_window.path(QStringLiteral("out.ndjson"));
        m_pulse.longest();
        QElapsedTimer timer;
        timer.start();
        run.start(m_window.file(), {}, target, rows);
        const bool done = exported.wait(longestWait);
        m_bytes = QFileInfo(target).size();
        tell("export", QStringLiteral("NDJSON"), timer.nsecsElapsed());
        return done;
    }

private:
    void tell(const char *what, const QString &text, qint64 nanoseconds)
    {
        std::printf("%s %-34s %8.0f MB/s (%.0f MB in %.2f s); longest block %lld ms\n", what,
                    qPrintable(text), megabytes(m_bytes) * 1e9 / double(nanoseconds),
                    megabytes(m_bytes), double(nanoseconds) / 1e9,
                    static_cast<long long>(m_pulse.longest()));
        std::fflush(stdout);
    }

    support::LiveWindow &m_window;
    ui::FilterBar &m_bar;
    Pulse m_pulse;
    qint64 m_bytes;
};

} // namespace

// Prints how long filters take in the window, how fast bodies are searched and exported, and for
// how long the window's thread was away meanwhile. Arguments: rows, bytes of each body.
int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const qint64 rows = arguments.value(1, QStringLiteral("1000000")).toLongLong();
    const qint64 size = arguments.value(2, QStringLiteral("600")).toLongLong();
    support::LiveWindow window;
    QElapsedTimer timer;
    timer.start();
    if (!seed(window, rows, size)) {
        std::fputs("The store could not be made.\n", stderr);
        return 3;
    }
    std::printf("%lld rows with bodies of %lld bytes stored in %.1f s\n",
                static_cast<long long>(rows), static_cast<long long>(size),
                double(timer.restart()) / 1000);
    // A million rows take longer to load than open() waits.
    const auto loaded
        = [&window, rows] { return window.part<ui::DeliveryView>()->model()->rowCount() == rows; };
    if (!window.open() && !QTest::qWaitFor(loaded, longestWait))
        return 3;
    std::printf("opened in %.1f s\n", double(timer.elapsed()) / 1000);
    Measuring measuring(window, rows * size);
    const auto all = [rows](qint64 wanted) {
        return [rows, wanted](const models::DeliveryModel &model) {
            return model.rowCount() == wanted && model.counts().all == rows;
        };
    };
    const bool done = measuring.filter(QStringLiteral("topic:ping"), all((rows + 999) / 1000))
        && measuring.filter(QStringLiteral("sig:invalid"), all((rows + 49) / 50))
        && measuring.filter(QStringLiteral("summary:customer77@"), all(rows > 77 ? 1 : 0))
        && measuring.search(QStringLiteral("body:nowhere"), rows)
        && measuring.search(QStringLiteral("nowhere"), rows)
        && measuring.search(QStringLiteral("/no[a-z]here/i"), rows)
        && measuring.search(QStringLiteral("$.data.customer.points_balance:>99999"), rows)
        && measuring.write(rows);
    return done ? 0 : 1;
}
