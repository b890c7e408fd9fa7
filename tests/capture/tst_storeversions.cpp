// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/schema.h"
#include "capture/store.h"
#include "core/storefile.h"
#include "signature/catalogue.h"
#include "support/builders.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace capture;
using namespace Qt::Literals::StringLiterals;

// What a store of an older format is worth, and what the later formats brought.
class TstStoreVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void liftsAnOldStore();
    void liftsAStoreWithoutForwards();
    void readsAnOldStoreAsItIs();
    void readsAttemptsOfAnOldStore();
    void keepsPublicUrls();
    void keepsPrintsAndTests();
    void forgetsThoseOfWhatIsRemoved();
    void keepsItsOwnSchemes();
    void passesOverASchemeThatCannotBeRead();
    void keepsTheEventOfALaterJudgement();

private:
    std::unique_ptr<Store> open(Access access = Access::Write);
    QString path() const { return m_folder->filePath(u"s.hookglass"_s); }
    void makeFirstVersion() const;
    void runSql(const QStringList &statements) const;

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

void TstStoreVersions::init() { m_folder = std::make_unique<QTemporaryDir>(); }

std::unique_ptr<Store> TstStoreVersions::open(Access access)
{
    return VALUE(Store::open(path(), access));
}

void TstStoreVersions::runSql(const QStringList &statements) const
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"old"_s);
        database.setDatabaseName(path());
        QVERIFY(database.open());
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
        }
    }
    QSqlDatabase::removeDatabase(u"old"_s);
}

// As the first version of the format was, with one delivery, one judgement and one endpoint.
void TstStoreVersions::makeFirstVersion() const
{
    runSql({
        u"CREATE TABLE facts(name TEXT PRIMARY KEY, value) WITHOUT ROWID"_s,
        u"CREATE TABLE endpoints(path TEXT PRIMARY KEY, scheme TEXT NOT NULL, enabled INTEGER NOT "
        "NULL, status INTEGER NOT NULL, fields BLOB NOT NULL, body BLOB NOT NULL, delay_ms INTEGER "
        "NOT NULL) WITHOUT ROWID"_s,
        u"CREATE TABLE secret_labels(endpoint TEXT, label TEXT, PRIMARY KEY(endpoint, label)) "
        "WITHOUT ROWID"_s,
        u"CREATE TABLE deliveries(id INTEGER PRIMARY KEY, received_at INTEGER NOT NULL, endpoint "
        "TEXT NOT NULL, peer_address TEXT NOT NULL, peer_port INTEGER NOT NULL, tls_version TEXT, "
        "tls_cipher TEXT, server_name BLOB, method BLOB NOT NULL, target BLOB NOT NULL, framing "
        "INTEGER NOT NULL, scheme TEXT NOT NULL, signature INTEGER NOT NULL, freshness INTEGER NOT "
        "NULL, age INTEGER, secret TEXT NOT NULL, topic TEXT NOT NULL, account TEXT NOT NULL, "
        "event_id TEXT NOT NULL, summary TEXT NOT NULL, body_size INTEGER NOT NULL, head BLOB NOT "
        "NULL, trailers BLOB, body BLOB NOT NULL)"_s,
        u"CREATE TABLE answers(id INTEGER PRIMARY KEY, status INTEGER NOT NULL, latency INTEGER "
        "NOT NULL, source TEXT NOT NULL, fields BLOB, body BLOB)"_s,
        u"CREATE TABLE rejections(id INTEGER PRIMARY KEY, received_at INTEGER NOT NULL, "
        "peer_address TEXT NOT NULL, peer_port INTEGER NOT NULL, reason INTEGER NOT NULL, detail "
        "TEXT NOT NULL, status INTEGER NOT NULL, count INTEGER NOT NULL, bytes BLOB)"_s,
        u"CREATE TABLE judgements(delivery INTEGER NOT NULL, judged_at INTEGER NOT NULL, scheme "
        "TEXT NOT NULL, signature INTEGER NOT NULL, freshness INTEGER NOT NULL, age INTEGER, "
        "secret TEXT NOT NULL)"_s,
        u"CREATE INDEX judgements_of ON judgements(delivery)"_s,
        u"CREATE TABLE marks(id INTEGER PRIMARY KEY)"_s,
        u"CREATE TABLE notes(id INTEGER PRIMARY KEY, text TEXT NOT NULL)"_s,
        u"CREATE TABLE removed(id INTEGER PRIMARY KEY, batch INTEGER NOT NULL)"_s,
        u"INSERT INTO facts VALUES('id', 'of-old')"_s,
        u"INSERT INTO endpoints VALUES('/a', 'stripe', 1, 202, x'', x'', 0)"_s,
        u"INSERT INTO deliveries VALUES(1, 5, '/a', '127.0.0.1', 7, NULL, NULL, NULL, 'POST', "
        "'/a', 1, 'stripe', 4, 0, 1, '', 'paid', '', '', '', 2, 'POST /a HTTP/1.1', NULL, '{}')"_s,
        u"INSERT INTO judgements VALUES(1, 6, 'stripe', 0, 0, 1, 'Dev')"_s,
        u"PRAGMA application_id = %1"_s.arg(core::storeApplicationId),
        u"PRAGMA user_version = 1"_s,
    });
}

