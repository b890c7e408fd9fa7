// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/store.h"
#include "inspector/pathsjob.h"
#include "support/builders.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using inspector::PathsJob;

class TstPathsJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"a.hookglass"_s);
        m_stored = 0;
    }

    void countsWhereValuesStand()
    {
        store({R"({"id":1,"name":"Maya"})", R"({"id":2,"items":[{"a b":true},{"a b":false}]})",
               R"({"id":1})", "no JSON"});
        const auto paths = found();
        QCOMPARE(paths.value(u"$.id"_s).deliveries, 3);
        QCOMPARE(paths.value(u"$.id"_s).values.first().text, u"1"_s);
        QCOMPARE(paths.value(u"$.id"_s).values.first().deliveries, 2);
        QCOMPARE(paths.value(u"$.name"_s).values.first().text, u"Maya"_s);
        QCOMPARE(paths.value(u"$.items[*][\"a b\"]"_s).deliveries, 1);
        QVERIFY(!paths.contains(u"$.items"_s)); // what holds values has none
        QVERIFY(paths.contains(u"h.Host"_s));
    }

    void looksAtTheLatestOnly()
    {
        QByteArrayList bodies{R"({"old":1})"};
        bodies.append(QByteArrayList(PathsJob::mostDeliveries, R"({"late":1})"));
        store(bodies);
        const auto paths = found();
        QVERIFY(!paths.contains(u"$.old"_s));
        QCOMPARE(paths.value(u"$.late"_s).deliveries, PathsJob::mostDeliveries);
    }

    void staysSmall()
    {
        QByteArray wide = "{";
        for (int i = 0; i < 3000; ++i)
            wide += "\"k" + QByteArray::number(i) + "\":" + QByteArray::number(i) + ',';
        wide.back() = '}';
        const QByteArray deep = QByteArray(300, '[') + QByteArray(300, ']');
        const QByteArray large = "{\"large\":\"" + QByteArray(300 << 10, 'x') + "\"}";
        store({wide, deep, large});
        const auto paths = found();
        QCOMPARE(paths.size(), PathsJob::mostPaths);
        QVERIFY(!paths.contains(u"$.large"_s));
    }

    void saysNothingOfAnotherStore()
    {
        store({R"({"id":1})"});
        PathsJob job;
        const QSignalSpy finished(&job, &PathsJob::finished);
        job.start(m_file, m_stored);
        job.forget();
        QCoreApplication::processEvents();
        QCOMPARE(finished.size(), 0);
        QVERIFY(job.paths().isEmpty());
    }

private:
    void store(const QByteArrayList &bodies)
    {
        const auto opened = capture::Store::open(m_file, capture::Access::Write);
        QVERIFY(opened);
        capture::Batch batch;
        for (const QByteArray &body : bodies)
            batch.deliveries.append(builders::stored(builders::delivery(body)));
        QVERIFY((*opened)->append(batch));
        m_stored = bodies.size();
    }

    QHash<QString, inspector::SeenPath> found() const
    {
        PathsJob job;
        QSignalSpy finished(&job, &PathsJob::finished);
        job.start(m_file, m_stored);
        QHash<QString, inspector::SeenPath> paths;
        if (finished.wait()) {
            for (const inspector::SeenPath &path : job.paths())
                paths.insert(path.path, path);
        }
        return paths;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    qint64 m_stored = 0;
};

QTEST_GUILESS_MAIN(TstPathsJob)
#include "tst_pathsjob.moc"
