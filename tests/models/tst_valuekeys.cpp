// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/valuekeys.h"
#include "support/rows.h"

#include <QTest>

using models::DeliveryRows;
using models::ValueKeys;

class TstValueKeys : public QObject
{
    Q_OBJECT

private:
    static DeliveryRows table(qint64 last)
    {
        DeliveryRows rows;
        for (const capture::Summary &row : rows::several(1, last))
            rows.append(row);
        return rows;
    }

    static json::ShortValue number(qint64 value)
    {
        return {.kind = json::Kind::Number, .text = QByteArray::number(value)};
    }

private Q_SLOTS:
    void standsInOrder_data()
    {
        QTest::addColumn<QByteArray>("body"); // whose a stands before b
        QTest::newRow("numbers by their value") << QByteArray(R"({"a":9,"b":10})");
        QTest::newRow("a number below zero") << QByteArray(R"({"a":-2,"b":1})");
        QTest::newRow("a fraction") << QByteArray(R"({"a":1.25,"b":1.5})");
        QTest::newRow("an exponent") << QByteArray(R"({"a":90,"b":1e2})");
        QTest::newRow("larger than a double is exact")
            << QByteArray(R"({"a":9007199254740992,"b":9007199254740993})");
        QTest::newRow("larger than any double") << QByteArray(R"({"a":1e300,"b":1e400})");
        QTest::newRow("smaller than any double") << QByteArray(R"({"a":-1e400,"b":-1e300})");
        QTest::newRow("nearer to zero than any double") << QByteArray(R"({"a":1e-400,"b":1e-300})");
        QTest::newRow("an amount that is written as a text")
            << QByteArray(R"({"a":"9.50","b":10})");
        QTest::newRow("a number before a text") << QByteArray(R"({"a":900,"b":"1a"})");
        QTest::newRow("an id that looks like an exponent is a text")
            << QByteArray(R"({"a":200,"b":"1e2"})");
        QTest::newRow("an address is a text") << QByteArray(R"({"a":200,"b":"10.0.0.1"})");
        QTest::newRow("a date is a text") << QByteArray(R"({"a":3000,"b":"2026-11-27"})");
        QTest::newRow("what sounds like a number is a text") << QByteArray(R"({"a":5,"b":"inf"})");
        QTest::newRow("an empty text") << QByteArray(R"({"a":"","b":"a"})");
        QTest::newRow("texts without regard to case")
            << QByteArray(R"({"a":"apple","b":"Banana"})");
        QTest::newRow("the same letters by their case")
            << QByteArray(R"({"a":"Apple","b":"apple"})");
        QTest::newRow("letters beyond ASCII") << QByteArray(R"({"a":"ärger","b":"ÄRGERN"})");
        QTest::newRow("the beginning before what goes on") << QByteArray(R"({"a":"ab","b":"abc"})");
    }

    void standsInOrder()
    {
        QFETCH(const QByteArray, body);
        const json::ShortValues values = json::shortValues(body, {"/a", "/b"}, 200);
        ValueKeys keys;
        keys.put(0, values[1]);
        keys.put(1, values[0]);
        QVERIFY(keys.standsBefore(1, 0, Qt::AscendingOrder));
        QVERIFY(!keys.standsBefore(0, 1, Qt::AscendingOrder));
        QVERIFY(keys.standsBefore(0, 1, Qt::DescendingOrder));
        QVERIFY(!keys.standsBefore(1, 0, Qt::DescendingOrder));
    }

    void standsLastWithoutAValue()
    {
        ValueKeys keys;
        keys.put(0, std::nullopt);
        keys.put(1, number(1));
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            QVERIFY(keys.standsBefore(1, 0, order));
            QVERIFY(!keys.standsBefore(0, 1, order));
            QVERIFY(keys.standsBefore(1, 99, order)); // was not read
            QVERIFY(keys.standsBefore(0, 99, order)); // neither has one
        }
    }

    void standsByArrivalWhereValuesAreEqual()
    {
        ValueKeys keys;
        keys.put(0, number(7));
        keys.put(1, number(7));
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            QVERIFY(keys.standsBefore(0, 1, order));
            QVERIFY(!keys.standsBefore(1, 0, order));
            QVERIFY(!models::standsBefore(keys.key(0), keys.key(1), order));
        }
    }

    void wantsEachRowOnce()
    {
        DeliveryRows rows = table(3);
        capture::Summary rejected = rows::row(4);
        rejected.rejection = capture::Reason::PlainHttp;
        rows.append(rejected);
        ValueKeys keys;
        QCOMPARE(keys.takeWanted(rows), (QList<qint64>{1, 2, 3}));
        rows.append(rows::row(5));
        QCOMPARE(keys.takeWanted(rows), QList<qint64>{5});
        QVERIFY(keys.takeWanted(rows).isEmpty());
        keys.wantAgain(3);
        keys.wantAgain(2);
        keys.wantAgain(2);
        QCOMPARE(keys.takeWanted(rows), (QList<qint64>{2, 3}));
    }

    void wantsAnewWhatWasNeverPut()
    {
        const DeliveryRows rows = table(3);
        ValueKeys keys;
        QCOMPARE(keys.takeWanted(rows).size(), 3);
        keys.put(0, number(1));
        keys.askAnew(rows);
        QCOMPARE(keys.takeWanted(rows), (QList<qint64>{2, 3}));
    }

    void goesWithItsRow()
    {
        ValueKeys keys;
        for (quint32 row = 0; row < 3; ++row)
            keys.put(row, number(10 + row));
        keys.erase({false, true, false, true});
        QCOMPARE(keys.key(0).text, "10");
        QCOMPARE(keys.key(1).text, "12");
        QCOMPARE(keys.key(2).kind, models::ValueKey::Kind::Missing);
    }

    void staysSmall()
    {
        ValueKeys keys;
        for (quint32 row = 0; row < 100'000; ++row)
            keys.put(row, number(1'000'000 + row));
        QVERIFY2(keys.bytes() < 60LL * 100'000, qPrintable(QString::number(keys.bytes())));
    }
};

QTEST_GUILESS_MAIN(TstValueKeys)
#include "tst_valuekeys.moc"
