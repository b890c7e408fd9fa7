// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/har.h"
#include "formats/harreader.h"
#include "formats/ndjson.h"
#include "support/builders.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;

namespace
{

capture::Record full()
{
    capture::Delivery delivery = builders::delivery();
    delivery.id = 3;
    delivery.request.head.clear();
    delivery.event.summary.clear();
    capture::Record record{.answer = capture::Answer{.id = 3, .status = 200, .latency = 812},
                           .marked = true,
                           .note = u"look"_s};
    record.delivery = builders::stored(delivery);
    return record;
}

capture::Record changed(const std::function<void(http::Request &)> &change)
{
    capture::Record record = full();
    capture::Delivery delivery = *record.delivery;
    change(delivery.request);
    record.delivery = builders::stored(delivery);
    return record;
}

// Number and outcome of each entry: "1 /path", "2: why".
QStringList read(QByteArray file, QString *trouble = nullptr)
{
    QBuffer device(&file);
    device.open(QIODevice::ReadOnly);
    formats::HarEntries entries(device, 7);
    QStringList seen;
    while (const auto entry = entries.next())
        seen.append(
            entry->wrong.isEmpty()
                ? u"%1 %2"_s.arg(entry->number)
                      .arg(entry->entry.record
                               ? QString::fromLatin1(entry->entry.record->delivery->request.target)
                               : u"rejection"_s)
                : u"%1: %2"_s.arg(entry->number).arg(entry->wrong));
    if (trouble)
        *trouble = entries.trouble();
    return seen;
}

QByteArray logOf(const QByteArray &entries)
{
    return R"({"log":{"version":"1.2","creator":{"name":"x]}{","version":""},"entries":[)" + entries
        + "]}}";
}

const QByteArray good = R"({"request":{"method":"GET","url":"http://a.example/b?c#d"}})";

} // namespace

class TstHarReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBackWhatWasWritten_data();
    void readsBackWhatWasWritten();
    void writesWhatHarAsksFor();
    void putsRejectionsBehindTheEntries();
    void readsEntryAfterEntry_data();
    void readsEntryAfterEntry();
    void tellsWhatIsNoHar_data();
    void tellsWhatIsNoHar();
    void readsBodies_data();
    void readsBodies();
    void completesAnHttp2Request();
    void endsWhereverItIsCut();
};

void TstHarReader::readsBackWhatWasWritten_data()
{
    QTest::addColumn<capture::Record>("record");

    QTest::newRow("a ping") << full();
    QTest::newRow("a binary body") << changed([](auto &request) { request.body = "\xff\x00\xfe"; });
    QTest::newRow("an empty body") << changed([](auto &request) { request.body.clear(); });
    QTest::newRow("a body behind a byte order mark")
        << changed([](auto &request) { request.body = "\xEF\xBB\xBF{\"a\":1}"; });
    QTest::newRow("byte order marks alone")
        << changed([](auto &request) { request.body = "\xEF\xBB\xBF\xEF\xBB\xBF"; });
    QTest::newRow("a field behind a byte order mark") << changed([](auto &request) {
        request.fields = {{"X",
                           "\xEF\xBB\xBF"
                           "a"}};
    });
    QTest::newRow("fields that are no UTF-8, repeated and empty") << changed(
        [](auto &request) { request.fields = {{"X", "caf\xe9"}, {"x", ""}, {"X", "\xff"}}; });
    QTest::newRow("trailers") << changed([](auto &request) {
        request.framing = http::Framing::Chunked;
        request.trailers = {{"T", "\x80"}};
    });
    QTest::newRow("a target that does not decode, HTTP/1.0") << changed([](auto &request) {
        request.target = "/%zz?a=%ff&b";
        request.versionMinor = 0;
    });
    QTest::newRow("no host") << changed([](auto &request) { request.fields.clear(); });
    capture::Record unanswered = full();
    unanswered.answer.reset();
    QTest::newRow("no answer") << unanswered;
    capture::Record binary = full();
    binary.answer->body = "\xff\xfe";
    binary.answer->fields = {{"X", "\xe9"}};
    QTest::newRow("a binary answer") << binary;
    binary.answer->body = "\xEF\xBB\xBFok";
    QTest::newRow("an answer behind a byte order mark") << binary;
}

