// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "http/contentcoding.h"

#include <QTest>

#include <zlib.h>

using namespace http;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int gzipBits = MAX_WBITS + 16;
constexpr int zlibBits = MAX_WBITS;
constexpr int rawBits = -MAX_WBITS;

QByteArray packed(const QByteArray &bytes, int windowBits)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("zlib");
    QByteArray out(qsizetype(deflateBound(&stream, uLong(bytes.size()))) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

const QByteArray text = "{\"topic\":\"ping\"}";

} // namespace

class TstContentCoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoesWhatTheHeaderNames_data();
    void undoesWhatTheHeaderNames();
    void leavesTheBodyAlone_data();
    void leavesTheBodyAlone();
    void saysWhyItCannot_data();
    void saysWhyItCannot();
    void stopsAtTheLimit();
};

void TstContentCoding::undoesWhatTheHeaderNames_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("gzip") << packed(text, gzipBits) << QByteArray("gzip");
    QTest::newRow("its old name, in capitals") << packed(text, gzipBits) << QByteArray("X-GZIP");
    QTest::newRow("deflate in a zlib frame") << packed(text, zlibBits) << QByteArray("deflate");
    QTest::newRow("deflate without a frame") << packed(text, rawBits) << QByteArray("deflate");
    QTest::newRow("gzip and nothing") << packed(text, gzipBits) << QByteArray("identity, gzip");
    QTest::newRow("first deflate, then gzip")
        << packed(packed(text, zlibBits), gzipBits) << QByteArray("deflate, gzip");
    QTest::newRow("four times") << packed(
        packed(packed(packed(text, gzipBits), gzipBits), gzipBits), gzipBits)
                                << QByteArray("gzip,gzip,gzip,gzip");
}

void TstContentCoding::undoesWhatTheHeaderNames()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, header);
    const Decoded decoded = decodedBody(body, header);
    QCOMPARE(decoded.bytes, text);
    QCOMPARE(decoded.fault, QString());
    QVERIFY(!decoded.coding.isEmpty());
    QVERIFY(!decoded.cut);
}

void TstContentCoding::leavesTheBodyAlone_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("no header") << text << QByteArray();
    QTest::newRow("identity") << text << QByteArray("identity");
    QTest::newRow("no body") << QByteArray() << QByteArray("gzip");
    QTest::newRow("packed, but nobody says so") << packed(text, gzipBits) << QByteArray();
}

void TstContentCoding::leavesTheBodyAlone()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, header);
    const Decoded decoded = decodedBody(body, header);
    QCOMPARE(decoded.bytes, body);
    QCOMPARE(decoded.coding, QString());
    QCOMPARE(decoded.fault, QString());
}

void TstContentCoding::saysWhyItCannot_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("header");
    QByteArray broken = packed(text, gzipBits);
    broken[broken.size() - 5] = char(~broken[broken.size() - 5]); // in the checksum
    QTest::newRow("not packed at all") << text << QByteArray("gzip");
    QTest::newRow("cut off") << packed(text, gzipBits).chopped(3) << QByteArray("gzip");
    QTest::newRow("a wrong checksum") << broken << QByteArray("gzip");
    QTest::newRow("an unknown coding") << text << QByteArray("br");
    QTest::newRow("one coding too many") << text << QByteArray("gzip,gzip,gzip,gzip,gzip");
}

void TstContentCoding::saysWhyItCannot()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, header);
    const Decoded decoded = decodedBody(body, header);
    QCOMPARE(decoded.bytes, body);
    QVERIFY(!decoded.fault.isEmpty());
    QCOMPARE(decoded.coding, QString());
}

void TstContentCoding::stopsAtTheLimit()
{
    const QByteArray zeros(200'000, '0');
    const QByteArray body = packed(zeros, gzipBits);
    const Decoded whole = decodedBody(body, "gzip", zeros.size());
    QCOMPARE(whole.bytes.size(), zeros.size());
    const Decoded cut = decodedBody(body, "gzip", zeros.size() - 1);
    QCOMPARE(cut.bytes.size(), zeros.size() - 1);
    QVERIFY(cut.cut);
    QCOMPARE(cut.coding, u"gzip"_s);
}

QTEST_GUILESS_MAIN(TstContentCoding)
#include "tst_contentcoding.moc"
