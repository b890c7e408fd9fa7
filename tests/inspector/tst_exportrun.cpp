// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/importreader.h"
#include "filter/parse.h"
#include "formats/ndjson.h"
#include "inspector/exportpreview.h"
#include "inspector/exportrun.h"
#include "signature/catalogue.h"
#include "support/builders.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using inspector::Excerpt;
using inspector::ExportOrder;
using inspector::ExportPreview;
using inspector::ExportRun;

// Ten deliveries, whose ids are 1 to 5 and 7 to 11, and a rejection in between, number 6.
class TstExportRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesAll();
    void writesAllWhateverItsSize();
    void writesOnlyWhatIsAskedFor_data();
    void writesOnlyWhatIsAskedFor();
    void writesAFileEachIntoAFolder();
    void writesBodiesAlone();
    void writesAStoreOfItsOwn();
    void bringsWhereRowsWereImportedFrom();
    void hidesInAStoreToo();
    void beginsATableWithAByteOrderMark_data();
    void beginsATableWithAByteOrderMark();
    void leavesNoStoreWhenStopped();
    void countsOnlyWhatAFormatHas();
    void countsUpwards();
    void leavesNoFileWhenStopped();
    void saysWhatKeepsItFromWriting();
    void neverWritesOverTheStore();
    void neverWritesOverAnotherStore_data();
    void neverWritesOverAnotherStore();
    void writesWhatAFilterFinds_data();
    void writesWhatAFilterFinds();
    void stopsBetweenFilesThatNobodyWants();
    void showsHowItBegins();
    void foretellsTheSizeOfAStore_data();
    void foretellsTheSizeOfAStore();
    void partsTheFilesOfAPreview();
    void warnsOfAddressesBehindWhatIsShown();
    void findsAddressesBehindTheFirstHundred();
    void findsCredentialsBehindTheFirstHundred();
    void tellsNothingOfWhatWasReplaced();
    void saysThatNothingIsThere();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString store() const { return path(u"a.hookglass"_s); }
    QList<qint64> idsIn(const QString &file) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<capture::Store> m_writer;
};

void TstExportRun::init()
{
    m_writer.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_writer = std::move(*capture::Store::open(store(), capture::Access::Write));
    const auto append = [this](int count) {
        capture::Batch batch;
        for (int i = 0; i < count; ++i)
            batch.deliveries.append(builders::stored(builders::delivery()));
        QVERIFY(m_writer->append(batch));
    };
    append(5);
    capture::Batch rejected;
    rejected.rejections.append(capture::Rejection{.reason = capture::Reason::Timeout});
    QVERIFY(m_writer->append(rejected));
    append(5);
}

QList<qint64> TstExportRun::idsIn(const QString &file) const
{
    QFile in(path(file));
    QList<qint64> ids;
    if (!in.open(QIODevice::ReadOnly))
        return ids;
    while (!in.atEnd()) {
        const QByteArray line = in.readLine();
        if (line.contains("hookglass.rejection/1")) {
            ids.append(6); // The line has no id, and there is but one.
            continue;
        }
        const qsizetype at = line.indexOf("\"id\":") + 5;
        ids.append(line.mid(at, line.indexOf(',', at) - at).toLongLong());
    }
    return ids;
}

