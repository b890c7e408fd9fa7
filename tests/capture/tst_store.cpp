// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/store.h"
#include "support/builders.h"
#include "support/filelock.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace capture;
using namespace Qt::Literals::StringLiterals;

class TstStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void givesBackWhatItWasGiven_data();
    void givesBackWhatItWasGiven();
    void givesIdsOnceOnly();
    void keepsTheAnswerBesideTheDelivery();
    void keepsThatThereWasNone();
    void showsTheLatestJudgement();
    void mixesDeliveriesAndRejectionsByTheirIds();
    void listsInSlices();
    void keepsMarksAndNotes();
    void restoresWhatWasRemoved();
    void clearsAllButTheMarked();
    void forgetsForGoodWhatWasRemoved();
    void keepsEndpoints();
    void startsWithTheDefaultEndpoint();
    void keepsSecretLabels();
    void isReadableByItsOwnerOnly();
    void refusesASecondWriter_data();
    void refusesASecondWriter();
    void goesOnAfterIdsThatSomethingElseHasTaken();
    void letsReadersWorkBesideTheWriter();
    void isWholeInItsFileAloneThoughAReaderOutlivesTheWriter();
    void keepsItsLocksWhenItIsOpenedAgain();
    void refuses_data();
    void refuses();
    void showsANewerVersionsStoreToWhoAsksForIt();
    void refusesANewerVersionsStoreThatItDoesNotUnderstand();
    void makesNothingForAReader();
    void takesAnEmptyFileForANewStore();
    void keepsTheBatchWholeOrNotAtAll();
    void keepsNothingWhileItsFileIsElsewhere_data();
    void keepsNothingWhileItsFileIsElsewhere();
    void keepsNothingInALogThatIsNotItsOwn();
    void keepsNothingWhereOnlyALinkLeadsToIt_data();
    void keepsNothingWhereOnlyALinkLeadsToIt();
    void isAStoreByItsFileAlone();

private:
    std::unique_ptr<Store> open(Access access = Access::Write);
    QString path(const QString &name = u"s.hookglass"_s) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

// The value of a Result, or a failed test.
#define VALUE(result)                                                                              \
    ([&] {                                                                                         \
        auto made = (result);                                                                      \
        if (!made)                                                                                 \
            qFatal("%s", qPrintable(core::describe(made.error())));                                \
        return std::move(*made);                                                                   \
    }())

void TstStore::init() { m_folder = std::make_unique<QTemporaryDir>(); }

std::unique_ptr<Store> TstStore::open(Access access) { return VALUE(Store::open(path(), access)); }

static Batch batchOf(const Delivery &delivery)
{
    return {.deliveries = {builders::stored(delivery)}};
}

static Rejection rejection()
{
    return {.receivedAt = 5,
            .peer = {.address = u"127.0.0.1"_s, .port = 7},
            .reason = Reason::PlainHttp,
            .detail = u"A sender used http://."_s,
            .bytes = "GET /",
            .status = 400,
            .count = 3};
}

void TstStore::givesBackWhatItWasGiven_data()
{
    QTest::addColumn<Delivery>("delivery");
    QTest::newRow("an ordinary ping") << builders::delivery();
    QByteArray every;
    for (int byte = 0; byte < 256; ++byte)
        every.append(char(byte));
    QTest::newRow("all byte values") << builders::delivery(every);
    QTest::newRow("empty body") << builders::delivery("");
    QTest::newRow("3 MB") << builders::delivery(QByteArray(3 * 1024 * 1024, '\0'));
    Delivery odd = builders::delivery();
    odd.request.head = "PUT /%zz HTTP/1.0\r\nhOsT:  a\t\r\nX-A: 1\r\nx-a: \xff\xfe\r\nX-E:\r\n\r\n";
    odd.request.method = "PUT";
    odd.request.target = "/%zz";
    odd.request.versionMinor = 0;
    odd.request.fields = {{"hOsT", "a"}, {"X-A", "1"}, {"x-a", "\xff\xfe"}, {"X-E", ""}};
    QTest::newRow("odd headers") << odd;
    Delivery chunked = builders::delivery("abc");
    chunked.request.framing = http::Framing::Chunked;
    chunked.request.trailers = {{"X-T", "1"}, {"X-T", "2"}};
    QTest::newRow("chunked with trailers") << chunked;
    Delivery plain = builders::delivery();
    plain.tls.reset();
    plain.verdict = {};
    plain.event = {};
    plain.endpoint = u""_s;
    QTest::newRow("without TLS and without a verdict") << plain;
    Delivery nameless = builders::delivery();
    nameless.tls->serverName.reset();
    QTest::newRow("without a server name") << nameless;
}

