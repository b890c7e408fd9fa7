// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/csv.h"
#include "support/builders.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;

class TstCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesCells_data();
    void quotesCells();
    void hasARowForEachColumn_data();
    void hasARowForEachColumn();
    void hasTheColumnsThatAreChosen();
    void namesWhatIsNoColumn();
};

void TstCsv::quotesCells_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("cell");

    const auto row = [](const char *name, const QByteArray &text, const QByteArray &cell) {
        QTest::newRow(name) << text << cell;
    };
    row("nothing", "", "");
    row("a word", "ping", "ping");
    row("a comma", "a,b", "\"a,b\"");
    row("quotes", "a\"b", "\"a\"\"b\"");
    row("a line end", "a\r\nb", "\"a\r\nb\"");
    row("a formula", "=1+1", "\"'=1+1\"");
    row("a plus", "+49 30", "\"'+49 30\"");
    row("a minus", "-5", "\"'-5\"");
    row("an at sign", "@SUM(1)", "\"'@SUM(1)\"");
    row("a tab in front", "\t=1", "\"'\t=1\"");
    row("a line end in front", "\n=1", "\"'\n=1\"");
    row("a space in front", " =1", "\"' =1\"");
    row("a full-width sign", "\uff1d1", "\"'\uff1d1\"");
    row("a byte order mark in front", "\ufeff=1", "\"'\ufeff=1\"");
    row("an apostrophe in front", "'a", "\"''a\"");
    row("an equals sign inside", "a=b", "\"a=b\"");
    row("a semicolon", "a;=1", "\"a;=1\"");
    row("a control character", QByteArray("a\0\x1b", 3), "\"a\\u0000\\u001b\"");
    row("NUL in front of a formula", QByteArray("\0=1", 3), "\"'\\u0000=1\"");
}

void TstCsv::quotesCells()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, cell);
    QCOMPARE(formats::csvCell(text), cell);
}

void TstCsv::hasARowForEachColumn_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("cells");

    QTest::newRow("text") << QByteArray("=a\n") << QByteArray(",\"'=a\n\",,");
    QTest::newRow("bytes") << QByteArray("\xff") << QByteArray(",,\"/w==\",");
    QTest::newRow("control characters") << QByteArray("a\x1b") << QByteArray(",,\"YRs=\",");
}

void TstCsv::hasARowForEachColumn()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, cells);
    capture::Record record;
    record.delivery = builders::stored(builders::delivery(body));
    const QByteArray row = formats::csvRow(record);
    QVERIFY2(row.contains(cells), row.constData());
    QVERIFY(row.endsWith("\r\n"));
    QCOMPARE(formats::csvRow(capture::Rejection()).count(','), formats::csvHeader().count(','));
}

void TstCsv::hasTheColumnsThatAreChosen()
{
    const auto columns = formats::readCsvColumns(u"topic, id,method"_s);
    QVERIFY(columns);
    QCOMPARE(formats::csvHeader(*columns), "topic,id,method\r\n");
    capture::Delivery delivery = builders::delivery();
    delivery.id = 7;
    QCOMPARE(formats::csvRow({.delivery = builders::stored(delivery)}, *columns),
             "ping,7,POST\r\n");
    capture::Rejection rejection;
    rejection.id = 8;
    QCOMPARE(formats::csvRow(rejection, *columns), ",8,\r\n");
    const auto none = formats::readCsvColumns(u""_s);
    QVERIFY(none);
    QCOMPARE(formats::csvHeader(*none), formats::csvHeader());
}

void TstCsv::namesWhatIsNoColumn()
{
    const auto columns = formats::readCsvColumns(u"id,colour"_s);
    QVERIFY(!columns);
    QVERIFY(columns.error().what.contains(u"colour"_s));
    QVERIFY(columns.error().why.contains(u"received_at"_s));
}

QTEST_GUILESS_MAIN(TstCsv)
#include "tst_csv.moc"
