// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/store.h"
#include "filter/parse.h"
#include "inspector/searchjob.h"
#include "support/builders.h"

#include <QFile>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using inspector::SearchJob;
using Ids = QList<qint64>;

class TstSearchJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsInBodies();
    void findsRejections();
    void readsRecordsWhereTheyDecide_data();
    void readsRecordsWhereTheyDecide();
    void knowsWhatWasThereBefore();
    void staysInItsStretch();
    void tellsHowFarItIs();
    void findsInOrderInManyPieces();
    void isNotHeldUpByGaps();
    void tellsOfADamagedPlace();
    void doesNotHearAnEarlierSearch();
    void isSilentOnceStopped();
    void endsWithItsOwner();
    void saysWhyItCannotRead();

private:
    static filter::Filter read(const QString &text) { return filter::parse(text).filter; }
    static Ids found(const QSignalSpy &spy);
    void fill(int rows) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

// Every hundredth body has the needle; the last row is a rejection.
void TstSearchJob::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"a.hookglass"_s);
    const auto store = capture::Store::open(m_file, capture::Access::Write);
    QVERIFY(store);
    capture::Batch batch;
    for (int i = 1; i <= 1000; ++i)
        batch.deliveries.append(builders::stored(
            builders::delivery(i % 100 == 0 ? R"({"a":"needle"})" : R"({"a":"hay"})")));
    capture::Rejection rejection;
    rejection.bytes = "needle in what was no request";
    batch.rejections.append(rejection);
    QVERIFY((*store)->append(batch));
}

Ids TstSearchJob::found(const QSignalSpy &spy)
{
    Ids all;
    for (const QList<QVariant> &told : spy)
        all += told.first().value<Ids>();
    std::sort(all.begin(), all.end());
    return all;
}

void TstSearchJob::findsInBodies()
{
    SearchJob job;
    const QSignalSpy spy(&job, &SearchJob::found);
    QSignalSpy finished(&job, &SearchJob::finished);
    job.start(m_file, read(u"$.a:needle"_s), 0, 1001);
    QVERIFY(job.running());
    QVERIFY(finished.wait());
    QVERIFY(!job.running());
    QCOMPARE(found(spy), (Ids{100, 200, 300, 400, 500, 600, 700, 800, 900, 1000}));
}

void TstSearchJob::knowsWhatWasThereBefore()
{
    capture::Repeats repeats;
    repeats.know(301, true);
    repeats.know(400, false);
    repeats.know(500, true);
    SearchJob job;
    const QSignalSpy spy(&job, &SearchJob::found);
    QSignalSpy finished(&job, &SearchJob::finished);
    job.start(m_file, read(u"$.a:needle is:replayed"_s), 0, 1001, repeats);
    QVERIFY(finished.wait());
    QCOMPARE(found(spy), (Ids{500}));
}

// Some of the contents leave it open, or nearly all of them.
void TstSearchJob::readsRecordsWhereTheyDecide_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Ids>("ids");
    QTest::newRow("few") << u"$.a:needle is:flagged"_s << Ids{200};
    QTest::newRow("most") << u"-$.a:needle is:flagged"_s << Ids{301};
    QTest::newRow("a note") << u"remember"_s << Ids{77};
}

void TstSearchJob::readsRecordsWhereTheyDecide()
{
    QFETCH(QString, text);
    {
        const auto store = capture::Store::open(m_file, capture::Access::Write);
        QVERIFY((*store)->setMarked({200, 301}, true));
        QVERIFY((*store)->setNote(77, u"to remember"_s));
    }
    SearchJob job;
    const QSignalSpy spy(&job, &SearchJob::found);
    QSignalSpy finished(&job, &SearchJob::finished);
    job.start(m_file, read(text), 0, 1001);
    QVERIFY(finished.wait());
    QTEST(found(spy), "ids");
}

void TstSearchJob::findsRejections()
{
    SearchJob job;
    const QSignalSpy spy(&job, &SearchJob::found);
    QSignalSpy finished(&job, &SearchJob::finished);
    job.start(m_file, read(u"body:needle is:rejected"_s), 0, 1001);
    QVERIFY(finished.wait());
    QCOMPARE(found(spy), Ids{1001});
}

void TstSearchJob::staysInItsStretch()
{
    SearchJob job;
    const QSignalSpy spy(&job, &SearchJob::found);
    QSignalSpy finished(&job, &SearchJob::finished);
    job.start(m_file, read(u"body:needle"_s), 100, 300);
    QVERIFY(finished.wait());
    QCOMPARE(found(spy), (Ids{200, 300}));
}

void TstSearchJob::tellsHowFarItIs()
{
    SearchJob job;
    const QSignalSpy spy(&job, &SearchJob::found);
    QSignalSpy finished(&job, &SearchJob::finished);
    job.start(m_file, read(u"body:needle"_s), 0, 1001);
    QVERIFY(finished.wait());
    qint64 last = 0;
    for (const QList<QVariant> &told : spy) {
        QVERIFY(told[1].toLongLong() >= last);
        last = told[1].toLongLong();
    }
    QCOMPARE(last, 1001);
}