void TstHarReader::readsBackWhatWasWritten()
{
    QFETCH(capture::Record, record);
    formats::HarWriter writer;
    const QByteArray entry = writer.entry(record);
    const auto back = formats::readHarEntry(entry, 7);
    QVERIFY2(back, back ? "" : qPrintable(core::describe(back.error())));
    QVERIFY(!back->altered);
    QCOMPARE(formats::ndjsonLine(*back->record), formats::ndjsonLine(record));
}

void TstHarReader::writesWhatHarAsksFor()
{
    formats::HarWriter writer;
    QByteArray file = writer.begin();
    file += writer.entry(full());
    file += writer.entry(full());
    file += writer.end();
    const QJsonObject log = QJsonDocument::fromJson(file).object()[u"log"].toObject();
    QCOMPARE(log[u"version"].toString(), u"1.2"_s);
    QCOMPARE(log[u"entries"].toArray().size(), 2);
    const QJsonObject entry = log[u"entries"].toArray()[1].toObject();
    for (const QString &name :
         {u"startedDateTime"_s, u"time"_s, u"request"_s, u"response"_s, u"cache"_s, u"timings"_s})
        QVERIFY2(entry.contains(name), qPrintable(name));
    QCOMPARE(entry[u"request"][u"url"].toString(), u"https://localhost:8443/"_s);
    QCOMPARE(entry[u"time"].toDouble(), 0.812);
}

void TstHarReader::putsRejectionsBehindTheEntries()
{
    formats::HarWriter writer;
    capture::Rejection rejection;
    rejection.receivedAt = 1;
    QByteArray file = writer.begin();
    file += writer.entry(full());
    file += writer.rejection(rejection);
    file += writer.rejection(rejection);
    file += writer.end();
    QVERIFY(QJsonDocument::fromJson(file).isObject());
    QCOMPARE(read(file), QStringList({u"1 /"_s, u"1 rejection"_s, u"2 rejection"_s}));
}

void TstHarReader::readsEntryAfterEntry_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QStringList>("seen");

    QTest::newRow("none") << logOf("") << QStringList();
    QTest::newRow("two") << logOf(good + ",\n" + good) << QStringList({u"1 /b?c"_s, u"2 /b?c"_s});
    QTest::newRow("one is missing its request")
        << logOf("{}, " + good) << QStringList({u"1: request: It is missing."_s, u"2 /b?c"_s});
    QTest::newRow("one is a number, one a text")
        << logOf("5,\"a]\"," + good)
        << QStringList({u"1: It is no object."_s, u"2: It is no object."_s, u"3 /b?c"_s});
    QTest::newRow("a URL of another kind")
        << logOf(R"({"request":{"method":"GET","url":"data:text/plain,x"}})")
        << QStringList(u"1: request.url: It is no http or https URL."_s);
    QTest::newRow("a wrong time")
        << logOf(R"({"startedDateTime":"noon","request":{"method":"GET","url":"/"}})")
        << QStringList(u"1: startedDateTime: It is no time as 2026-11-23T10:00:00.123Z."_s);
    QTest::newRow("headers that are no list")
        << logOf(R"({"request":{"method":"GET","url":"/","headers":{}}})")
        << QStringList(u"1: request.headers: It is no list."_s);
    QTest::newRow("a byte order mark in front")
        << "\xef\xbb\xbf" + logOf(good) << QStringList(u"1 /b?c"_s);
    QTest::newRow("another log inside an entry")
        << logOf(R"({"log":{"entries":[1]},"request":{"method":"GET","url":"/"}})")
        << QStringList(u"1 /"_s);
}