void TstExportRun::writesAll()
{
    ExportRun run;
    QSignalSpy exported(&run, &ExportRun::exported);
    run.start(store(), {}, path(u"out.jsonl"_s), 11);
    QVERIFY(exported.wait());
    QCOMPARE(exported[0][0].toString(), path(u"out.jsonl"_s));
    QCOMPARE(exported[0][1].toLongLong(), 11);
    QCOMPARE(idsIn(u"out.jsonl"_s), QList<qint64>({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}));
    QCOMPARE(QFile(path(u"out.jsonl"_s)).permissions() & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

// It reads few large ones at once and many small ones.
void TstExportRun::writesAllWhateverItsSize()
{
    capture::Batch batch;
    QList<qint64> ids{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    for (int i = 0; i < 250; ++i) {
        ids.append(12 + i);
        const qsizetype size = i % 50 < 3 ? 3 * 1024 * 1024 : 10;
        batch.deliveries.append(builders::stored(builders::delivery(QByteArray(size, 'x'))));
    }
    QVERIFY(m_writer->append(batch));
    ExportRun run;
    QSignalSpy exported(&run, &ExportRun::exported);
    run.start(store(), {}, path(u"all.ndjson"_s), 261);
    QVERIFY(exported.wait(60'000));
    QCOMPARE(idsIn(u"all.ndjson"_s), ids);
    ExportOrder some;
    some.only = std::vector<qint64>{12, 13, 20, 21, 22, 62, 261};
    run.start(store(), some, path(u"some.ndjson"_s), 7);
    QVERIFY(exported.wait(60'000));
    QCOMPARE(idsIn(u"some.ndjson"_s), QList<qint64>(some.only->begin(), some.only->end()));
}

void TstExportRun::writesOnlyWhatIsAskedFor_data()
{
    QTest::addColumn<QList<qint64>>("only");
    QTest::addColumn<QList<qint64>>("written");
    QTest::newRow("one") << QList<qint64>{3} << QList<qint64>{3};
    QTest::newRow("a rejection as well") << QList<qint64>{2, 6, 11} << QList<qint64>{2, 6, 11};
    QTest::newRow("neighbours") << QList<qint64>{4, 5, 7} << QList<qint64>{4, 5, 7};
    QTest::newRow("one that is gone") << QList<qint64>{1, 12, 99} << QList<qint64>{1};
    QTest::newRow("none") << QList<qint64>{} << QList<qint64>{};
    QTest::newRow("all but one") << QList<qint64>{1, 2, 3, 5, 6, 7, 8, 9, 10, 11}
                                 << QList<qint64>{1, 2, 3, 5, 6, 7, 8, 9, 10, 11};
    QTest::newRow("the first and the last") << QList<qint64>{1, 11} << QList<qint64>{1, 11};
    QTest::newRow("the rejection alone") << QList<qint64>{6} << QList<qint64>{6};
}

void TstExportRun::writesOnlyWhatIsAskedFor()
{
    QFETCH(QList<qint64>, only);
    QFETCH(QList<qint64>, written);
    ExportOrder order;
    order.only = std::vector<qint64>(only.begin(), only.end());
    ExportRun run;
    QSignalSpy exported(&run, &ExportRun::exported);
    run.start(store(), order, path(u"out.jsonl"_s), only.size());
    QVERIFY(exported.wait());
    QCOMPARE(exported[0][1].toLongLong(), written.size());
    QCOMPARE(idsIn(u"out.jsonl"_s), written);
}

void TstExportRun::writesAFileEachIntoAFolder()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"out"_s));
    ExportOrder order{.format = formats::Format::Http};
    order.only = std::vector<qint64>{2, 6, 9};
    ExportRun run;
    QSignalSpy exported(&run, &ExportRun::exported);
    run.start(store(), order, path(u"out"_s), 3);
    QVERIFY(exported.wait());
    QCOMPARE(QDir(path(u"out"_s)).entryList(QDir::Files),
             QStringList({u"000002.http"_s, u"000009.http"_s}));
}

void TstExportRun::writesBodiesAlone()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"out"_s));
    capture::Batch batch;
    capture::Delivery json = builders::delivery(R"({"a":1})");
    json.request.head.chop(2);
    json.request.head += "content-type: application/json; charset=utf-8\r\n\r\n";
    batch.deliveries = {builders::stored(json), builders::stored(builders::delivery("a\xff")),
                        builders::stored(builders::delivery(""))};
    QVERIFY(m_writer->append(batch));
    ExportOrder order{.format = formats::Format::Body};
    order.only = std::vector<qint64>{6, 12, 13, 14};
    ExportRun run;
    QSignalSpy exported(&run, &ExportRun::exported);
    run.start(store(), order, path(u"out"_s), 4);
    QVERIFY(exported.wait());
    QCOMPARE(exported[0][1].toLongLong(), 3);
    QCOMPARE(QDir(path(u"out"_s)).entryList(QDir::Files),
             QStringList({u"000012.json"_s, u"000013.bin"_s, u"000014.txt"_s}));
    QFile file(path(u"out/000012.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), R"({"a":1})");
}

// With their numbers, and all that was said of them.
void TstExportRun::writesAStoreOfItsOwn()
{
    signature::Scheme acme = signature::smile();
    acme.id = u"acme"_s;
    QVERIFY(m_writer->putScheme(acme));
    QVERIFY(m_writer->setEndpoints({{.path = u"/a"_s,
                                     .scheme = u"acme"_s,
                                     .profile = {.status = 500},
                                     .rules = {.handshake = true, .subject = u"/topic"_s}}}));
    QVERIFY(m_writer->setMarked({6, 7}, true));
    for (const qint64 id : {6, 7})
        QVERIFY(m_writer->setNote(id, u"look"_s));
    QVERIFY(m_writer->append(QList<capture::Judgement>{{.id = 7, .judgedAt = 5}}));
    QVERIFY(m_writer->append(QList<capture::Attempt>{{.delivery = 7, .target = u"http://x/"_s}}));
    ExportRun run;
    QSignalSpy exported(&run, &ExportRun::exported);
    ExportOrder order{.format = formats::Format::Store};
    order.only = std::vector<qint64>{2, 6, 7};
    run.start(store(), order, path(u"some.hookglass"_s), 3);
    QVERIFY(exported.wait());
    QCOMPARE(exported[0][1].toLongLong(), 3);
    QCOMPARE(QDir(m_folder->path()).entryList({u"some*"_s}), {u"some.hookglass"_s});
    QVERIFY(QFile::permissions(path(u"some.hookglass"_s)).testFlags(QFile::ReadOwner)
            && !QFile::permissions(path(u"some.hookglass"_s)).testFlags(QFile::ReadGroup));
    const auto copy
        = std::move(*capture::Store::open(path(u"some.hookglass"_s), capture::Access::Read));
    QVERIFY(copy->id() != m_writer->id());
    QCOMPARE(*copy->deliveryCount(), 2);
    for (const qint64 id : {2, 7}) {
        const auto before = *m_writer->record(id);
        const auto after = *copy->record(id);
        QVERIFY(before && after);
        QCOMPARE(formats::ndjsonLine(*after), formats::ndjsonLine(*before));
    }
    QVERIFY((*copy->record(7))->marked);
    QCOMPARE(copy->judgements(7)->size(), 1);
    const capture::Rejection rejection = copy->rejections(0, 10)->first();
    QCOMPARE(rejection.id, 6);
    QVERIFY(rejection.marked);
    QCOMPARE(rejection.note, u"look"_s);
    QCOMPARE(*copy->endpoints(),
             (QList<capture::Endpoint>{
                 {.path = u"/a"_s, .scheme = u"acme"_s, .rules = {.subject = u"/topic"_s}}}));
    QVERIFY(copy->schemes()->isOwn(u"acme"_s));
}

void TstExportRun::bringsWhereRowsWereImportedFrom()
{
    capture::Usual usual = m_writer->usual();
    capture::Imported delivery;
    delivery.record.delivery = builders::stored(builders::delivery());
    delivery.record.import = capture::Import{.origin = u"a.jsonl"_s, .importedAt = 7};
    capture::Imported rejection;
    rejection.rejection = capture::Rejection{.reason = capture::Reason::Timeout};
    rejection.record.import
        = capture::Import{.origin = u"b.jsonl"_s, .importedAt = 8, .unknown = R"({"a":1})"};
    QVERIFY(m_writer->import({delivery, rejection}, usual));
    ExportOrder order{.format = formats::Format::Store};
    order.only = std::vector<qint64>{6, 12, 13};
    QVERIFY(inspector::exportStore(store(), order, path(u"some.hookglass"_s)));
    const auto copy
        = std::move(*capture::Store::open(path(u"some.hookglass"_s), capture::Access::Read));
    const auto rows = copy->summaries(0, 10);
    QVERIFY(rows);
    QCOMPARE(rows->size(), 3);
    QCOMPARE(rows->at(0).importedAt, 0); // It arrived here.
    QCOMPARE(rows->at(1).importedAt, 7);
    QCOMPARE(rows->at(2).importedAt, 8);
    const auto imports = std::move(*capture::ImportReader::open(copy->file()));
    QVERIFY(!*imports->read(6));
    const auto import = *imports->read(13);
    QVERIFY(import);
    QCOMPARE(import->origin, u"b.jsonl"_s);
    QCOMPARE(import->unknown, R"({"a":1})");
}

void TstExportRun::hidesInAStoreToo()
{
    capture::Delivery delivery = builders::delivery(R"({"email":"maya@shop.example"})");
    delivery.event.summary = u"maya@shop.example"_s;
    delivery.prints = {.body = 1, .signature = 2};
    QVERIFY(m_writer->append(capture::Batch{.deliveries = {builders::stored(delivery)}}));
    const capture::Event event{.topic = u"maya@shop.example"_s};
    QVERIFY(m_writer->append(QList<capture::Judgement>{{.id = 12, .event = event}}));
    ExportOrder order{.format = formats::Format::Store};
    order.redaction = *formats::Redaction::read(u"emails"_s, {});
    const auto count = inspector::exportStore(store(), order, path(u"b.hookglass"_s));
    QVERIFY(count && *count);
    QFile file(path(u"b.hookglass"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("person1@redacted.invalid"));
    QVERIFY(!bytes.contains("maya"));
    const auto copy
        = std::move(*capture::Store::open(path(u"b.hookglass"_s), capture::Access::Read));
    QCOMPARE((*copy->record(12))->delivery->prints, capture::Prints());
}

void TstExportRun::beginsATableWithAByteOrderMark_data()
{
    QTest::addColumn<bool>("wanted");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("as usual") << false << QByteArray("id\r\n");
    QTest::newRow("where it is wanted") << true << QByteArray("\xEF\xBB\xBFid\r\n");
}

void TstExportRun::beginsATableWithAByteOrderMark()
{
    QFETCH(const bool, wanted);
    QFETCH(const QByteArray, start);
    const auto columns = formats::readCsvColumns(u"id"_s);
    QVERIFY(columns);
    ExportRun run;
    QSignalSpy exported(&run, &ExportRun::exported);
    const QString target = path(u"out.csv"_s);
    run.start(store(),
              {.format = formats::Format::Csv, .columns = *columns, .byteOrderMark = wanted},
              target, 11);
    QVERIFY(exported.wait());
    QFile file(target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.read(start.size()), start);
}

void TstExportRun::leavesNoStoreWhenStopped()
{
    const QStringList before = QDir(m_folder->path()).entryList();
    const auto count = inspector::exportStore(store(), {.format = formats::Format::Store},
                                              path(u"b.hookglass"_s), [](qint64) { return false; });
    QVERIFY(count && !*count);
    QCOMPARE(QDir(m_folder->path()).entryList(), before);
    const auto itself
        = inspector::exportStore(store(), {.format = formats::Format::Store}, store());
    QVERIFY(!itself);
}

void TstExportRun::countsOnlyWhatAFormatHas()
{
    const auto written
        = inspector::exportStore(store(), {.format = formats::Format::Curl}, path(u"out.sh"_s));
    QVERIFY(written);
    QCOMPARE(**written, 10);
}

void TstExportRun::countsUpwards()
{
    ExportRun run;
    QSignalSpy exported(&run, &ExportRun::exported);
    QSignalSpy progressed(&run, &ExportRun::progressed);
    run.start(store(), {}, path(u"out.jsonl"_s), 11);
    QVERIFY(exported.wait());
    QVERIFY(progressed.size() > 1);
    for (qsizetype i = 1; i < progressed.size(); ++i)
        QVERIFY(progressed[i - 1].first().toInt() < progressed[i].first().toInt());
    QCOMPARE(progressed.last().first().toInt(), 100);
}

void TstExportRun::leavesNoFileWhenStopped()
{
    ExportRun run;
    // Within the writing itself, so that it cannot be over before.
    connect(&run, &ExportRun::progressed, &run, &ExportRun::stop, Qt::DirectConnection);
    QSignalSpy stopped(&run, &ExportRun::stopped);
    run.start(store(), {}, path(u"out.jsonl"_s), 11);
    QVERIFY(stopped.wait());
    QCOMPARE(QDir(m_folder->path()).entryList({u"out*"_s}, QDir::Files), QStringList());
}

void TstExportRun::saysWhatKeepsItFromWriting()
{
    ExportRun run;
    QSignalSpy failed(&run, &ExportRun::failed);
    run.start(store(), {}, path(u"none/out.jsonl"_s), 11);
    QVERIFY(failed.wait());
    QVERIFY(failed[0][0].value<core::Error>().what.contains(u"none/out.jsonl"_s));
}

void TstExportRun::neverWritesOverTheStore()
{
    const QString link = path(u"link.jsonl"_s);
    const QString hardLink = path(u"hard.jsonl"_s);
    QVERIFY(QFile::link(store(), link));
    QCOMPARE(
        ::link(QFile::encodeName(store()).constData(), QFile::encodeName(hardLink).constData()), 0);
    for (const QString &target : {store(), link, hardLink}) {
        ExportRun run;
        QSignalSpy failed(&run, &ExportRun::failed);
        run.start(store(), {}, target, 11);
        QVERIFY(failed.wait());
        QVERIFY(capture::Store::open(store(), capture::Access::Read));
    }
}

// By what they say where that is enough, by their records where it is not.
void TstExportRun::neverWritesOverAnotherStore_data()
{
    QTest::addColumn<bool>("open");
    QTest::addColumn<bool>("folder");
    QTest::newRow("while it is written to") << true << false;
    QTest::newRow("while it is closed") << false << false;
    QTest::newRow("as one of many files") << true << true;
}

void TstExportRun::neverWritesOverAnotherStore()
{
    QFETCH(bool, open);
    QFETCH(bool, folder);
    const QString other = path(u"000001.http"_s);
    auto writer = std::move(*capture::Store::open(other, capture::Access::Write));
    QVERIFY(writer->append(capture::Batch{.deliveries = {builders::stored(builders::delivery())}}));
    if (!open)
        writer.reset();
    const auto written = folder
        ? inspector::exportToFolder(*m_writer, {.format = formats::Format::Http}, m_folder->path())
        : inspector::exportStore(store(), {.format = formats::Format::Ndjson}, other);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, core::ErrorKind::Usage);
    QVERIFY(written.error().why.contains(u"Hookglass store"_s));
    QCOMPARE(*(*capture::Store::open(other, capture::Access::Read))->deliveryCount(), 1);
}

void TstExportRun::writesWhatAFilterFinds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<qint64>>("written");
    QTest::newRow("in a body") << u"body:maya"_s << QList<qint64>{12};
    QTest::newRow("in none") << u"body:nobody"_s << QList<qint64>();
    QTest::newRow("not in it") << u"-body:maya n:>9"_s << QList<qint64>{10, 11, 13};
    QTest::newRow("by a path") << u"$.to:maya*"_s << QList<qint64>{12};
    QTest::newRow("in a rejection's bytes") << u"body:broken"_s << QList<qint64>{13};
    QTest::newRow("what its record tells") << u"body:maya is:flagged"_s << QList<qint64>{12};
    QTest::newRow("what was said of a rejection") << u"is:flagged"_s << QList<qint64>{12, 13};
    QTest::newRow("what was there before") << u"is:repeated body:maya"_s << QList<qint64>();
}

void TstExportRun::writesWhatAFilterFinds()
{
    QFETCH(QString, text);
    capture::Batch batch;
    batch.deliveries.append(builders::stored(builders::delivery(R"({"to":"maya@example.com"})")));
    batch.rejections.append(capture::Rejection{.bytes = "broken"});
    QVERIFY(m_writer->append(batch));
    QVERIFY(m_writer->setMarked({12, 13}, true));
    const auto parsed = filter::parse(text);
    QVERIFY(!parsed.fault);
    ExportOrder order{.format = formats::Format::Store};
    order.filter = parsed.filter;
    const auto count = inspector::exportStore(store(), order, path(u"b.hookglass"_s));
    QVERIFY(count && *count);
    const auto copy
        = std::move(*capture::Store::open(path(u"b.hookglass"_s), capture::Access::Read));
    const auto rows = copy->summaries(0, 100);
    QVERIFY(rows);
    QList<qint64> ids;
    for (const capture::Summary &row : *rows)
        ids.append(row.id);
    QTEST(ids, "written");
}

void TstExportRun::stopsBetweenFilesThatNobodyWants()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"out"_s));
    ExportOrder order{.format = formats::Format::Http};
    order.filter = filter::parse(u"topic:none-has-it"_s).filter;
    int asked = 0;
    const auto written = inspector::exportToFolder(*m_writer, order, path(u"out"_s),
                                                   [&asked](qint64) { return ++asked < 3; });
    QVERIFY(written);
    QVERIFY(!*written);
    QCOMPARE(asked, 3);
}