void TstStore::givesBackWhatItWasGiven()
{
    QFETCH(Delivery, delivery);
    QCOMPARE(VALUE(open()->append(batchOf(delivery))).deliveries, QList<qint64>{1});
    const auto record = VALUE(open()->record(1));
    QVERIFY(record);
    delivery.id = 1;
    QVERIFY(*record->delivery == delivery);
}

void TstStore::givesIdsOnceOnly()
{
    auto first = open();
    QCOMPARE(VALUE(first->append(batchOf(builders::delivery()))).deliveries, QList<qint64>{1});
    QCOMPARE(VALUE(first->append(Batch{.rejections = {rejection()}})).rejections, QList<qint64>{2});
    QVERIFY(first->remove({1, 2}, 1));
    QVERIFY(first->purge());
    QCOMPARE(VALUE(first->append(batchOf(builders::delivery()))).deliveries, QList<qint64>{3});
    QVERIFY(first->remove({3}, 1));
    QVERIFY(first->purge());
    first.reset();
    QCOMPARE(VALUE(open()->append(batchOf(builders::delivery()))).deliveries, QList<qint64>{4});
}

void TstStore::keepsTheAnswerBesideTheDelivery()
{
    const auto store = open();
    QVERIFY(store->append(batchOf(builders::delivery())));
    QVERIFY(!VALUE(store->record(1))->answer);
    const Answer answer{
        .id = 1, .status = 503, .fields = {{"X", "y"}}, .body = "no", .latency = 812};
    QVERIFY(store->append(Batch{.answers = {answer}}));
    QVERIFY(VALUE(store->record(1))->answer == answer);
    QCOMPARE(VALUE(store->summaries(0, 10)).first().status, 503);
    QCOMPARE(VALUE(store->summaries(0, 10)).first().latency, 812);
}

void TstStore::keepsThatThereWasNone()
{
    const auto store = open();
    QVERIFY(store->append(batchOf(builders::delivery())));
    const Answer none{.id = 1, .source = u"reset"_s, .latency = 40};
    QVERIFY(store->append(Batch{.answers = {none}}));
    QVERIFY(VALUE(store->record(1))->answer == none);
    QCOMPARE(VALUE(store->summaries(0, 10)).first().status, 0);
    QCOMPARE(VALUE(store->summaries(0, 10)).first().latency, 40);
}

void TstStore::showsTheLatestJudgement()
{
    const auto store = open();
    QVERIFY(store->append(batchOf(builders::delivery())));
    QVERIFY(!VALUE(store->record(1))->judged);
    const signature::Verdict early{.scheme = u"smile"_s,
                                   .signature = signature::Signature::Invalid};
    const signature::Verdict late{.scheme = u"smile"_s,
                                  .signature = signature::Signature::NoSecret,
                                  .freshness = signature::Freshness::Missing};
    QVERIFY(store->append(QList<Judgement>{{1, 10, early}, {1, 20, late}}));
    QCOMPARE(*VALUE(store->record(1))->judged, late);
    QCOMPARE(VALUE(store->judgements(1)).size(), 2);
    const Summary row = VALUE(store->summaries(0, 10)).first();
    QCOMPARE(row.signature, signature::Signature::NoSecret);
    QVERIFY(!row.ageSeconds);
    QVERIFY(row.judgedLater);
    QCOMPARE(VALUE(store->record(1))->delivery->verdict, builders::delivery().verdict);
}