void TstStoreVersions::liftsAnOldStore()
{
    makeFirstVersion();
    const auto store = open();
    QCOMPARE(store->id(), u"of-old"_s);
    QCOMPARE(
        VALUE(store->endpoints()),
        QList<Endpoint>({{.path = u"/a"_s, .scheme = u"stripe"_s, .profile = {.status = 202}}}));
    QCOMPARE(VALUE(store->schemes()).own().size(), 0);
    const Summary row = VALUE(store->summaries(0, 10)).first();
    QCOMPARE(row.topic, u"paid"_s);
    QCOMPARE(row.secret, u"Dev"_s);
    QCOMPARE(row.prints, Prints());
    QVERIFY(store->putScheme(signature::smile()));
    QVERIFY(store->append(QList<Judgement>{{.id = 1, .event = Event{.topic = u"sold"_s}}}));
    QCOMPARE(VALUE(store->judgements(1)).size(), 2);
}

// An early third version had no such table.
void TstStoreVersions::liftsAStoreWithoutForwards()
{
    makeFirstVersion();
    for (int from = 1; from < 3; ++from)
        runSql(migration(from));
    runSql({u"DROP TABLE forwards"_s, u"PRAGMA user_version = 3"_s});
    const auto store = open();
    store->setForwards({{u"/a"_s, {u"https://localhost/"_s}}});
    Delivery delivery = builders::delivery();
    delivery.endpoint = u"/a"_s;
    QVERIFY(store->append(Batch{.deliveries = {builders::stored(delivery)}}));
    QVERIFY(VALUE(store->nextForward(u"/a"_s, u"https://localhost/"_s)));
}

void TstStoreVersions::readsAnOldStoreAsItIs()
{
    makeFirstVersion();
    for (const Access access : {Access::Read, Access::ReadNewer}) {
        const auto store = open(access);
        QCOMPARE(VALUE(store->endpoints()).first().path, u"/a"_s);
        QCOMPARE(VALUE(store->endpoints()).first().publicUrl, QString());
        QVERIFY(VALUE(store->schemes()) == signature::SchemeBook());
        QCOMPARE(VALUE(store->summaries(0, 10)).first().topic, u"paid"_s);
        QCOMPARE(VALUE(store->summaries(0, 10)).first().secret, u"Dev"_s);
        QCOMPARE(VALUE(store->records(0, 10)).first().judged->secret, u"Dev"_s);
        QVERIFY(!VALUE(store->judgements(1)).first().event);
    }
}

void TstStoreVersions::readsAttemptsOfAnOldStore()
{
    makeFirstVersion();
    for (int from = 1; from < 4; ++from)
        runSql(migration(from));
    runSql(
        {u"INSERT INTO attempts(delivery, sent_at, target, signing, source, body_digest, lookup, "
         "connect, tls, first_byte, total, tls_version, checked) VALUES(1, 5, 'http://a/', 'now', "
         "'resend', x'', 0, 0, 0, 0, 0, '', 1)"_s,
         u"PRAGMA user_version = 4"_s});
    for (const Access access : {Access::Read, Access::Write}) {
        const QList<Attempt> attempts = VALUE(open(access)->attempts(1));
        QCOMPARE(attempts.size(), 1);
        QCOMPARE(attempts.first().target, u"http://a/"_s);
        QVERIFY(attempts.first().certificateChecked);
        QCOMPARE(attempts.first().proxy, QString());
        QCOMPARE(attempts.first().secret, QString());
    }
}

