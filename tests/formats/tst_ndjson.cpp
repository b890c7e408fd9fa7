// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/ndjson.h"
#include "json/document.h"
#include "json/scan.h"
#include "support/builders.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;

namespace
{

QJsonObject parsed(const QByteArray &line) { return QJsonDocument::fromJson(line).object(); }

QByteArray lineOf(const capture::Delivery &delivery)
{
    capture::Record record;
    record.delivery = builders::stored(delivery);
    return formats::ndjsonLine(record);
}

// The members' names in the order of the text.
QStringList names(const QByteArray &text, json::Document::Node parent = 0)
{
    const auto parse = json::Document::parse(text);
    const auto &document = std::get<json::Document>(parse);
    QStringList result;
    for (auto node = parent + 1; node < document.after(parent); node = document.after(node))
        result.append(QString::fromUtf8(json::unescaped(document.key(node))));
    return result;
}

QJsonObject schema()
{
    QFile file(QStringLiteral(TEST_DATA "/../../resources/delivery.schema.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object()[u"$defs"].toObject();
}

} // namespace

class TstNdjson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheLineOfTheContract();
    void writesWhatIsNotKnownAsNull();
    void writesTheLatestJudgement();
    void writesBytesThatAreNotText_data();
    void writesBytesThatAreNotText();
    void keepsAByteOrderMark();
    void keepsEveryByteOfABody();
    void keepsFieldsInOrder();
    void namesTheFraming_data();
    void namesTheFraming();
    void writesMarkAndNote();
    void writesARejection();
    void writesOneLineWhateverItHolds();
    void agreesWithTheSchema();
};

void TstNdjson::writesTheLineOfTheContract()
{
    capture::Delivery delivery = builders::delivery();
    delivery.id = 17;
    delivery.receivedAt = 1'795'428'000'123'456;
    delivery.request.fields = {{"Smile-Timestamp", "1795428000"}};
    delivery.verdict.ageSeconds = 0;
    capture::Record record;
    record.delivery = builders::stored(delivery);
    record.answer = capture::Answer{.id = 17, .status = 200, .latency = 812};
    const QByteArray line
        = R"({"format":"hookglass.delivery/1","id":17,"received_at":"2026-11-23T10:00:00.123456Z",)"
          R"("endpoint":"/","peer":{"address":"127.0.0.1","port":51234},)"
          R"("tls":{"version":"TLSv1.3","cipher":"TLS_AES_128_GCM_SHA256","server_name":"localhost"},)"
          R"("request":{"method":"POST","target":"/","http_version":"1.1",)"
          R"("headers":[["Smile-Timestamp","1795428000"]],"trailers":[],"framing":"content-length",)"
          R"("body":"{\"topic\":\"ping\"}","body_size":16,"body_sha256":)"
          R"("9739ffbbeafc64855f69cbe5c5ae967854cf78c9ed4c43346c9c5e2070127063"},)"
          R"("verdict":{"scheme":"smile","signature":"verified","freshness":"fresh",)"
          R"("age_seconds":0,"secret":"primary"},)"
          R"("event":{"topic":"ping","account":"0","id":null},"judged":null,)"
          R"("response":{"status":200,"headers":[],"body":"","source":"profile","latency_us":812},)"
          R"("mark":null,"note":""})"
          "\n";
    QCOMPARE(formats::ndjsonLine(record), line);
}

void TstNdjson::writesWhatIsNotKnownAsNull()
{
    const QJsonObject line = parsed(lineOf({}));
    for (const auto &name : {u"id"_s, u"peer"_s, u"tls"_s, u"judged"_s, u"response"_s, u"mark"_s}) {
        QVERIFY2(line.contains(name), qPrintable(name));
        QVERIFY2(line[name].isNull(), qPrintable(name));
    }
    for (const QString &name : {u"scheme"_s, u"age_seconds"_s, u"secret"_s})
        QVERIFY2(line[u"verdict"].toObject()[name].isNull(), qPrintable(name));
    for (const QString &name : {u"topic"_s, u"account"_s, u"id"_s})
        QVERIFY2(line[u"event"].toObject()[name].isNull(), qPrintable(name));
    QCOMPARE(line[u"verdict"].toObject()[u"signature"].toString(), u"not-applicable"_s);
    QCOMPARE(line[u"note"].toString(u"-"_s), QString());

    capture::Delivery delivery;
    delivery.tls = capture::TlsFacts{.version = u"TLSv1.2"_s, .cipher = u"x"_s, .serverName = {}};
    QVERIFY(parsed(lineOf(delivery))[u"tls"].toObject()[u"server_name"].isNull());
}

void TstNdjson::writesTheLatestJudgement()
{
    capture::Record record;
    record.delivery = builders::stored(builders::delivery());
    record.judged = signature::Verdict{.scheme = u"smile"_s,
                                       .signature = signature::Signature::Invalid,
                                       .freshness = signature::Freshness::Stale,
                                       .ageSeconds = -5};
    const QJsonObject expected{{u"scheme"_s, u"smile"_s},
                               {u"signature"_s, u"invalid"_s},
                               {u"freshness"_s, u"stale"_s},
                               {u"age_seconds"_s, -5},
                               {u"secret"_s, QJsonValue()}};
    const QJsonObject line = parsed(formats::ndjsonLine(record));
    QCOMPARE(line[u"judged"].toObject(), expected);
    QCOMPARE(line[u"verdict"].toObject()[u"signature"].toString(), u"verified"_s);
}

void TstNdjson::writesBytesThatAreNotText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QJsonValue>("value");

