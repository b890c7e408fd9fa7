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
    void handsEachOverAsItComes();
    void letsManyAnswersGoAlongWithTheNextDelivery();
    void handsAnswersOverAloneWhenNoDeliveryComes();
    void holdsDeliveriesUntilTheStoreHasLetGoOfThem();

private:
    void add(int count);

    std::unique_ptr<Backlog> m_backlog;
    std::unique_ptr<QSignalSpy> m_received;
};

void TstBacklog::init()
{
    m_backlog = std::make_unique<Backlog>();
    m_received = std::make_unique<QSignalSpy>(m_backlog.get(), &Backlog::received);
}

void TstBacklog::add(int count)
{
    for (int i = 0; i < count; ++i)
        m_backlog->add(builders::stored(builders::delivery()), nullptr, 1);
}

void TstBacklog::handsEachOverAsItComes()
{
    add(2);
    QCOMPARE(m_received->size(), 2);
}

void TstBacklog::letsManyAnswersGoAlongWithTheNextDelivery()
{
    constexpr int many = 64;
    QSignalSpy answered(m_backlog.get(), &Backlog::answered);
    m_backlog->add(capture::Answer{.id = 1, .status = 200});
    add(1);
    QVERIFY(answered.isEmpty());
    QVERIFY(!m_backlog->empty());
    for (int id = 2; id <= many; ++id)
        m_backlog->add(capture::Answer{.id = id, .status = 200});
    add(1);
    QCOMPARE(answered.size(), 1);
    QCOMPARE(answered[0][0].value<QList<capture::Answer>>().size(), many);
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
    m_backlog->settle({1});
    QVERIFY(!first.expired());
    add(1);
    m_backlog->settle({2});
    QVERIFY(first.expired());
}

QTEST_GUILESS_MAIN(TstBacklog)
#include "tst_backlog.moc"
