// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/match.h"
#include "filter/parse.h"
#include "support/builders.h"
#include "ui/filterterms.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstFilterTerms : public QObject
{
    Q_OBJECT

private:
    static capture::Record record(const QByteArray &body)
    {
        capture::Delivery made = builders::delivery(body);
        made.id = 7;
        made.event.topic = u"customer/\"updated\" *"_s;
        made.request.fields.append(http::Field{"X-Odd", "a \"b\" (c) OR *"});
        capture::Record record;
        record.delivery = builders::stored(made);
        return record;
    }

    static bool lets(const QString &text, const capture::Record &record)
    {
        const filter::Parsed parsed = filter::parse(text);
        return !parsed.fault && filter::matches(parsed.filter, record);
    }

private Q_SLOTS:
    void writesTermsOfValuesOfAColumn()
    {
        const QByteArray body = "{\"a b\":\"x y\",\"n\":1.50,\"o\":{\"p\":1},\"z\":null}";
        const json::ShortValues values
            = json::shortValues(body, {"/a b", "/n", "/z", "/o", "/none"}, 100);
        const QStringList terms{filterTerm(u"$[\"a b\"]"_s, *values[0]),
                                filterTerm(u"$.n"_s, *values[1]), filterTerm(u"$.z"_s, *values[2])};
        for (const QString &term : terms)
            QVERIFY2(lets(term, record(body)), qPrintable(term));
        QCOMPARE(terms[1], u"$.n:1.50"_s);
        QCOMPARE(filterTerm(u"$.o"_s, *values[3]), QString());
        QCOMPARE(filterTerm(u"$.s"_s, {.kind = json::Kind::String, .text = "be", .cut = true}),
                 QString());
    }

    void namesWhomABodyIsAbout()
    {
        const QByteArray body = R"({"topic":"a","data":{"customer":{"id":904311782}}})";
        const QString term = customerTerm("/data/customer/id", body);
        QCOMPARE(term, u"$.data.customer.id:904311782"_s);
        QVERIFY(lets(term, record(body)));
        QCOMPARE(customerTerm("/data/customer/id", R"({"topic":"ping"})"), QString());
        QCOMPARE(customerTerm("/data/customer/id", "no JSON"), QString());
        QCOMPARE(customerTerm({}, body), QString()); // nobody said where it stands
    }

    // Whatever the values are, the row itself must pass, and not its opposite.
    void writesTermsThatFitTheRow()
    {
        const capture::Record made = record("{}");
        const QList<FilterTerm> terms = filterTerms(capture::summarise(*made.delivery, 7));
        QCOMPARE(terms.size(), 8);
        for (const FilterTerm &term : terms) {
            QVERIFY2(lets(term.text, made), qPrintable(term.text));
            QVERIFY2(!lets(u'-' + term.text, made), qPrintable(term.text));
        }
    }

    void writesATermForAllAttempts()
    {
        const capture::Record seventh = record("{}");
        QVERIFY(lets(attemptsTerm({3, 7}).text, seventh));
        QVERIFY(!lets(u'-' + attemptsTerm({3, 7}).text, seventh));
        QVERIFY(!lets(attemptsTerm({3, 17}).text, seventh));
    }

    void writesARangeWithBothEnds()
    {
        capture::Delivery made = builders::delivery("{}");
        const auto passes = [&made](qint64 microseconds) {
            made.receivedAt = microseconds;
            capture::Record record;
            record.delivery = builders::stored(made);
            return lets(timeTerm(1'795'428'000, 1'795'428'009), record);
        };
        QVERIFY(!passes(1'795'427'999'999'999));
        QVERIFY(passes(1'795'428'000'000'000));
        QVERIFY(passes(1'795'428'009'999'999));
        QVERIFY(!passes(1'795'428'010'000'000));
    }

    void leavesOutWhatARowHasNot()
    {
        capture::Summary row;
        row.rejection = capture::Reason::MalformedHttp;
        row.receivedAt = 1'795'428'000'000'000;
        QStringList texts;
        for (const FilterTerm &term : filterTerms(row))
            texts += term.text.section(u':', 0, 0);
        QCOMPARE(texts, (QStringList{u"is"_s, u"time"_s}));
    }

    void writesTermsThatFitTheValue_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("a word") << QByteArray("\"maya\"");
        QTest::newRow("nothing") << QByteArray("\"\"");
        QTest::newRow("words and quotes") << QByteArray("\"a \\\"b\\\" OR (c) *\\\\\"");
        QTest::newRow("escaped letters") << QByteArray("\"Zo\\u00eb\"");
        QTest::newRow("a number") << QByteArray("904311782");
        QTest::newRow("a negative number") << QByteArray("-1.5");
        QTest::newRow("a large number") << QByteArray("12345678901234567890");
        QTest::newRow("true") << QByteArray("true");
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("a number as text") << QByteArray("\"7\"");
        QTest::newRow("a range") << QByteArray("\"1..5\"");
    }

    void writesTermsThatFitTheValue()
    {
        QFETCH(const QByteArray, value);
        const QByteArray body = "{\"a\":{\"first name\":" + value + "},\"b\":[0," + value + "]}";
        const auto document = std::get<json::Document>(json::Document::parse(body));
        const capture::Record made = record(body);
        for (json::Document::Node node = 1; node < document.nodes(); ++node) {
            const QString term = filterTerm(document, node);
            QCOMPARE(term.isEmpty(), document.holdsValues(node));
            if (term.isEmpty())
                continue;
            QVERIFY2(lets(term, made), qPrintable(term));
            QVERIFY2(!lets(term, record("{}")), qPrintable(term));
        }
    }

    void writesTermsThatFitTheHeader()
    {
        const capture::Record made = record("{}");
        for (const http::Field &field : made.delivery->request.fields)
            QVERIFY2(lets(filterTerm(field), made), qPrintable(filterTerm(field)));
        QCOMPARE(filterTerm(http::Field{"X", "\xFF"}), QString());
    }
};

QTEST_APPLESS_MAIN(TstFilterTerms)
#include "tst_filterterms.moc"