void TstStore::mixesDeliveriesAndRejectionsByTheirIds()
{
    const auto store = open();
    QVERIFY(store->append(batchOf(builders::delivery())));
    QVERIFY(store->append(Batch{.rejections = {rejection()}}));
    QVERIFY(store->append(batchOf(builders::delivery())));
    const auto rows = VALUE(store->summaries(0, 10));
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[1].id, 2);
    QCOMPARE(*rows[1].rejection, Reason::PlainHttp);
    QCOMPARE(rows[1].count, 3);
    QVERIFY(!rows[2].rejection);
    Rejection kept = rejection();
    kept.id = 2;
    QVERIFY(VALUE(store->rejection(2)) == kept);
    QVERIFY(!VALUE(store->rejection(1)));
    QCOMPARE(VALUE(store->deliveryCount()), 2);
}

void TstStore::listsInSlices()
{
    const auto store = open();
    Batch batch;
    for (int i = 0; i < 10; ++i)
        batch.deliveries.append(builders::stored(builders::delivery()));
    QVERIFY(store->append(batch));
    QVERIFY(store->remove({1, 2, 3, 4}, 1));
    QList<qint64> ids;
    for (auto rows = VALUE(store->summaries(0, 3)); !rows.isEmpty();
         rows = VALUE(store->summaries(ids.last(), 3))) {
        for (const Summary &row : rows)
            ids.append(row.id);
    }
    QCOMPARE(ids, QList<qint64>({5, 6, 7, 8, 9, 10}));
}

void TstStore::keepsMarksAndNotes()
{
    const auto store = open();
    QVERIFY(store->append(batchOf(builders::delivery())));
    QVERIFY(store->setMarked({1}, true));
    QVERIFY(store->setNote(1, u"check"_s));
    QVERIFY(VALUE(store->record(1))->marked);
    QCOMPARE(VALUE(store->record(1))->note, u"check"_s);
    QVERIFY(store->setMarked({1}, false));
    QVERIFY(store->setNote(1, {}));
    QVERIFY(!VALUE(store->summaries(0, 1)).first().marked);
    QCOMPARE(VALUE(store->summaries(0, 1)).first().note, QString());
}

void TstStore::restoresWhatWasRemoved()
{
    const auto store = open();
    QVERIFY(store->append(batchOf(builders::delivery())));
    QVERIFY(store->remove({1}, 7));
    QVERIFY(!VALUE(store->record(1)));
    QCOMPARE(VALUE(store->deliveryCount()), 0);
    QVERIFY(store->restore(8));
    QVERIFY(!VALUE(store->record(1)));
    QVERIFY(store->restore(7));
    QVERIFY(VALUE(store->record(1)));
}

void TstStore::clearsAllButTheMarked()
{
    const auto store = open();
    for (int i = 0; i < 3; ++i)
        QVERIFY(store->append(batchOf(builders::delivery())));
    QVERIFY(store->setMarked({2}, true));
    QVERIFY(store->clear(2, 1));
    const auto rows = VALUE(store->summaries(0, 10));
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].id, 2);
    QCOMPARE(rows[1].id, 3);
}

void TstStore::forgetsForGoodWhatWasRemoved()
{
    auto store = open();
    QVERIFY(store->append(batchOf(builders::delivery())));
    QVERIFY(store->remove({1}, 1));
    store.reset();
    store = open();
    QVERIFY(store->restore(1));
    QVERIFY(!VALUE(store->record(1)));
}

void TstStore::keepsEndpoints()
{
    const QList<Endpoint> endpoints{
        {.path = u"/"_s,
         .scheme = u""_s,
         .profile = {.status = 500, .fields = {{"X", "y"}}, .body = "b", .delayMilliseconds = 3},
         .enabled = false},
        {.path = u"/a"_s}};
    QVERIFY(open()->setEndpoints(endpoints));
    QCOMPARE(VALUE(open()->endpoints()), endpoints);
}

void TstStore::startsWithTheDefaultEndpoint()
{
    QCOMPARE(VALUE(open()->endpoints()), QList<Endpoint>{Endpoint{}});
}

