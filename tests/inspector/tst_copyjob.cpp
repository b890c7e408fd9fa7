// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/store.h"
#include "inspector/copyjob.h"
#include "support/builders.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using inspector::CopyJob;

class TstCopyJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void copiesBesideAWriter();
    void countsUpwards();
    void canBeStopped();
    void saysWhatKeepsItFromCopying();
    void doesOneAtATime();
    void endsWithItsOwner();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<capture::Store> m_writer;
};

void TstCopyJob::init()
{
    m_writer.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_writer = std::move(*capture::Store::open(path(u"a.hookglass"_s), capture::Access::Write));
    capture::Batch batch;
    for (int i = 0; i < 300; ++i)
        batch.deliveries.append(builders::stored(builders::delivery(QByteArray(9000, 'x'))));
    QVERIFY(m_writer->append(batch));
}

void TstCopyJob::copiesBesideAWriter()
{
    CopyJob job;
    QSignalSpy copied(&job, &CopyJob::copied);
    job.start(path(u"a.hookglass"_s), path(u"b.hookglass"_s));
    QVERIFY(copied.wait());
    QCOMPARE(copied.first().first().toString(), path(u"b.hookglass"_s));
    const auto copy = capture::Store::open(path(u"b.hookglass"_s), capture::Access::Read);
    QCOMPARE(*(*copy)->deliveryCount(), 300);
}

void TstCopyJob::countsUpwards()
{
    CopyJob job;
    QSignalSpy copied(&job, &CopyJob::copied);
    QSignalSpy progressed(&job, &CopyJob::progressed);
    job.start(path(u"a.hookglass"_s), path(u"b.hookglass"_s));
    QVERIFY(copied.wait());
    QVERIFY(!progressed.isEmpty());
    for (qsizetype i = 1; i < progressed.size(); ++i)
        QVERIFY(progressed[i - 1].first().toInt() < progressed[i].first().toInt());
    QCOMPARE(progressed.last().first().toInt(), 100);
}

// Within the copying itself, so that it cannot be over before.
static void stopWhenItMoves(CopyJob &job)
{
    QObject::connect(&job, &CopyJob::progressed, &job, &CopyJob::stop, Qt::DirectConnection);
}

void TstCopyJob::canBeStopped()
{
    CopyJob job;
    stopWhenItMoves(job);
    QSignalSpy stopped(&job, &CopyJob::stopped);
    job.start(path(u"a.hookglass"_s), path(u"b.hookglass"_s));
    QVERIFY(stopped.wait());
    QVERIFY(!QFile::exists(path(u"b.hookglass"_s)));
}

void TstCopyJob::saysWhatKeepsItFromCopying()
{
    CopyJob job;
    QSignalSpy failed(&job, &CopyJob::failed);
    job.start(path(u"a.hookglass"_s), path(u"none/b.hookglass"_s));
    QVERIFY(failed.wait());
    const auto error = failed.first().first().value<core::Error>();
    QVERIFY(error.what.contains(u"none/b.hookglass"_s));
    QVERIFY(!error.why.isEmpty());
}

void TstCopyJob::doesOneAtATime()
{
    CopyJob job;
    QSignalSpy copied(&job, &CopyJob::copied);
    QSignalSpy failed(&job, &CopyJob::failed);
    job.start(path(u"a.hookglass"_s), path(u"b.hookglass"_s));
    job.start(path(u"a.hookglass"_s), path(u"c.hookglass"_s));
    QCOMPARE(failed.size(), 1);
    QVERIFY(copied.wait());
    QVERIFY(!QFile::exists(path(u"c.hookglass"_s)));
}

void TstCopyJob::endsWithItsOwner()
{
    {
        CopyJob job;
        stopWhenItMoves(job);
        job.start(path(u"a.hookglass"_s), path(u"b.hookglass"_s));
    }
    const QStringList parts = QDir(m_folder->path()).entryList({u"b.hookglass*"_s}, QDir::Files);
    QCOMPARE(parts, QStringList());
}

QTEST_GUILESS_MAIN(TstCopyJob)
#include "tst_copyjob.moc"
