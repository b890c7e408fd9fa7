// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/builders.h"
#include "support/livewindow.h"

#include <QApplication>
#include <QElapsedTimer>

#include <cstdio>

using inspector::Inspector;

namespace
{

constexpr int deliveries = 100'000;
constexpr int atOnce = 10'000;

// 1 KB each and signed, as they are stored while nobody has a secret yet.
bool seed(support::LiveWindow &window)
{
    QByteArray body = R"({"account_id":0,"topic":"customer/updated","data":{"note":")";
    body += QByteArray(1024 - body.size() - 3, 'x') + R"("}})";
    capture::Delivery made = builders::delivery(body);
    made.request.fields = support::LiveWindow::signedAt(body);
    made.request.head = "POST / HTTP/1.1\r\n";
    for (const http::Field &field : std::as_const(made.request.fields))
        made.request.head += field.name + ": " + field.value + "\r\n";
    made.request.head += "\r\n";
    made.verdict.signature = signature::Signature::NoSecret;
    made.verdict.secret.clear();
    for (int stored = 0; stored < deliveries; stored += atOnce) {
        if (!window.seed(QList<capture::Delivery>(atOnce, made)))
            return false;
    }
    return true;
}

} // namespace

// Prints how long it takes to judge a store again with the window open, and the longest time that
// the window's thread did not answer meanwhile.
int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    support::LiveWindow window;
    if (!seed(window) || !window.open()) {
        std::fputs("The store could not be made.\n", stderr);
        return 3;
    }
    QTimer pulse;
    QElapsedTimer sinceBeat;
    qint64 longest = 0;
    QObject::connect(&pulse, &QTimer::timeout, &pulse,
                     [&] { longest = std::max(longest, sinceBeat.restart()); });
    pulse.setTimerType(Qt::PreciseTimer);
    pulse.start(1);
    sinceBeat.start();
    QSignalSpy rejudged(&window.inspector(), &Inspector::rejudged);
    QElapsedTimer timer;
    timer.start();
    window.inspector().addSecret(QStringLiteral("/"), smile::secret(QStringLiteral("test")), false);
    if (!rejudged.wait(120'000)) {
        std::fputs("They were not all judged within two minutes.\n", stderr);
        return 1;
    }
    std::printf("judged %d deliveries of 1 KB again in %.2f s (aim: under 3 s); the window's "
                "thread was away for %lld ms at most\n",
                deliveries, double(timer.elapsed()) / 1000, static_cast<long long>(longest));
    return 0;
}
