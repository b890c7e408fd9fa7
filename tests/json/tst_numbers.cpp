// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/numbers.h"

#include <QTest>

using namespace json;

class TstNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesNumbersAsTheProgramDoes_data();
    void writesNumbersAsTheProgramDoes();
    void appendsToWhatIsThere();
};

// What Node 18, Python 3.11, Ruby 3.1 and Java 17 print for these.
void TstNumbers::writesNumbersAsTheProgramDoes_data()
{
    QTest::addColumn<QByteArray>("literal");
    QTest::addColumn<Numbers>("style");
    QTest::addColumn<QByteArray>("expected");

    const QList<QByteArray> literals{
        "10.50", "1.0",  "1e2",    "1E-5", "0.0001", "12345678901234567890",
        "-0",    "-0.0", "1e16",   "1e21", "100",    "12345678.9",
        "1e-7",  "-2.5", "1.5e300"};
    const auto add = [&](const char *name, Numbers style, const QList<QByteArray> &expected) {
        QCOMPARE(expected.size(), literals.size());
        for (qsizetype i = 0; i < literals.size(); ++i)
            QTest::addRow("%s: %s", name, literals[i].constData())
                << literals[i] << style << expected[i];
    };
    add("kept", Numbers::Kept, literals);
    add("Node", Numbers::Ecmascript,
        {"10.5", "1", "100", "0.00001", "0.0001", "12345678901234567000", "0", "0",
         "10000000000000000", "1e+21", "100", "12345678.9", "1e-7", "-2.5", "1.5e+300"});
    add("Python", Numbers::Python,
        {"10.5", "1.0", "100.0", "1e-05", "0.0001", "12345678901234567890", "0", "-0.0", "1e+16",
         "1e+21", "100", "12345678.9", "1e-07", "-2.5", "1.5e+300"});
    add("Ruby", Numbers::Ruby,
        {"10.5", "1.0", "100.0", "1.0e-05", "0.0001", "12345678901234567890", "0", "-0.0",
         "1.0e+16", "1.0e+21", "100", "12345678.9", "1.0e-07", "-2.5", "1.5e+300"});
    add("Java", Numbers::Java,
        {"10.5", "1.0", "100.0", "1.0E-5", "1.0E-4", "12345678901234567890", "0", "-0.0", "1.0E16",
         "1.0E21", "100", "1.23456789E7", "1.0E-7", "-2.5", "1.5E300"});
    add("Gson", Numbers::Gson,
        {"10.5", "1.0", "100.0", "1.0E-5", "1.0E-4", "1.2345678901234567E19", "-0.0", "-0.0",
         "1.0E16", "1.0E21", "100.0", "1.23456789E7", "1.0E-7", "-2.5", "1.5E300"});
    add("PHP", Numbers::Php,
        {"10.5", "1", "100", "1.0e-5", "0.0001", "1.2345678901234567e+19", "0", "0",
         "10000000000000000", "1.0e+21", "100", "12345678.9", "1.0e-7", "-2.5", "1.5e+300"});
    const auto one = [](const char *name, Numbers style, const char *from, const char *to) {
        QTest::newRow(name) << QByteArray(from) << style << QByteArray(to);
    };
    one("an amount gets its second place", Numbers::TwoPlaces, "10.5", "10.50");
    one("an amount keeps three places", Numbers::TwoPlaces, "10.125", "10.125");
    one("a whole amount keeps none", Numbers::TwoPlaces, "10", "10");
    one("a whole number gets a fraction", Numbers::PointZero, "10", "10.0");
    one("a fraction is enough", Numbers::PointZero, "10.5", "10.5");
    one("beyond every double", Numbers::Ecmascript, "1e400", "1e400");
}

void TstNumbers::writesNumbersAsTheProgramDoes()
{
    QFETCH(QByteArray, literal);
    QFETCH(Numbers, style);
    QByteArray out;
    renumber(out, literal, style);
    QTEST(out, "expected");
}

void TstNumbers::appendsToWhatIsThere()
{
    QByteArray out = "[";
    renumber(out, "1.50", Numbers::Python);
    QCOMPARE(out, QByteArray("[1.5"));
}

QTEST_APPLESS_MAIN(TstNumbers)
#include "tst_numbers.moc"