void TstExportRun::showsHowItBegins()
{
    ExportPreview preview;
    QSignalSpy seen(&preview, &ExportPreview::seen);
    preview.start(store(), {}, 1100);
    QVERIFY(seen.wait());
    const auto excerpt = seen[0][0].value<Excerpt>();
    QCOMPARE(excerpt.shown, ExportPreview::most);
    QCOMPARE(excerpt.text.count('\n'), 3);
    QVERIFY(excerpt.text.startsWith(R"({"format":"hookglass.delivery/1","id":1,)"));
    QVERIFY(excerpt.bytes > excerpt.text.size() * 100);
}

void TstExportRun::foretellsTheSizeOfAStore_data()
{
    QTest::addColumn<int>("count"); // more
    QTest::addColumn<qsizetype>("size"); // of each body
    QTest::newRow("a few") << 0 << qsizetype(0);
    QTest::newRow("many small ones") << 2000 << qsizetype(400);
    QTest::newRow("some of more than half a page") << 200 << qsizetype(5000);
    QTest::newRow("some of many pages") << 120 << qsizetype(50'000);
}

void TstExportRun::foretellsTheSizeOfAStore()
{
    QFETCH(const int, count);
    QFETCH(const qsizetype, size);
    capture::Batch batch;
    for (int i = 0; i < count; ++i)
        batch.deliveries.append(builders::stored(builders::delivery(QByteArray(size, 'x'))));
    QVERIFY(m_writer->append(batch));
    ExportOrder order{.format = formats::Format::Store};
    order.filter = filter::parse(count == 0 ? u""_s : u"n:>11"_s).filter;
    ExportPreview preview;
    QSignalSpy seen(&preview, &ExportPreview::seen);
    preview.start(store(), order, count == 0 ? 11 : count);
    QVERIFY(seen.wait());
    const auto written = inspector::exportStore(store(), order, path(u"b.hookglass"_s));
    QVERIFY(written && *written);
    const auto foretold = double(seen.last()[0].value<Excerpt>().bytes);
    const auto real = double(QFileInfo(path(u"b.hookglass"_s)).size());
    QVERIFY2(std::abs(foretold - real) < 0.15 * real,
             qPrintable(u"%1 instead of %2"_s.arg(foretold).arg(real)));
}

void TstExportRun::partsTheFilesOfAPreview()
{
    ExportPreview preview;
    QSignalSpy seen(&preview, &ExportPreview::seen);
    preview.start(store(), {.format = formats::Format::Body}, 11);
    QVERIFY(seen.wait());
    QCOMPARE(seen.last()[0].value<Excerpt>().text.count("\n———\n"), ExportPreview::most - 1);
    preview.start(store(), {.format = formats::Format::Curl}, 11);
    QVERIFY(seen.wait());
    QVERIFY(!seen.last()[0].value<Excerpt>().text.contains("———"));
}

void TstExportRun::warnsOfAddressesBehindWhatIsShown()
{
    ExportPreview preview;
    QSignalSpy seen(&preview, &ExportPreview::seen);
    preview.start(store(), {}, 11);
    QVERIFY(seen.wait());
    QVERIFY(!seen.last()[0].value<Excerpt>().addresses);
    capture::Batch batch;
    batch.deliveries.append(builders::stored(builders::delivery(R"({"to":"maya@example.com"})")));
    QVERIFY(m_writer->append(batch));
    preview.start(store(), {}, 12);
    QVERIFY(seen.wait());
    QVERIFY(seen.last()[0].value<Excerpt>().addresses);
    preview.start(store(), {.format = formats::Format::CurlCmd}, 12); // its bodies are in Base64
    QVERIFY(seen.wait());
    QVERIFY(seen.last()[0].value<Excerpt>().addresses);
    const auto redaction = formats::Redaction::read(u"emails"_s, {});
    QVERIFY(redaction);
    preview.start(store(), {.redaction = *redaction}, 12);
    QVERIFY(seen.wait());
    QVERIFY(!seen.last()[0].value<Excerpt>().addresses);
}

void TstExportRun::findsAddressesBehindTheFirstHundred()
{
    capture::Batch batch;
    for (int i = 0; i < 150; ++i)
        batch.deliveries.append(
            builders::stored(builders::delivery(i < 149 ? "{}" : R"({"to":"maya@example.com"})")));
    QVERIFY(m_writer->append(batch));
    ExportPreview preview;
    QSignalSpy seen(&preview, &ExportPreview::seen);
    QSignalSpy found(&preview, &ExportPreview::addressesFound);
    preview.start(store(), {}, 161);
    QVERIFY(found.wait());
    QCOMPARE(seen.size(), 1);
    QVERIFY(!seen.last()[0].value<Excerpt>().addresses);
}

void TstExportRun::findsCredentialsBehindTheFirstHundred()
{
    capture::Delivery last = builders::delivery();
    last.request.head.replace("\r\n\r\n", "\r\nAuthorization: Bearer b3Blbg\r\n\r\n");
    capture::Batch batch;
    batch.deliveries = QList<capture::DeliveryPtr>(149, builders::stored(builders::delivery()));
    batch.deliveries.append(builders::stored(last));
    QVERIFY(m_writer->append(batch));
    ExportPreview preview;
    QSignalSpy seen(&preview, &ExportPreview::seen);
    QSignalSpy found(&preview, &ExportPreview::credentialFound);
    preview.start(store(), {}, 161);
    QVERIFY(found.wait());
    QCOMPARE(found.first().first().toString(), u"Authorization"_s);
    QCOMPARE(seen.last()[0].value<Excerpt>().credential, QString());
}

void TstExportRun::tellsNothingOfWhatWasReplaced()
{
    ExportPreview preview;
    QSignalSpy seen(&preview, &ExportPreview::seen);
    preview.start(store(), {}, 11);
    preview.start(store(), {.format = formats::Format::Curl}, 11);
    QVERIFY(seen.wait());
    QVERIFY(seen[0][0].value<Excerpt>().text.startsWith("#!/bin/sh"));
    QCOMPARE(seen.size(), 1);
}

void TstExportRun::saysThatNothingIsThere()
{
    ExportOrder order;
    order.only = std::vector<qint64>();
    ExportPreview preview;
    QSignalSpy seen(&preview, &ExportPreview::seen);
    preview.start(store(), order, 0);
    QVERIFY(seen.wait());
    QCOMPARE(seen[0][0].value<Excerpt>().shown, 0);
    QCOMPARE(seen[0][0].value<Excerpt>().bytes, 0);
}

QTEST_GUILESS_MAIN(TstExportRun)
#include "tst_exportrun.moc"
