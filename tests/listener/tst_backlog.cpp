// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/backlog.h"
#include "support/builders.h"

#include <QSignalSpy>
#include <QTest>

using listener::Backlog;

class TstBacklog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void handsOverAtOnceWhileTheStoreIsQuick();
    void gathersATurnWhileTheStoreIsSlow();
    void handsOverWithinATurnThatIsLong();
    void timesABatchThatWaitedFromTheEndOfTheOneBefore();
    void timesWhatCouldNotBeStoredAsWell();
    void letsAnswersGoAlongWithTheNextDelivery();
    void handsAnswersOverAloneWhenNoDeliveryComes();
    void holdsDeliveriesUntilTheStoreHasLetGoOfThem();

private:
    void add(int count);
    void takeTurn() { QCoreApplication::sendPostedEvents(m_backlog.get()); }
    void store(const QList<qint64> &ids, qint64 milliseconds);
    QList<qsizetype> batches() const;

    qint64 m_now = 0; // nanoseconds
    std::unique_ptr<Backlog> m_backlog;
    std::unique_ptr<QSignalSpy> m_received;
};

void TstBacklog::init()
{
    m_now = 1'000'000'000;
    m_backlog = std::make_unique<Backlog>([this] { return m_now; });
    m_received = std::make_unique<QSignalSpy>(m_backlog.get(), &Backlog::received);
}

void TstBacklog::add(int count)
{
    for (int i = 0; i < count; ++i)
        m_backlog->add(builders::stored(builders::delivery()), nullptr, 1);
}

void TstBacklog::store(const QList<qint64> &ids, qint64 milliseconds)
{
    m_now += milliseconds * 1'000'000;
    m_backlog->settle(ids);
    takeTurn();
}

QList<qsizetype> TstBacklog::batches() const
{
    QList<qsizetype> sizes;
    for (const QList<QVariant> &batch : *m_received)
        sizes += batch[0].value<QList<capture::DeliveryPtr>>().size();
    return sizes;
}

void TstBacklog::handsOverAtOnceWhileTheStoreIsQuick()
{
    add(2); // nothing was stored yet: no time is worth waiting for
    QCOMPARE(batches(), QList<qsizetype>({1, 1}));
}

void TstBacklog::gathersATurnWhileTheStoreIsSlow()
{
    add(1);
    store({1}, 3);
    add(3);
    QCOMPARE(batches(), QList<qsizetype>({1}));
    takeTurn();
    QCOMPARE(batches(), QList<qsizetype>({1, 3}));
}

void TstBacklog::handsOverWithinATurnThatIsLong()
{
    add(1);
    store({1}, 4);
    add(2);
    m_now += 1'999'999;
    add(1);
    QCOMPARE(batches(), QList<qsizetype>({1}));
    m_now += 1;
    add(1);
    QCOMPARE(batches(), QList<qsizetype>({1, 4}));
    add(1);
    takeTurn();
    QCOMPARE(batches(), QList<qsizetype>({1, 4, 1}));
}

void TstBacklog::timesABatchThatWaitedFromTheEndOfTheOneBefore()
{
    add(2);
    store({1}, 10);
    store({2}, 2); // 12 ms after it was handed over, of which it waited for 10
    add(1);
    m_now += 1'000'000;
    add(1);
    QCOMPARE(batches(), QList<qsizetype>({1, 1, 2}));
}

void TstBacklog::timesWhatCouldNotBeStoredAsWell()
{
    add(1);
    m_now += 2'000'000;
    m_backlog->refuse(1, {});
    add(1);
    QCOMPARE(batches(), QList<qsizetype>({1}));
    m_now += 1'000'000;
    add(1);
    QCOMPARE(batches(), QList<qsizetype>({1, 2}));
}

void TstBacklog::letsAnswersGoAlongWithTheNextDelivery()
{
    QSignalSpy answered(m_backlog.get(), &Backlog::answered);
    m_backlog->add(capture::Answer{.id = 1, .status = 200});
    m_backlog->add(capture::Answer{.id = 2, .status = 200});
    takeTurn();
    QVERIFY(answered.isEmpty());
    QVERIFY(!m_backlog->empty());
    add(1);
    QCOMPARE(answered.size(), 1);
    QCOMPARE(answered[0][0].value<QList<capture::Answer>>().size(), 2);
}

void TstBacklog::handsAnswersOverAloneWhenNoDeliveryComes()
{
    QSignalSpy answered(m_backlog.get(), &Backlog::answered);
    m_backlog->add(capture::Answer{.id = 1, .status = 200});
    QVERIFY(answered.wait());
    QVERIFY(m_backlog->empty());
}

void TstBacklog::holdsDeliveriesUntilTheStoreHasLetGoOfThem()
{
    const std::weak_ptr<const capture::Delivery> first = [this] {
        const capture::DeliveryPtr delivery = builders::stored(builders::delivery());
        m_backlog->add(delivery, nullptr, 1);
        return delivery;
    }();
    m_received->clear();
    store({1}, 1);
    QVERIFY(!first.expired());
    add(1);
    store({2}, 1);
    QVERIFY(first.expired());
}

QTEST_GUILESS_MAIN(TstBacklog)
#include "tst_backlog.moc"
