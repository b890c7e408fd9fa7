// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/store.h"
#include "support/builders.h"
#include "support/liveinspector.h"

using namespace Qt::Literals::StringLiterals;

// Whom the deliveries of an endpoint are about, after it was said to stand elsewhere.
class TstRetelling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // More than are told at once, and more than one slice behind those.
    void tellsAllThatThereAre()
    {
        constexpr int orders = 1300;
        support::LiveInspector live;
        seed(live, orders);
        QVERIFY(live.open());
        QCOMPARE(previousOf(live, orders + 1), 0);
        live->setEndpoints({{.scheme = u"acme"_s, .rules = {.subject = u"/order"_s}}});
        QTRY_COMPARE(previousOf(live, orders + 1), 1);
        live->setEndpoints({{.scheme = u"acme"_s}});
        QTRY_COMPARE(previousOf(live, orders + 1), 0);
    }

    void doesOtherWorkInBetween()
    {
        constexpr int orders = 3000;
        support::LiveInspector live;
        seed(live, orders);
        QVERIFY(live.open());
        live->setEndpoints({{.scheme = u"acme"_s, .rules = {.subject = u"/order"_s}}});
        QCOMPARE(previousOf(live, orders + 1), 0); // asked later, and answered before the oldest
        QTRY_COMPARE(previousOf(live, orders + 1), 1);
    }

private:
    // The last one is about the same order as the first one.
    static void seed(support::LiveInspector &live, int orders)
    {
        const auto store
            = capture::Store::open(live.path(u"test.hookglass"_s), capture::Access::Write);
        QVERIFY(store);
        QVERIFY((*store)->setEndpoints({{.scheme = u"acme"_s}}));
        capture::Batch batch;
        for (int i = 0; i <= orders; ++i) {
            capture::Delivery delivery
                = builders::delivery("{\"order\":" + QByteArray::number(i % orders) + '}');
            delivery.verdict.scheme = u"acme"_s;
            batch.deliveries.append(builders::stored(delivery));
        }
        QVERIFY((*store)->append(batch));
    }

    static qint64 previousOf(support::LiveInspector &live, qint64 id)
    {
        QSignalSpy fetched(&*live, &inspector::Inspector::fetched);
        live->fetch(id);
        if (!fetched.wait())
            return -1;
        return fetched.first().first().value<inspector::Details>().previousOfSubject;
    }
};

QTEST_GUILESS_MAIN(TstRetelling)
#include "tst_retelling.moc"