    QTest::newRow("nothing") << QByteArray() << QJsonValue(QString());
    QTest::newRow("text") << QByteArray("é\r\n") << QJsonValue(u"é\r\n"_s);
    QTest::newRow("a NUL") << QByteArray("x\0y", 3) << QJsonValue(u"x\0y"_s);
    QTest::newRow("Latin-1") << QByteArray("caf\xe9")
                             << QJsonValue(QJsonObject{{u"base64"_s, u"Y2Fm6Q=="_s}});
    QTest::newRow("a surrogate") << QByteArray("\xed\xa0\x80")
                                 << QJsonValue(QJsonObject{{u"base64"_s, u"7aCA"_s}});
}

void TstNdjson::writesBytesThatAreNotText()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QJsonValue, value);
    capture::Delivery delivery = builders::delivery(bytes);
    delivery.request.target = bytes;
    delivery.request.fields = {{"X", bytes}};
    delivery.request.trailers = {{"Y", bytes}};
    const QJsonObject request = parsed(lineOf(delivery))[u"request"].toObject();
    QCOMPARE(request[u"body"], value);
    QCOMPARE(request[u"target"], value);
    QCOMPARE(request[u"headers"].toArray()[0].toArray()[1], value);
    QCOMPARE(request[u"trailers"].toArray()[0].toArray()[1], value);
    QCOMPARE(request[u"body_size"].toInteger(), bytes.size());
}

// QJsonDocument drops the mark, so the text itself is looked at.
void TstNdjson::keepsAByteOrderMark()
{
    QVERIFY(lineOf(builders::delivery("\xef\xbb\xbfx")).contains("\"body\":\"\xef\xbb\xbfx\","));
}

void TstNdjson::keepsEveryByteOfABody()
{
    for (int byte = 0; byte < 256; ++byte) {
        const QByteArray body = QByteArray(1, char(byte)) + "x";
        const QJsonValue value = parsed(lineOf(builders::delivery(body)))[u"request"][u"body"];
        const QByteArray back = value.isString()
            ? value.toString().toUtf8()
            : QByteArray::fromBase64(value[u"base64"].toString().toLatin1());
        QCOMPARE(back, body);
    }
}

