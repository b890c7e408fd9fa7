// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/clockwatch.h"

#include <QTest>

#include <limits>

using ui::ClockWatch;

class TstClockWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheCommonOffset_data();
    void tellsTheCommonOffset();
    void needsFortyThatAgree();
    void forgetsOlderOnes();
    void letsOneFifthDiffer();
    void knowsOneWebhookSentAgainAndAgain();
    void leavesOutWhatTellsNothing();
    void bearsAnyAge();
};

namespace
{

constexpr qint64 start = 1'795'428'000;

capture::Summary row(int number, qint64 age)
{
    return {.id = number + 1, .receivedAt = (start + number) * 1'000'000, .ageSeconds = age};
}

QList<capture::Summary> rows(int count, qint64 age)
{
    QList<capture::Summary> made;
    for (int i = 0; i < count; ++i)
        made.append(row(i, age));
    return made;
}

std::optional<qint64> offsetOf(const QList<capture::Summary> &arrived)
{
    ClockWatch watch;
    watch.take(arrived);
    return watch.offset();
}

} // namespace

void TstClockWatch::tellsTheCommonOffset_data()
{
    QTest::addColumn<qint64>("age");
    QTest::addColumn<std::optional<qint64>>("offset");
    const auto none = std::optional<qint64>();
    QTest::newRow("clocks agree") << qint64(0) << none;
    QTest::newRow("a slow network") << qint64(59) << none;
    QTest::newRow("this clock is ahead") << qint64(60) << std::optional<qint64>(60);
    QTest::newRow("nearly a minute behind") << qint64(-59) << none;
    QTest::newRow("this clock is behind") << qint64(-360) << std::optional<qint64>(-360);
}

void TstClockWatch::tellsTheCommonOffset()
{
    QFETCH(qint64, age);
    QTEST(offsetOf(rows(50, age)), "offset");
}

void TstClockWatch::needsFortyThatAgree()
{
    QVERIFY(!offsetOf(rows(39, -360)));
    QVERIFY(offsetOf(rows(40, -360)));
}

void TstClockWatch::forgetsOlderOnes()
{
    ClockWatch watch;
    watch.take(rows(500, -360));
    QVERIFY(watch.offset());
    watch.take(rows(10, 1));
    QVERIFY(watch.offset());
    watch.take(rows(1, 1));
    QVERIFY(!watch.offset());
}

void TstClockWatch::letsOneFifthDiffer()
{
    QVERIFY(offsetOf(rows(40, 900) + rows(10, 100'000)));
    QVERIFY(!offsetOf(rows(39, 900) + rows(11, 100'000)));
    QVERIFY(offsetOf(rows(20, 900) + rows(20, 905)));
    QVERIFY(!offsetOf(rows(25, 900) + rows(25, 906)));
}

void TstClockWatch::knowsOneWebhookSentAgainAndAgain()
{
    QList<capture::Summary> replayed;
    for (int i = 0; i < 50; ++i) {
        capture::Summary again = row(0, 900 + i / 10); // ten a second
        again.receivedAt += i * 100'000;
        replayed.append(again);
    }
    QVERIFY(!offsetOf(replayed));
}

void TstClockWatch::leavesOutWhatTellsNothing()
{
    QList<capture::Summary> mixed = rows(39, -360);
    capture::Summary test = row(39, -360);
    test.test = true;
    capture::Summary refused = row(40, -360);
    refused.rejection = capture::Reason::PlainHttp;
    capture::Summary undated = row(41, 0);
    undated.ageSeconds.reset();
    QVERIFY(!offsetOf(mixed + QList{test, refused, undated}));
}

void TstClockWatch::bearsAnyAge()
{
    using Limits = std::numeric_limits<qint64>;
    QVERIFY(offsetOf(rows(50, Limits::max())));
    QVERIFY(offsetOf(rows(50, Limits::min())));
    QVERIFY(!offsetOf(rows(25, Limits::max()) + rows(25, Limits::min())));
}

QTEST_GUILESS_MAIN(TstClockWatch)
#include "tst_clockwatch.moc"