void TstStore::keepsSecretLabels()
{
    const QList<std::pair<QString, QString>> labels{{u"/"_s, u"Dev"_s}, {u"/a"_s, u"Dev"_s}};
    QVERIFY(open()->setSecretLabels(labels));
    QCOMPARE(VALUE(open()->secretLabels()), labels);
}

void TstStore::isReadableByItsOwnerOnly()
{
    const auto store = open();
    QVERIFY(store->append(batchOf(builders::delivery())));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s, u".lock"_s})
        QCOMPARE(QFile::permissions(path() + suffix) & others, QFile::Permissions());
}

void TstStore::refusesASecondWriter_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("by its name") << u"name"_s;
    QTest::newRow("by a symbolic link") << u"symbolic"_s;
    QTest::newRow("by a hard link") << u"hard"_s;
    QTest::newRow("by its name when the lock beside it is gone") << u"lock"_s;
}

void TstStore::refusesASecondWriter()
{
    QFETCH(QString, way);
    const auto store = open();
    QString name = path();
    if (way == u"lock"_s)
        QVERIFY(QFile::remove(path() + u".lock"_s));
    else if (way != u"name"_s)
        name = path(u"other.hookglass"_s);
    const QByteArray from = QFile::encodeName(path());
    if (way == u"symbolic"_s)
        QCOMPARE(::symlink(from.constData(), QFile::encodeName(name).constData()), 0);
    if (way == u"hard"_s)
        QCOMPARE(::link(from.constData(), QFile::encodeName(name).constData()), 0);
    const auto second = Store::open(name, Access::Write);
    QVERIFY(!second);
    if (way != u"hard"_s) { // by which SQLite cannot read what its own process writes
        QCOMPARE(second.error().kind, core::ErrorKind::InUse);
        QVERIFY(second.error().what.contains(u"in use"_s));
    }
    QVERIFY(store->append(batchOf(builders::delivery())));
}

void TstStore::letsReadersWorkBesideTheWriter()
{
    const auto writer = open();
    const auto reader = open(Access::Read);
    QVERIFY(writer->append(batchOf(builders::delivery())));
    QVERIFY(VALUE(reader->record(1)));
}

void TstStore::isWholeInItsFileAloneThoughAReaderOutlivesTheWriter()
{
    auto writer = open();
    QVERIFY(writer->append(batchOf(builders::delivery())));
    const auto reader = open(Access::Read);
    QVERIFY(VALUE(reader->record(1)));
    writer.reset();
    QVERIFY(QFile::copy(path(), path(u"copy.hookglass"_s)));
    const auto copy = VALUE(Store::open(path(u"copy.hookglass"_s), Access::Read));
    QCOMPARE(*copy->deliveryCount(), 1);
}

static void write(const QString &file, const QByteArray &bytes)
{
    QFile out(file);
    QVERIFY(out.open(QIODevice::ReadWrite));
    out.write(bytes);
}

static void runSql(const QString &file, const QStringList &statements)
{
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        other.setDatabaseName(file);
        QVERIFY(other.open());
        for (const QString &statement : statements)
            QVERIFY(QSqlQuery(other).exec(statement));
    }
    QSqlDatabase::removeDatabase(u"other"_s);
}

void TstStore::goesOnAfterIdsThatSomethingElseHasTaken()
{
    const auto store = open();
    QVERIFY(store->append(batchOf(builders::delivery())));
    runSql(path(),
           {u"CREATE TEMP TABLE taken AS SELECT * FROM deliveries"_s, u"UPDATE taken SET id = 2"_s,
            u"INSERT INTO deliveries SELECT * FROM taken"_s});
    QVERIFY(!store->append(batchOf(builders::delivery())));
    QCOMPARE(VALUE(store->append(batchOf(builders::delivery()))).deliveries, QList<qint64>{3});
}

// Of SQLite's shared locks, as its file format tells: who finds none is the last one.
static bool isHeld(const QString &store)
{
    return support::isLockedForOthers(store, 0x40000002, 510);
}