void TstNdjson::keepsFieldsInOrder()
{
    capture::Delivery delivery = builders::delivery();
    delivery.request.fields = {{"b", "1"}, {"A", "2"}, {"B", ""}, {"b", "1"}};
    QVERIFY(lineOf(delivery).contains(R"("headers":[["b","1"],["A","2"],["B",""],["b","1"]],)"));
}

void TstNdjson::namesTheFraming_data()
{
    QTest::addColumn<int>("framing");
    QTest::addColumn<QString>("word");
    QTest::newRow("none") << int(http::Framing::None) << u"none"_s;
    QTest::newRow("a length") << int(http::Framing::ContentLength) << u"content-length"_s;
    QTest::newRow("chunks") << int(http::Framing::Chunked) << u"chunked"_s;
}

void TstNdjson::namesTheFraming()
{
    QFETCH(int, framing);
    capture::Delivery delivery = builders::delivery();
    delivery.request.framing = http::Framing(framing);
    delivery.request.versionMinor = 0;
    const QJsonObject request = parsed(lineOf(delivery))[u"request"].toObject();
    QTEST(request[u"framing"].toString(), "word");
    QCOMPARE(request[u"http_version"].toString(), u"1.0"_s);
}

void TstNdjson::writesMarkAndNote()
{
    capture::Record record;
    record.delivery = builders::stored(builders::delivery());
    record.marked = true;
    record.note = u"check \"balance\"\n"_s;
    QVERIFY(formats::ndjsonLine(record).endsWith(
        "\"mark\":\"flag\",\"note\":\"check \\\"balance\\\"\\n\"}\n"));
}

void TstNdjson::writesARejection()
{
    const capture::Rejection rejection{.id = 5,
                                       .receivedAt = 1'795'428'000'000'000,
                                       .peer = {.address = u"::1"_s, .port = 9},
                                       .reason = capture::Reason::PlainHttp,
                                       .detail = u"“GET / HTTP/1.1” came without TLS."_s,
                                       .bytes = "GET",
                                       .status = 400,
                                       .count = 3};
    const QByteArray line
        = R"({"format":"hookglass.rejection/1","received_at":"2026-11-23T10:00:00.000000Z",)"
          R"("peer":{"address":"::1","port":9},"reason":"plain-http",)"
          R"("detail":"“GET / HTTP/1.1” came without TLS.","count":3})"
          "\n";
    QCOMPARE(formats::ndjsonLine(rejection), line);
}

void TstNdjson::writesOneLineWhateverItHolds()
{
    capture::Delivery delivery = builders::delivery("a\nb\r\n\xe2\x80\xa8");
    delivery.endpoint = u"/\n"_s;
    delivery.event.topic = u"x\ny"_s;
    const QByteArray line = lineOf(delivery);
    QCOMPARE(line.count('\n'), 1);
    QVERIFY(line.endsWith("}\n"));
    QVERIFY(!line.contains('\r'));
}

// Member by member, in the order of the contract.
void TstNdjson::agreesWithTheSchema()
{
    const auto required = [](const QString &definition) {
        QStringList result;
        for (const QJsonValue &name : schema()[definition].toObject()[u"required"].toArray())
            result.append(name.toString());
        return result;
    };
    const QByteArray line = lineOf(builders::delivery());
    QCOMPARE(names(line), required(u"delivery"_s));
    QCOMPARE(names(formats::ndjsonLine(capture::Rejection())), required(u"rejection"_s));
    const QJsonArray reasons = schema()[u"rejection"][u"properties"][u"reason"][u"enum"].toArray();
    QCOMPARE(reasons.size(), qsizetype(capture::Reason::Paused) + 1);
    for (qsizetype i = 0; i < reasons.size(); ++i)
        QCOMPARE(reasons[i].toString(), capture::word(capture::Reason(i)));
}

QTEST_GUILESS_MAIN(TstNdjson)
#include "tst_ndjson.moc"
