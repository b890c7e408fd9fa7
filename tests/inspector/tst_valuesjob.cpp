// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/store.h"
#include "inspector/valuesjob.h"
#include "support/builders.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace Qt::Literals::StringLiterals;
using inspector::ValuesJob;

class TstValuesJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"a.hookglass"_s);
        auto opened = capture::Store::open(m_file, capture::Access::Write);
        QVERIFY(opened);
        m_store = std::move(*opened);
        m_values.clear();
        m_job = std::make_unique<ValuesJob>();
        connect(m_job.get(), &ValuesJob::read, this,
                [this](const ValuesJob::Values &values) { m_values.insert(values); });
    }

    void cleanup()
    {
        m_job.reset();
        m_store.reset();
    }

    void readsWhatIsAskedFor()
    {
        store({R"({"id":1.0,"name":"Maya"})", R"({"id":2})", "no JSON", R"({"id":4})"});
        read({1, 3, 4}, {"/id", "/name"});
        QCOMPARE(m_values.size(), 3);
        QCOMPARE(m_values[1][0]->text, "1.0");
        QCOMPARE(m_values[1][1]->text, "Maya");
        QCOMPARE(m_values[3], json::ShortValues(2));
        QCOMPARE(m_values[4][0]->text, "4");
        QVERIFY(!m_values[4][1]);
    }

    void readsHeadersBesideIt()
    {
        capture::Delivery delivery = builders::delivery(R"({"id":7})");
        delivery.request.head.clear();
        delivery.request.fields = {{"Host", "a:8443"},
                                   {"X-Shop", "one"},
                                   {"x-shop", "two"},
                                   {"Long", QByteArray(300, 'l')}};
        capture::Batch batch;
        batch.deliveries.append(builders::stored(delivery));
        QVERIFY(m_store->append(batch));
        read({1}, {"h.X-SHOP", "/id", "h.Shop", "h.host", "h.Long"});
        QCOMPARE(m_values[1].size(), 5);
        QCOMPARE(m_values[1][0]->text, "one, two");
        QCOMPARE(m_values[1][1]->text, "7");
        QVERIFY(!m_values[1][2]);
        QCOMPARE(m_values[1][3]->text, "a:8443");
        QVERIFY(m_values[1][4]->cut);
        QCOMPARE(m_values[1][4]->text.size(), ValuesJob::longestValue);
    }

    void readsWhatIsKnownBesideIt()
    {
        capture::Delivery plain = builders::delivery();
        plain.tls.reset();
        plain.request.head.replace("HTTP/1.1", "HTTP/1.0");
        capture::Batch batch;
        batch.deliveries
            = {builders::stored(builders::delivery(R"({"id":7})")), builders::stored(plain)};
        QVERIFY(m_store->append(batch));
        QVERIFY(m_store->append(QList<capture::Attempt>{
            {.delivery = 1, .target = u"http://x/"_s}, {.delivery = 1, .target = u"http://y/"_s}}));
        read({1, 2}, {"+http", "/id", "+sends", "+tls"});
        QCOMPARE(m_values[1][0]->text, "HTTP/1.1");
        QCOMPARE(m_values[1][1]->text, "7");
        QCOMPARE(m_values[1][2]->text, "2");
        QCOMPARE(m_values[1][3]->text, "TLSv1.3");
        QCOMPARE(m_values[2][0]->text, "HTTP/1.0");
        QCOMPARE(m_values[2][2]->text, "0");
        QVERIFY(!m_values[2][3]);
    }

    // Ids that follow each other are read at once, others one by one.
    void readsIdsInAnyOrder_data()
    {
        QTest::addColumn<QList<qint64>>("ids");
        QList<qint64> all(2500);
        std::iota(all.begin(), all.end(), 1);
        QList<qint64> odd = all;
        odd.removeIf([](qint64 id) { return id % 2 == 0; });
        QList<qint64> downwards(all.rbegin(), all.rend());
        QTest::newRow("more than are read at once") << all;
        QTest::newRow("each second one") << odd;
        QTest::newRow("downwards") << downwards;
        QTest::newRow("with a gap, and one that is before") << QList<qint64>{8, 9, 12, 13, 3};
        QTest::newRow("none") << QList<qint64>();
    }

    void readsIdsInAnyOrder()
    {
        QFETCH(const QList<qint64>, ids);
        QByteArrayList bodies;
        for (int id = 1; id <= 2500; ++id)
            bodies.append("{\"id\":" + QByteArray::number(id) + '}');
        store(bodies);
        QVERIFY(m_store->remove({9, 2500}, 1));
        read(ids, {"/id", "+sends"});
        QCOMPARE(m_values.size(), ids.size());
        for (const qint64 id : ids) {
            const bool there = id != 9 && id != 2500;
            QCOMPARE(m_values[id].size(), 2);
            QCOMPARE(m_values[id][0].has_value(), there);
            QCOMPARE(m_values[id][1].has_value(), there);
            if (there)
                QCOMPARE(m_values[id][0]->text, QByteArray::number(id));
        }
    }

    void saysOfEachIdThatThereIsNothing()
    {
        store({R"({"id":1})", R"({"id":2})"});
        QVERIFY(m_store->remove({1}, 1));
        read({1, 99}, {"/id"});
        QCOMPARE(m_values.value(1), json::ShortValues(1));
        QCOMPARE(m_values.value(99), json::ShortValues(1));
    }

    void seesWhatIsStoredMeanwhile()
    {
        store({R"({"id":1})"});
        read({1}, {"/id"});
        store({R"({"id":2})"});
        read({2}, {"/id"});
        QCOMPARE(m_values[2][0]->text, "2");
    }

    void cutsLongValues()
    {
        store({"{\"a\":\"" + QByteArray(100'000, 'x') + "\"}"});
        read({1}, {"/a"});
        QCOMPARE(m_values[1][0]->text.size(), ValuesJob::longestValue);
        QVERIFY(m_values[1][0]->cut);
    }

    void tellsNothingOnceStopped()
    {
        store({R"({"id":1})"});
        QSignalSpy finished(m_job.get(), &ValuesJob::finished);
        m_job->start(m_file, {1}, {"/id"});
        m_job->stop();
        QVERIFY(m_job->running()); // until its thread has said so
        QVERIFY(finished.wait());
        QVERIFY(!m_job->running());
        QVERIFY(m_values.isEmpty());
    }

    void failsWithoutAStore()
    {
        QSignalSpy failed(m_job.get(), &ValuesJob::failed);
        m_job->start(m_folder->filePath(u"none.hookglass"_s), {1}, {"/id"});
        QVERIFY(failed.wait());
        QVERIFY(!m_job->running());
    }

private:
    void store(const QByteArrayList &bodies)
    {
        capture::Batch batch;
        for (const QByteArray &body : bodies)
            batch.deliveries.append(builders::stored(builders::delivery(body)));
        QVERIFY(m_store->append(batch));
    }

    void read(const QList<qint64> &ids, const QList<QByteArray> &pointers)
    {
        QSignalSpy finished(m_job.get(), &ValuesJob::finished);
        m_job->start(m_file, ids, pointers);
        QVERIFY(finished.wait());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    std::unique_ptr<capture::Store> m_store;
    std::unique_ptr<ValuesJob> m_job;
    ValuesJob::Values m_values;
};

QTEST_GUILESS_MAIN(TstValuesJob)
#include "tst_valuesjob.moc"