// Or another program would take the log away under it.
void TstStore::keepsItsLocksWhenItIsOpenedAgain()
{
    const auto store = open();
    QVERIFY(store->append(batchOf(builders::delivery())));
    QVERIFY(isHeld(path()));
    {
        const auto again = Store::open(path(), Access::Read);
        QVERIFY(again && (*again)->summaries(0, 10));
        QVERIFY(isHeld(path()));
    }
    QVERIFY(isHeld(path()));
    const auto refused = Store::open(path(), Access::Write);
    QVERIFY(!refused);
    QVERIFY(isHeld(path()));
}

void TstStore::refuses_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("why");
    QTest::newRow("a text file") << u"text"_s << u"not a Hookglass store"_s;
    QTest::newRow("a store whose beginning is gone") << u"beginning"_s << u"beginning is damaged"_s;
    QTest::newRow("another program's database") << u"foreign"_s << u"not a Hookglass store"_s;
    QTest::newRow("a newer version's store") << u"newer"_s << u"newer version: store format 99"_s;
    QTest::newRow("a store with a trigger") << u"trigger"_s << u"triggers or views"_s;
    QTest::newRow("a store whose pages are overwritten") << u"pages"_s << u"damaged"_s;
    QTest::newRow("a store whose id is gone") << u"id"_s << u"damaged"_s;
    QTest::newRow("a folder") << u"folder"_s << u"folder"_s;
}

void TstStore::refuses()
{
    QFETCH(QString, fault);
    QFETCH(QString, why);
    if (fault != u"foreign"_s && fault != u"folder"_s) {
        const auto store = open();
        for (int i = 0; i < 50; ++i)
            QVERIFY(store->append(batchOf(builders::delivery(QByteArray(900, 'x')))));
    }
    QFile::remove(path() + u".lock"_s); // As a file from somewhere else would come.
    if (fault == u"text"_s)
        QFile::remove(path()), write(path(), "hello");
    else if (fault == u"beginning"_s)
        write(path(), QByteArray(100, '\xaa'));
    else if (fault == u"foreign"_s)
        runSql(path(), {u"CREATE TABLE t(a)"_s});
    else if (fault == u"newer"_s)
        runSql(path(), {u"PRAGMA user_version = 99"_s});
    else if (fault == u"id"_s)
        runSql(path(), {u"DELETE FROM facts WHERE name = 'id'"_s});
    else if (fault == u"trigger"_s)
        runSql(path(),
               {u"CREATE TRIGGER t AFTER INSERT ON deliveries BEGIN DELETE FROM marks; END"_s});
    else if (fault == u"pages"_s) {
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(file.size() / 2);
        file.write(QByteArray(file.size() / 4, '\x5a'));
    } else
        QVERIFY(QDir().mkpath(path()));
    for (const Access access : {Access::Write, Access::Read}) {
        const auto refused = Store::open(path(), access);
        QVERIFY(!refused);
        QVERIFY2(refused.error().why.contains(why), qPrintable(core::describe(refused.error())));
    }
}

void TstStore::showsANewerVersionsStoreToWhoAsksForIt()
{
    QVERIFY(open()->append(batchOf(builders::delivery())));
    runSql(path(),
           {u"PRAGMA user_version = 99"_s, u"ALTER TABLE deliveries ADD COLUMN later TEXT"_s});
    QVERIFY(!Store::open(path(), Access::Read));
    QCOMPARE(VALUE(open(Access::ReadNewer)->deliveryCount()), 1);
}

void TstStore::refusesANewerVersionsStoreThatItDoesNotUnderstand()
{
    QVERIFY(open()->append(batchOf(builders::delivery())));
    runSql(
        path(),
        {u"PRAGMA user_version = 99"_s, u"ALTER TABLE deliveries RENAME COLUMN body TO bytes"_s});
    const auto refused = Store::open(path(), Access::ReadNewer);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, core::ErrorKind::Newer);
}

void TstStore::makesNothingForAReader()
{
    const auto missing = Store::open(path(), Access::Read);
    QVERIFY(!missing);
    QVERIFY(missing.error().what.startsWith(u"There is no store"_s));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 0);
}

