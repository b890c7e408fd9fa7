// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/schedule.h"

#include <QTest>

using resend::Schedule;
using resend::Turn;

class TstSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesInOrder();
    void keepsToSoManyAtOnce();
    void keepsToThePace();
    void spreadsAsTheyArrived_data();
    void spreadsAsTheyArrived();
    void waitsWhilePaused();
    void cancelsWhatHasNotBegun();
    void isOverWithoutAny();
};

void TstSchedule::goesInOrder()
{
    Schedule schedule(resend::paced({7, 3, 5}, 0), 8);
    QCOMPARE(schedule.next(0), 7);
    QCOMPARE(schedule.next(0), 3);
    QCOMPARE(schedule.next(0), 5);
    QVERIFY(!schedule.next(0));
    QVERIFY(!schedule.isOver());
    for (int i = 0; i < 3; ++i)
        schedule.end();
    QVERIFY(schedule.isOver());
}

void TstSchedule::keepsToSoManyAtOnce()
{
    Schedule schedule(resend::paced({1, 2, 3}, 0), 2);
    QVERIFY(schedule.next(0) && schedule.next(0));
    QVERIFY(!schedule.next(0));
    QVERIFY(!schedule.wait(0));
    schedule.end();
    QCOMPARE(schedule.next(0), 3);
    QCOMPARE(schedule.underWay(), 2);
}

void TstSchedule::keepsToThePace()
{
    Schedule schedule(resend::paced({1, 2, 3}, 4), 8);
    QCOMPARE(schedule.next(1000), 1);
    QCOMPARE(schedule.wait(1000), 250'000);
    QVERIFY(!schedule.next(250'999));
    QCOMPARE(schedule.next(251'000), 2);
    QCOMPARE(schedule.wait(900'000), 0); // late is late, and nothing is made up for
}

void TstSchedule::spreadsAsTheyArrived_data()
{
    QTest::addColumn<double>("speed");
    QTest::addColumn<QList<qint64>>("gaps");
    QTest::newRow("as fast") << 1.0 << QList<qint64>{0, 1000, 0, 500};
    QTest::newRow("ten times as fast") << 10.0 << QList<qint64>{0, 100, 0, 50};
}

void TstSchedule::spreadsAsTheyArrived()
{
    QFETCH(double, speed);
    QList<qint64> gaps;
    for (const Turn &turn : resend::pacedAsReceived({1, 2, 3, 4}, {5000, 6000, 5500, 6000}, speed))
        gaps.append(turn.gap);
    QTEST(gaps, "gaps");
}

void TstSchedule::waitsWhilePaused()
{
    Schedule schedule(resend::paced({1, 2}, 0), 1);
    schedule.setPaused(true);
    QVERIFY(!schedule.next(0));
    QVERIFY(!schedule.wait(0));
    schedule.setPaused(false);
    QCOMPARE(schedule.next(0), 1);
}

void TstSchedule::cancelsWhatHasNotBegun()
{
    Schedule schedule(resend::paced({1, 2, 3}, 0), 1);
    QVERIFY(schedule.next(0));
    QCOMPARE(schedule.cancelRest(), 2);
    QVERIFY(!schedule.isOver());
    schedule.end();
    QVERIFY(schedule.isOver());
    QVERIFY(!schedule.next(0));
}

void TstSchedule::isOverWithoutAny() { QVERIFY(Schedule(resend::paced({}, 1), 1).isOver()); }

QTEST_GUILESS_MAIN(TstSchedule)
#include "tst_schedule.moc"