// So many rows more, with a needle in each hundredth.
void TstSearchJob::fill(int rows) const
{
    const auto store = capture::Store::open(m_file, capture::Access::Write);
    QVERIFY(store);
    capture::Batch batch;
    for (int i = 1; i <= rows; ++i)
        batch.deliveries.append(
            builders::stored(builders::delivery(i % 100 == 0 ? "needle" : QByteArray(200, 'h'))));
    QVERIFY((*store)->append(batch));
}

// Whichever thread was where: nothing is told twice, left out, or before what stands above it.
void TstSearchJob::findsInOrderInManyPieces()
{
    constexpr int more = 20'000;
    fill(more);
    SearchJob job;
    const QSignalSpy spy(&job, &SearchJob::found);
    QSignalSpy finished(&job, &SearchJob::finished);
    job.start(m_file, read(u"body:needle -is:rejected"_s), 0, 1001 + more);
    QVERIFY(finished.wait());
    QCOMPARE(found(spy).size(), (1000 + more) / 100);
    qint64 last = 0;
    for (const QList<QVariant> &told : spy) {
        for (const qint64 id : told.first().value<Ids>()) {
            QVERIFY(id > last);
            last = id;
        }
        QVERIFY(told[1].toLongLong() >= last);
        last = told[1].toLongLong();
    }
    QCOMPARE(last, 1001 + more);
}

// Whoever made the store may have chosen its ids.
void TstSearchJob::isNotHeldUpByGaps()
{
    constexpr qint64 far = std::numeric_limits<qint64>::max();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"gaps"_s);
        database.setDatabaseName(m_file);
        QVERIFY(database.open());
        QVERIFY(
            QSqlQuery(database).exec(u"UPDATE deliveries SET id = %1 WHERE id = 1000"_s.arg(far)));
    }
    QSqlDatabase::removeDatabase(u"gaps"_s);
    SearchJob job;
    const QSignalSpy spy(&job, &SearchJob::found);
    QSignalSpy finished(&job, &SearchJob::finished);
    job.start(m_file, read(u"body:needle -is:rejected"_s), 800, far);
    QVERIFY(finished.wait());
    QCOMPARE(found(spy), (Ids{900, far}));
}

void TstSearchJob::tellsOfADamagedPlace()
{
    fill(20'000);
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(file.size() / 2));
    QVERIFY(file.write(QByteArray(file.size() / 4, '\xff')) > 0);
    file.close();
    SearchJob job;
    const QSignalSpy spy(&job, &SearchJob::found);
    const QSignalSpy finished(&job, &SearchJob::finished);
    QSignalSpy failed(&job, &SearchJob::failed);
    job.start(m_file, read(u"body:needle"_s), 0, 21'001);
    QVERIFY(failed.wait());
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<core::Error>().kind, core::ErrorKind::Damaged);
    QVERIFY(finished.isEmpty());
    QVERIFY(found(spy).contains(100));
    QVERIFY(!job.running());
}

void TstSearchJob::doesNotHearAnEarlierSearch()
{
    SearchJob job;
    const QSignalSpy spy(&job, &SearchJob::found);
    QSignalSpy finished(&job, &SearchJob::finished);
    job.start(m_file, read(u"body:hay"_s), 0, 1001);
    job.start(m_file, read(u"body:needle"_s), 0, 250);
    QVERIFY(finished.wait());
    QCOMPARE(found(spy), (Ids{100, 200}));
    QCOMPARE(finished.size(), 1);
}

void TstSearchJob::isSilentOnceStopped()
{
    SearchJob stopped;
    const QSignalSpy spy(&stopped, &SearchJob::found);
    const QSignalSpy ended(&stopped, &SearchJob::finished);
    stopped.start(m_file, read(u"body:needle"_s), 0, 1001);
    stopped.stop();
    QVERIFY(!stopped.running());
    SearchJob other; // takes as long, so that what the first one says has come by then
    QSignalSpy finished(&other, &SearchJob::finished);
    other.start(m_file, read(u"body:needle"_s), 0, 1001);
    QVERIFY(finished.wait());
    QVERIFY(spy.isEmpty());
    QVERIFY(ended.isEmpty());
}

void TstSearchJob::endsWithItsOwner()
{
    auto job = std::make_unique<SearchJob>();
    job->start(m_file, read(u"body:needle"_s), 0, 1001);
    job.reset();
    QVERIFY(QFile::remove(m_file));
}

void TstSearchJob::saysWhyItCannotRead()
{
    SearchJob job;
    QSignalSpy failed(&job, &SearchJob::failed);
    job.start(m_folder->filePath(u"none.hookglass"_s), read(u"body:needle"_s), 0, 10);
    QVERIFY(failed.wait());
    QVERIFY(!failed.first().first().value<core::Error>().what.isEmpty());
    QVERIFY(!job.running());
}

QTEST_GUILESS_MAIN(TstSearchJob)
#include "tst_searchjob.moc"