void TstStore::takesAnEmptyFileForANewStore()
{
    write(path(), {});
    QVERIFY(open()->append(batchOf(builders::delivery())));
}

void TstStore::keepsTheBatchWholeOrNotAtAll()
{
    const auto store = open();
    QVERIFY(store->append(batchOf(builders::delivery())));
    Batch twice{.deliveries = {builders::stored(builders::delivery())},
                .answers = {{.id = 1, .status = 200}, {.id = 1, .status = 200}}};
    QVERIFY(!store->append(twice));
    QCOMPARE(VALUE(store->deliveryCount()), 1);
    QCOMPARE(VALUE(store->append(batchOf(builders::delivery()))).deliveries, QList<qint64>{2});
}

void TstStore::keepsNothingWhileItsFileIsElsewhere_data()
{
    QTest::addColumn<QStringList>("endings");
    QTest::newRow("the store alone") << QStringList{u""_s};
    QTest::newRow("its log alone") << QStringList{u"-wal"_s};
    QTest::newRow("all of it") << QStringList{u""_s, u"-wal"_s, u"-shm"_s, u".lock"_s};
}

// What is in no store that could be opened again must not be said to be kept.
void TstStore::keepsNothingWhileItsFileIsElsewhere()
{
    QFETCH(QStringList, endings);
    const auto store = open();
    QVERIFY(store->append(batchOf(builders::delivery())));
    for (const QString &ending : endings)
        QVERIFY(QFile::rename(path() + ending, path(u"elsewhere"_s) + ending));
    const auto refused = store->append(batchOf(builders::delivery()));
    QVERIFY(!refused);
    QVERIFY2(refused.error().why.contains(u"removed"_s), qPrintable(refused.error().why));
    QVERIFY(!store->setNote(1, u"noted"_s));
    QVERIFY(!store->tryWriting(1));
    for (const QString &ending : endings)
        QVERIFY(QFile::rename(path(u"elsewhere"_s) + ending, path() + ending));
    QCOMPARE(VALUE(store->append(batchOf(builders::delivery()))).deliveries, QList<qint64>{2});
    QCOMPARE(*open(Access::Read)->deliveryCount(), 2);
}

// As a reader leaves one that came when the log was gone.
void TstStore::keepsNothingInALogThatIsNotItsOwn()
{
    const auto store = open();
    QVERIFY(store->append(batchOf(builders::delivery())));
    QVERIFY(QFile::rename(path() + u"-wal"_s, path(u"log"_s)));
    write(path() + u"-wal"_s, "");
    QVERIFY(!store->append(batchOf(builders::delivery())));
}

void TstStore::keepsNothingWhereOnlyALinkLeadsToIt_data()
{
    QTest::addColumn<QString>("ending");
    QTest::newRow("the store") << QString();
    QTest::newRow("its log") << u"-wal"_s;
}

// Who opens the store by the link looks for a log of that name, or refuses the link.
void TstStore::keepsNothingWhereOnlyALinkLeadsToIt()
{
    QFETCH(QString, ending);
    const QString name = path() + ending;
    const auto store = open();
    QVERIFY(store->append(batchOf(builders::delivery())));
    QVERIFY(QFile::rename(name, path(u"elsewhere"_s)));
    QVERIFY(QFile::link(path(u"elsewhere"_s), name));
    QVERIFY(!store->append(batchOf(builders::delivery())));
    QVERIFY(QFile::remove(name));
    QVERIFY(QFile::rename(path(u"elsewhere"_s), name));
    QCOMPARE(VALUE(store->append(batchOf(builders::delivery()))).deliveries, QList<qint64>{2});
}

// A process that ends without notice leaves the log as it is.
void TstStore::isAStoreByItsFileAlone()
{
    const auto store = open();
    QVERIFY(QFile::copy(path(), path(u"alone"_s)));
    const auto alone = Store::open(path(u"alone"_s), Access::Read);
    QVERIFY2(alone, qPrintable(alone ? QString() : alone.error().why));
    QCOMPARE((*alone)->id(), store->id());
}

QTEST_GUILESS_MAIN(TstStore)
#include "tst_store.moc"
