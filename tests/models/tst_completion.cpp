// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/completion.h"
#include "models/deliverymodel.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using filter::Field;
using models::SeenValue;

class TstCompletion : public QObject
{
    Q_OBJECT

private:
    static models::Completions complete(const QString &text)
    {
        return models::complete(text, text.size(), [](Field field, const QString &path) {
            if (field == Field::Topic)
                return QList<SeenValue>{{u"customer/updated"_s, 12}, {u"ping"_s, 3}};
            if (field == Field::Secret)
                return QList<SeenValue>{{u"Dev store"_s, 2}};
            if (field == Field::Json && path.isEmpty())
                return QList<SeenValue>{{u"$.data.customer.id"_s, 9},
                                        {u"$.data.customer.email"_s, 8},
                                        {u"$.email"_s, 1},
                                        {u"$.items[*][\"a b\"]"_s, 1}};
            if (field == Field::Json && path == u"$.data.customer.email"_s)
                return QList<SeenValue>{{u"maya@example.com"_s, 2}};
            if (field == Field::Header)
                return path.isEmpty() ? QList<SeenValue>{{u"h.User-Agent"_s, 3}}
                                      : QList<SeenValue>{{u"Smile 2"_s, 3}};
            if (field == Field::Signature)
                return QList<SeenValue>{{u"invalid"_s, 5}};
            return QList<SeenValue>();
        });
    }

    static QStringList offers(const QString &text)
    {
        QStringList texts;
        for (const models::Completion &offer : complete(text).offers)
            texts += offer.text;
        return texts;
    }

    static capture::Summary row(qint64 id, const QString &topic, int status)
    {
        capture::Summary made;
        made.id = id;
        made.topic = topic;
        made.method = "POST";
        made.target = "/a?n=" + QByteArray::number(id);
        made.status = status;
        return made;
    }

private Q_SLOTS:
    void offersFieldsWithTheirMeaning()
    {
        const models::Completions found = complete(u"ping top"_s);
        QCOMPARE(found.position, 5);
        QCOMPARE(found.length, 3);
        QCOMPARE(found.offers.size(), 1);
        QCOMPARE(found.offers.first().text, u"topic:"_s);
        QCOMPARE(found.offers.first().note, filter::facts(Field::Topic).meaning);
    }

    void offers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const QString &text, const QStringList &expected) {
            QTest::newRow(name) << text << expected;
        };
        const QStringList topics{u"customer/updated"_s, u"ping"_s};
        row("nothing yet", {}, {});
        row("another name of a field", u"signat"_s, {u"sig:"_s});
        row("values by how often they were seen", u"topic:"_s, topics);
        row("values that hold what is typed", u"topic:UPD"_s, {u"customer/updated"_s});
        row("exactly a value", u"topic:=p"_s, {u"customer/updated"_s, u"ping"_s});
        row("excluded values", u"-topic:pi"_s, {u"ping"_s});
        row("in parentheses", u"a OR (topic:pi"_s, {u"ping"_s});
        row("in quotes", u"topic:\"pi"_s, {u"ping"_s});
        row("behind quotes", u"\"a b topic\" topic:pi"_s, {u"ping"_s});
        row("a value with a space", u"secret:dev"_s, {u"\"Dev store\""_s});
        row("fixed words, seen or not, and what is none", u"sig:in"_s,
            {u"invalid"_s, u"-sig:invalid"_s});
        row("fixed words that are excluded", u"-sig:in"_s, {u"invalid"_s});
        row("fixed words behind others", u"ping signature:malf"_s,
            {u"malformed"_s, u"-signature:malformed"_s});
        row("a second word", u"sig:invalid,mal"_s, {u"malformed"_s});
        row("what is complete", u"topic:ping"_s, {});
        row("no field", u"nonsense:x"_s, {});
        row("a word in quotes", u"\"to"_s, {});
        row("paths", u"$"_s,
            {u"$.data.customer.id:"_s, u"$.data.customer.email:"_s, u"$.email:"_s,
             u"$.items[*][\"a b\"]:"_s});
        row("paths that begin so", u"-$.data.customer.E"_s, {u"$.data.customer.email:"_s});
        row("a name at any depth", u"$..e"_s, {u"$..email:"_s});
        row("a path that is there", u"has:$.e"_s, {u"$.email"_s});
        row("values at a path", u"$.data.customer.email:may"_s, {u"maya@example.com"_s});
        row("headers", u"h.u"_s, {u"h.User-Agent:"_s});
        row("values of a header", u"h.User-Agent:="_s, {u"\"Smile 2\""_s});
        row("a field of contents without a path", u"body:may"_s, {});
    }

    void saysWhatEachFixedWordMeans()
    {
        QCOMPARE(complete(u"is:replay"_s).offers.first().note,
                 u"came again with its old signature"_s);
        for (const QString &word : filter::facts(Field::Is).words) {
            const auto offers = complete(u"is:"_s + word.chopped(1)).offers;
            QVERIFY2(!offers.isEmpty() && !offers.first().note.isEmpty(), qPrintable(word));
        }
    }

    void takesThePlaceOfTheFieldToExclude()
    {
        const models::Completions found = complete(u"ping sig:in"_s);
        QCOMPARE(found.position, 9);
        QCOMPARE(found.offers[0].before, 0);
        QCOMPARE(found.offers[1].before, 4);
    }

    void offers()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, expected);
        QCOMPARE(offers(text), expected);
    }

    void saysInHowManyRows()
    {
        QCOMPARE(complete(u"topic:pi"_s).offers.first().note, u"in 3"_s);
        QCOMPARE(complete(u"sig:malf"_s).offers.first().note, QString());
    }

    void completesTheWordBeforeTheCursor()
    {
        const models::Completions found = models::complete(
            u"to sig:invalid"_s, 2, [](Field, const QString &) { return QList<SeenValue>(); });
        QCOMPARE(found.position, 0);
        QCOMPARE(found.length, 2);
        QCOMPARE(found.offers.first().text, u"topic:"_s);
    }

    void seesTheValuesOfTheTable()
    {
        models::DeliveryModel model;
        model.append(
            {row(1, u"a"_s, 200), row(2, u"b"_s, 500), row(3, u"b"_s, 200), row(4, {}, 0)});
        QCOMPARE(model.valuesSeen(Field::Topic), (QList<SeenValue>{{u"b"_s, 2}, {u"a"_s, 1}}));
        QCOMPARE(model.valuesSeen(Field::Method), (QList<SeenValue>{{u"POST"_s, 4}}));
        QCOMPARE(model.valuesSeen(Field::Path).size(), 4);
        QCOMPARE(model.valuesSeen(Field::Reply), (QList<SeenValue>{{u"200"_s, 2}, {u"500"_s, 1}}));
        QCOMPARE(model.valuesSeen(Field::Signature), (QList<SeenValue>{{u"not-applicable"_s, 4}}));
        QCOMPARE(model.valuesSeen(Field::Size), QList<SeenValue>());
    }
};

QTEST_GUILESS_MAIN(TstCompletion)
#include "tst_completion.moc"