void TstStoreVersions::keepsPublicUrls()
{
    const QList<Endpoint> endpoints{{.publicUrl = u"https://hooks.example.com/é?x=1"_s}};
    QVERIFY(open()->setEndpoints(endpoints));
    QCOMPARE(VALUE(open(Access::Read)->endpoints()), endpoints);
}

void TstStoreVersions::keepsPrintsAndTests()
{
    Delivery delivery = builders::delivery();
    delivery.prints = {.body = ~0ULL, .signature = ~0U};
    delivery.test = true;
    const auto store = open();
    QVERIFY(store->append(Batch{.deliveries = {builders::stored(delivery)}}));
    Usual usual = store->usual();
    QVERIFY(store->import({{.record = {.delivery = builders::stored(delivery)}}}, usual));
    const QList<Summary> rows = VALUE(store->summaries(0, 10));
    QCOMPARE(rows.size(), 2);
    for (const Summary &row : rows) {
        QCOMPARE(row.prints, delivery.prints);
        QVERIFY(row.test);
    }
    for (const Record &record : VALUE(store->records(0, 10))) {
        QCOMPARE(record.delivery->prints, delivery.prints);
        QVERIFY(record.delivery->test);
    }
}

void TstStoreVersions::forgetsThoseOfWhatIsRemoved()
{
    Delivery delivery = builders::delivery();
    delivery.prints.body = 7;
    delivery.test = true;
    {
        const auto store = open();
        QVERIFY(store->append(Batch{.deliveries = {builders::stored(delivery)}}));
        QVERIFY(store->remove({1}, 1));
        QVERIFY(store->purge());
    }
    runSql({u"CREATE TABLE kept(n CHECK(n = 0))"_s,
            u"INSERT INTO kept SELECT count(*) FROM prints"_s,
            u"INSERT INTO kept SELECT count(*) FROM tests"_s});
}

void TstStoreVersions::keepsItsOwnSchemes()
{
    signature::Scheme acme = signature::smile();
    acme.id = u"acme"_s;
    QVERIFY(open()->putScheme(acme));
    acme.name = u"Acme"_s;
    QVERIFY(open()->putScheme(acme));
    QVERIFY(VALUE(open()->schemes()) == signature::SchemeBook({acme}));
    QVERIFY(open()->removeScheme(u"acme"_s));
    QVERIFY(VALUE(open()->schemes()) == signature::SchemeBook());
}

void TstStoreVersions::passesOverASchemeThatCannotBeRead()
{
    QVERIFY(open()->putScheme(signature::smile()));
    runSql({u"INSERT INTO schemes VALUES('a', '{}'), ('b', x'00ff'), ('c', 5)"_s});
    QVERIFY(VALUE(open()->schemes()) == signature::SchemeBook({signature::smile()}));
}

void TstStoreVersions::keepsTheEventOfALaterJudgement()
{
    const auto store = open();
    QVERIFY(store->append(Batch{.deliveries = {builders::stored(builders::delivery())}}));
    const Event event{.topic = u"paid"_s, .account = u"9"_s, .id = u"evt"_s, .summary = u""_s};
    QVERIFY(store->append(QList<Judgement>{{.id = 1, .event = event}}));
    QCOMPARE(VALUE(store->judgements(1)).first().event, event);
    Summary row = VALUE(store->summaries(0, 1)).first();
    QCOMPARE(row.topic, u"paid"_s);
    QCOMPARE(row.account, u"9"_s);
    QCOMPARE(row.text, QString());
    QVERIFY(store->append(QList<Judgement>{{.id = 1}}));
    row = VALUE(store->summaries(0, 1)).first();
    QCOMPARE(row.topic, u"ping"_s);
    QCOMPARE(row.account, u"0"_s);
}

QTEST_GUILESS_MAIN(TstStoreVersions)
#include "tst_storeversions.moc"
