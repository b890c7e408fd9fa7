// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/store.h"
#include "capture/waitingforwards.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace capture;

class TstWaitingForwards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void readsWhatIsStillToBeSentOn();
    void passesOverWhatIsRemoved();
    void tellsSinceWhenTheOldestWaits();
    void failsWithoutAStore();

private:
    std::unique_ptr<Store> open();
    QString file() const { return m_folder->filePath(u"a.hookglass"_s); }
    QList<WaitingForward> waiting(qint64 delivery) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

static const QString first = u"http://localhost:3000/"_s;
static const QString second = u"http://localhost:4000/"_s;
constexpr qint64 now = 1'795'428'000'000'000;

// With two deliveries, which both go to the two targets.
std::unique_ptr<Store> TstWaitingForwards::open()
{
    auto store = Store::open(file(), Access::Write);
    if (!store)
        return nullptr;
    (*store)->setForwards({{u"/"_s, {first, second}}});
    const Delivery one{.receivedAt = now, .endpoint = u"/"_s};
    Batch batch;
    batch.deliveries
        = {std::make_shared<const Delivery>(one), std::make_shared<const Delivery>(one)};
    return (*store)->append(batch) ? std::move(*store) : nullptr;
}

QList<WaitingForward> TstWaitingForwards::waiting(qint64 delivery) const
{
    const auto found = waitingForwards(file(), delivery);
    return found ? *found : QList<WaitingForward>();
}

void TstWaitingForwards::readsWhatIsStillToBeSentOn()
{
    const auto store = open();
    QVERIFY(store);
    const ForwardTask task = store->nextForward(u"/"_s, first)->value();
    QVERIFY(store->postponeForward(task.id, 2, now + 5));
    QVERIFY(store->endForward(store->nextForward(u"/"_s, second)->value().id));
    const QList<WaitingForward> ofFirst{{.task = {.id = task.id,
                                                  .delivery = 1,
                                                  .endpoint = u"/"_s,
                                                  .target = first,
                                                  .since = now,
                                                  .tries = 2,
                                                  .nextAt = now + 5}}};
    QCOMPARE(waiting(1), ofFirst);
    const QList<WaitingForward> ofSecond = waiting(2);
    QCOMPARE(ofSecond.size(), 2);
    QCOMPARE(ofSecond.first().task.target, first);
    QVERIFY(!ofSecond.first().first);
    QVERIFY(ofSecond.last().first);
    QVERIFY(waiting(3).isEmpty());
}

void TstWaitingForwards::passesOverWhatIsRemoved()
{
    const auto store = open();
    QVERIFY(store);
    QVERIFY(!waiting(2).first().first);
    QVERIFY(store->remove({1}, 1));
    QVERIFY(waiting(2).first().first);
}

void TstWaitingForwards::tellsSinceWhenTheOldestWaits()
{
    const auto store = open();
    QVERIFY(store);
    const Delivery before{.receivedAt = now - 1, .endpoint = u"/"_s};
    QVERIFY(store->append({.deliveries = {std::make_shared<const Delivery>(before)}}));
    QCOMPARE(*store->oldestForward(), now - 1);
    QVERIFY(store->remove({3}, 1));
    QCOMPARE(*store->oldestForward(), now);
    QVERIFY(store->dropForwards({.endpoint = u"/"_s, .target = first}));
    QVERIFY(store->dropForwards({.endpoint = u"/"_s, .target = second}));
    QCOMPARE(*store->oldestForward(), 0);
}

void TstWaitingForwards::failsWithoutAStore()
{
    QVERIFY(!waitingForwards(m_folder->filePath(u"none.hookglass"_s), 1));
}

QTEST_GUILESS_MAIN(TstWaitingForwards)
#include "tst_waitingforwards.moc"
