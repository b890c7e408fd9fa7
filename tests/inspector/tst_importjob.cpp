// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/store.h"
#include "formats/ndjson.h"
#include "inspector/importjob.h"
#include "signature/catalogue.h"
#include "support/builders.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

static core::Result<std::unique_ptr<capture::Store>> ours(const QTemporaryDir &folder)
{
    return capture::Store::open(folder.filePath(u"ours.hookglass"_s), capture::Access::Write);
}

class TstImportJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Another store may say what it likes of where a delivery comes from.
    void takesNothingForItsOwnTest()
    {
        const QTemporaryDir folder;
        const QString theirs = folder.filePath(u"theirs.hookglass"_s);
        {
            const auto store = capture::Store::open(theirs, capture::Access::Write);
            QVERIFY(store);
            capture::Delivery delivery = builders::delivery();
            delivery.test = true;
            delivery.prints = {.body = 1, .signature = 1};
            QVERIFY((*store)->append({.deliveries = {builders::stored(delivery)}}));
        }
        const auto store = ours(folder);
        QVERIFY(store);
        inspector::ImportJob job({theirs}, {}, 5);
        while (job.step(**store)) { }
        const auto rows = (*store)->summaries(0, 10);
        QVERIFY(rows);
        QCOMPARE(rows->size(), 1);
        QVERIFY(!rows->first().test);
        QCOMPARE(rows->first().prints,
                 capture::printsOf(builders::delivery().request, &signature::smile()));
    }

    void tellsOfARejectionThatItCameFromAFile()
    {
        const QTemporaryDir folder;
        const QString theirs = folder.filePath(u"theirs.hookglass"_s);
        {
            const auto store = capture::Store::open(theirs, capture::Access::Write);
            QVERIFY(store);
            QVERIFY((*store)->append({.rejections = {{.reason = capture::Reason::Timeout}}}));
            QCOMPARE((*store)->summaries(0, 10)->first().importedAt, 0);
        }
        const auto store = ours(folder);
        QVERIFY(store);
        inspector::ImportJob job({theirs}, {}, 5);
        while (job.step(**store)) { }
        const auto rows = (*store)->summaries(0, 10);
        QVERIFY(rows);
        QCOMPARE(rows->size(), 1);
        QCOMPARE(rows->first().rejection, capture::Reason::Timeout);
        QCOMPARE(rows->first().importedAt, 5);
    }

    void bringsNoStoreIntoItself()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"ours.hookglass"_s);
        const QString link = folder.filePath(u"link.hookglass"_s);
        const auto store = capture::Store::open(file, capture::Access::Write);
        QVERIFY(store);
        QVERIFY((*store)->append({.deliveries = {builders::stored(builders::delivery())}}));
        QVERIFY(QFile::link(file, link));
        inspector::ImportJob job({link, file}, {}, 5);
        while (job.step(**store)) { }
        QCOMPARE(job.summary().deliveries, 0);
        QVERIFY(job.summary().named.join(u'\n').contains(u"the store that it would be"_s));
        QCOMPARE((*store)->summaries(0, 10)->size(), 1);
    }

    void saysWhatKindsThereAre_data()
    {
        QTest::addColumn<QByteArray>("contents");
        QTest::addColumn<bool>("known");
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16) << false;
        QTest::newRow("a letter") << QByteArray("Dear all,\n\nhello\n") << false;
        QTest::newRow("an array of JSON") << QByteArray("[1, 2]") << false;
        QTest::newRow("binary data without a line end") << QByteArray(5000, '\0') << false;
        QTest::newRow("a request") << QByteArray("POST / HTTP/1.1\r\nA: b\r\n\r\n") << true;
        QTest::newRow("a request that is none") << QByteArray("POST HTTP/1.1\r\n\r\n") << true;
        QTest::newRow("a request with a long target") << "GET /" + QByteArray(6000, 'a')
                + " HTTP/1.1\r\n\r\n" << true;
    }

    void saysWhatKindsThereAre()
    {
        QFETCH(const QByteArray, contents);
        QFETCH(const bool, known);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"a.bin"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size());
        file.close();
        const auto store = ours(folder);
        QVERIFY(store);
        inspector::ImportJob job({file.fileName()}, {}, 5);
        while (job.step(**store)) { }
        const QString told = job.summary().named.join(u'\n');
        QCOMPARE(!told.contains(u"It is none of the kinds that are read: JSON Lines, HAR, raw HTTP "
                                "requests (.http) and Hookglass stores."_s),
                 known);
        QCOMPARE(job.summary().broken, !known);
        QCOMPARE(job.faults().size(), known ? 0 : 1); // what is wrong in a file is no fault of all
    }

    void tellsWhatItsNameSays_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("contents");
        QTest::addColumn<QString>("told");
        const QString har = u"It is no HAR file: there is no log.entries."_s;
        QTest::newRow("a HAR that is none") << u"a.har"_s << QByteArray(R"({"hello":[1]})") << har;
        QTest::newRow("over several lines")
            << u"A.HAR"_s << QByteArray("{\n  \"hello\": [1]\n}\n") << har;
        QTest::newRow("another JSON") << u"a.jsonl"_s << QByteArray(R"({"hello":[1]})")
                                      << u"a.jsonl: line 1: format: It is missing."_s;
        QTest::newRow("lines of ours under a wrong name")
            << u"a.har"_s << QByteArray(R"({"format":"hookglass.delivery/1"})") << u"line 1"_s;
    }

    void tellsWhatItsNameSays()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, contents);
        QFETCH(const QString, told);
        const QTemporaryDir folder;
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size());
        file.close();
        const auto store = ours(folder);
        QVERIFY(store);
        inspector::ImportJob job({file.fileName()}, {}, 5);
        while (job.step(**store)) { }
        const QString named = job.summary().named.join(u'\n');
        QVERIFY2(named.contains(told), qPrintable(named));
    }

    void refusesAFileWithNothingInIt_data()
    {
        QTest::addColumn<QByteArray>("contents");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("line ends") << QByteArray("\r\n\n");
        QTest::newRow("a byte order mark") << QByteArray("\xEF\xBB\xBF");
    }

    void refusesAFileWithNothingInIt()
    {
        QFETCH(const QByteArray, contents);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"a.jsonl"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size());
        file.close();
        const auto store = ours(folder);
        QVERIFY(store);
        inspector::ImportJob job({file.fileName()}, {}, 5);
        while (job.step(**store)) { }
        QCOMPARE(job.faults(), QStringList{u"Cannot read %1. It is empty."_s.arg(file.fileName())});
        QVERIFY(job.summary().broken);
        QCOMPARE(job.summary().wrong, 0);
    }

    void namesFilesApartFromLines()
    {
        const QTemporaryDir folder;
        const auto write = [&folder](const QString &name, const QByteArray &contents) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size();
        };
        QVERIFY(write(u"good.http"_s, "POST / HTTP/1.1\r\nHost: a\r\n\r\n"));
        QVERIFY(write(u"two.jsonl"_s, "{\"hello\":1}\n{\"hello\":2}\n"));
        QVERIFY(write(u"none.har"_s, R"({"hello":[1]})"));
        QVERIFY(write(u"picture.png"_s, QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16)));
        const auto store = ours(folder);
        QVERIFY(store);
        const QStringList names{u"good.http"_s, u"two.jsonl"_s, u"none.har"_s, u"picture.png"_s};
        QStringList files;
        for (const QString &name : names)
            files.append(folder.filePath(name));
        inspector::ImportJob job(files, {}, 5);
        while (job.step(**store)) { }
        QCOMPARE(job.summary().deliveries, 1);
        QCOMPARE(job.summary().wrong, 2);
        QCOMPARE(job.summary().files, QStringList({u"none.har"_s, u"picture.png"_s}));
    }

    void takesTheGoodLinesBehindABadOne_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QString>("told");
        const QString none = u": line 1: It is no JSON"_s;
        QTest::newRow("of a file that is named so")
            << u"g.ndjson"_s << QByteArray("garbage") << none;
        QTest::newRow("of another") << u"g.txt"_s << QByteArray("garbage") << none;
        QTest::newRow("an array") << u"g.txt"_s << QByteArray("[1]")
                                  << u": line 1: It is no object"_s;
        QTest::newRow("a long one") << u"G.JSONL"_s << QByteArray(9000, 'x') << none;
    }

    void takesTheGoodLinesBehindABadOne()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, first);
        QFETCH(const QString, told);
        const QTemporaryDir folder;
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray good
            = formats::ndjsonLine({.delivery = builders::stored(builders::delivery())});
        file.write(first + '\n' + good + good);
        file.close();
        const auto store = ours(folder);
        QVERIFY(store);
        inspector::ImportJob job({file.fileName()}, {}, 5);
        while (job.step(**store)) { }
        QCOMPARE(job.summary().deliveries, 2);
        QCOMPARE(job.summary().wrong, 1);
        QCOMPARE(job.summary().named.size(), 1);
        QVERIFY2(job.summary().named[0].startsWith(name + told),
                 qPrintable(job.summary().named[0]));
        QVERIFY(!job.summary().broken);
    }

    void countsTheWrongOnesThatItDoesNotName()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"a.ndjson"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("{\n").repeated(30));
        file.close();
        const auto store = ours(folder);
        QVERIFY(store);
        inspector::ImportJob job({file.fileName()}, {}, 5);
        while (job.step(**store)) { }
        QCOMPARE(job.summary().wrong, 30);
        QCOMPARE(job.summary().named.size(), 21);
        QVERIFY(job.summary().named[19].startsWith(u"a.ndjson: line 20: "_s));
        QCOMPARE(job.summary().named[20], u"… and 10 more"_s);
    }

    // As an export writes them, one behind the other.
    void takesEachRequestOfAFile()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"all.http"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("GET /get HTTP/1.1\r\nHost: x\r\n\r\n"
                   "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\na"
                   "POST /b HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nb");
        file.close();
        const auto store = ours(folder);
        QVERIFY(store);
        inspector::ImportJob job({file.fileName()}, {}, 5);
        while (job.step(**store)) { }
        QCOMPARE(job.summary().deliveries, 3);
        const auto records = (*store)->records(0, 10);
        QVERIFY(records);
        QCOMPARE(records->size(), 3);
        QCOMPARE(records->at(0).delivery->request.body, QByteArray());
        QCOMPARE(records->at(1).delivery->request.body, QByteArray("a"));
        QCOMPARE(records->at(2).delivery->request.body, QByteArray("b"));
    }

    // As a shell completes it.
    void namesAFolderWithASlash()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"some"_s));
        const auto store = ours(folder);
        QVERIFY(store);
        inspector::ImportJob job({folder.filePath(u"some/"_s)}, {}, 5);
        while (job.step(**store)) { }
        QCOMPARE(job.summary().files, QStringList{u"some"_s});
    }
};

QTEST_GUILESS_MAIN(TstImportJob)
#include "tst_importjob.moc"
