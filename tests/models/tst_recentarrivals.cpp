// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/recentarrivals.h"
#include "support/rows.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using models::DeliveryRows;
using models::RecentArrivals;
using Step = RecentArrivals::Step;
using signature::Signature;

class TstRecentArrivals : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 second = 1'000'000;
    static constexpr qint64 now = 1'795'428'007 * second; // seven seconds into its step

    void add(qint64 receivedAt, Signature verdict = Signature::Verified)
    {
        capture::Summary row = rows::row(++m_last, verdict);
        row.receivedAt = receivedAt;
        m_rows.append(row);
    }

    DeliveryRows m_rows;
    qint64 m_last = 0;

private Q_SLOTS:
    void init()
    {
        m_rows = {};
        m_last = 0;
    }

    void hasNothingWithoutRows()
    {
        QCOMPARE(models::recentArrivals(m_rows, now).total(), (Step{}));
        QCOMPARE(models::recentArrivals(m_rows, now).highest(), (Step{}));
    }

    void countsInSteps()
    {
        add(now - 10 * second);
        add(now, Signature::Invalid);
        add(now);
        const RecentArrivals recent = models::recentArrivals(m_rows, now);
        QCOMPARE(recent.steps[59], (Step{.all = 2, .troubled = 1}));
        QCOMPARE(recent.steps[58], (Step{.all = 1}));
        QCOMPARE(recent.total(), (Step{.all = 3, .troubled = 1}));
        QCOMPARE(recent.highest(), (Step{.all = 2, .troubled = 1}));
    }

    void spansTenMinutes_data()
    {
        QTest::addColumn<qint64>("receivedAt");
        QTest::addColumn<int>("step");
        const qint64 start = RecentArrivals::startAt(now) * second;
        QTest::newRow("just before") << start - 1 << -1;
        QTest::newRow("at its beginning") << start << 0;
        QTest::newRow("at the end of the first step") << start + 10 * second - 1 << 0;
        QTest::newRow("at the end") << start + 600 * second - 1 << 59;
        QTest::newRow("behind it, in the future") << start + 600 * second << -1;
    }

    void spansTenMinutes()
    {
        QFETCH(const qint64, receivedAt);
        QFETCH(const int, step);
        add(receivedAt);
        const RecentArrivals recent = models::recentArrivals(m_rows, now);
        QCOMPARE(recent.total().all, step < 0 ? 0u : 1u);
        if (step >= 0)
            QCOMPARE(recent.steps[size_t(step)].all, 1u);
        QCOMPARE(recent.end() - recent.start, qint64(600));
    }

    // An import brings old rows in behind the latest.
    void findsWhatStandsBeforeOlderRows()
    {
        add(now);
        for (int i = 0; i < 10; ++i)
            add(now - 3600 * second);
        QCOMPARE(models::recentArrivals(m_rows, now).total().all, 1u);
    }

    void leavesOutWhatWasImported()
    {
        add(now);
        capture::Summary row = rows::row(++m_last);
        row.receivedAt = now;
        row.importedAt = 1;
        m_rows.append(row);
        QCOMPARE(models::recentArrivals(m_rows, now).total().all, 1u);
    }

    void countsRejectionsAsProblems()
    {
        capture::Summary row = rows::row(1);
        row.receivedAt = now;
        row.rejection = capture::Reason::PlainHttp;
        m_rows.append(row);
        QCOMPARE(models::recentArrivals(m_rows, now).total(), (Step{.all = 1, .troubled = 1}));
    }
};

QTEST_APPLESS_MAIN(TstRecentArrivals)
#include "tst_recentarrivals.moc"