void TstHarReader::readsEntryAfterEntry()
{
    QFETCH(QByteArray, file);
    QFETCH(QStringList, seen);
    QString trouble;
    QCOMPARE(read(file, &trouble), seen);
    QCOMPARE(trouble, QString());
}

void TstHarReader::tellsWhatIsNoHar_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("trouble");

    const QString none = u"It is no HAR file: there is no log.entries."_s;
    QTest::newRow("nothing") << QByteArray() << none;
    QTest::newRow("another object") << QByteArray(R"({"log":[2,1,3]"request:"})") << none;
    QTest::newRow("cut behind an entry")
        << logOf(good).chopped(3) << u"It ends in the middle, behind entry 1."_s;
    QTest::newRow("cut in an entry")
        << logOf(good + ',' + good).chopped(9) << u"It ends in the middle, behind entry 1."_s;
    QTest::newRow("a bracket too many")
        << QByteArray("{}}") << u"Line 1: There is a bracket too many."_s;
}

void TstHarReader::tellsWhatIsNoHar()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, trouble);
    QString told;
    read(file, &told);
    QCOMPARE(told, trouble);
}

void TstHarReader::readsBodies_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("none") << QByteArray() << QByteArray();
    QTest::newRow("text") << QByteArray(R"(,"postData":{"mimeType":"","text":"a\u0000é"})")
                          << QByteArray("a\0é", 4);
    QTest::newRow("Base64") << QByteArray(R"(,"postData":{"text":"/w==","encoding":"base64"})")
                            << QByteArray("\xff");
    QTest::newRow("beside the request's own members")
        << QByteArray(R"(,"_content":{"text":"/w==","size":1,"encoding":"base64"})")
        << QByteArray("\xff");
    QTest::newRow("a form without its text")
        << QByteArray(R"(,"postData":{"mimeType":"application/x-www-form-urlencoded",)"
                      R"("params":[{"name":"a b","value":"=&"},{"name":"c"}]})")
        << QByteArray("a+b=%3D%26&c=");
}

void TstHarReader::readsBodies()
{
    QFETCH(QByteArray, members);
    QFETCH(QByteArray, body);
    const auto entry
        = formats::readHarEntry(R"({"request":{"method":"POST","url":"/")" + members + "}}", 7);
    QVERIFY2(entry, entry ? "" : qPrintable(core::describe(entry.error())));
    QCOMPARE(entry->record->delivery->request.body, body);
}

void TstHarReader::completesAnHttp2Request()
{
    const auto entry = formats::readHarEntry(
        R"({"startedDateTime":"2026-11-23T11:00:00.5+01:00","time":1.5,"request":{"method":"GET",)"
        R"("url":"https://u:p@a.example/ ü","httpVersion":"h2","headers":[)"
        R"({"name":":authority","value":"b.example"},{"name":":path","value":"/"},)"
        R"({"name":"x","value":"1"}]},"response":{"status":204,"headers":[)"
        R"({"name":"set-cookie","value":"a\nb"}]}})",
        7);
    QVERIFY(entry);
    const capture::Delivery &delivery = *entry->record->delivery;
    QCOMPARE(delivery.receivedAt, 1'795'428'000'500'000);
    QCOMPARE(delivery.request.target, "/%20%C3%BC");
    const http::Fields fields{{"Host", "b.example"}, {"x", "1"}};
    QCOMPARE(delivery.request.fields, fields);
    const http::Fields answer{{"set-cookie", "a"}, {"set-cookie", "b"}};
    QCOMPARE(entry->record->answer->fields, answer);
    QCOMPARE(entry->record->answer->latency, 1500);
}

void TstHarReader::endsWhereverItIsCut()
{
    const QByteArray file = logOf(good + ",\n" + good);
    for (qsizetype size = 0; size < file.size(); ++size) {
        QString trouble;
        read(file.first(size), &trouble);
        QVERIFY2(!trouble.isEmpty(), file.first(size).constData());
    }
}

QTEST_GUILESS_MAIN(TstHarReader)
#include "tst_harreader.moc"
