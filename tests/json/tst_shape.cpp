// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/shape.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using json::Departure;
using json::Shape;

class TstShape : public QObject
{
    Q_OBJECT

private:
    static json::Document documentOf(const QByteArray &text)
    {
        auto parsed = json::Document::parse(text);
        if (std::holds_alternative<json::SyntaxError>(parsed))
            qFatal("no JSON: %s", text.constData());
        return std::get<json::Document>(std::move(parsed));
    }

    static QByteArray told(Shape &shape, const QByteArray &text)
    {
        QByteArrayList all;
        for (const Departure &departure : shape.take(documentOf(text)))
            all += QByteArray(1, "+-!"[int(departure.change)]) + departure.pointer;
        return all.join(' ');
    }

    static Shape settledOn(const QByteArray &text)
    {
        Shape shape;
        for (int i = 0; i < Shape::settled; ++i) {
            if (!told(shape, text).isEmpty())
                qFatal("says something too early");
        }
        return shape;
    }

private Q_SLOTS:
    void findsWhatIsOtherwise_data()
    {
        QTest::addColumn<QByteArray>("usual");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("told");
        const QByteArray usual = R"({"a":1,"o":{"x":"t","y":null},"l":[{"k":1}]})";
        const auto row = [&](const char *name, const char *text, const char *told) {
            QTest::newRow(name) << usual << QByteArray(text) << QByteArray(told);
        };
        row("the same", R"({"a":2,"o":{"x":"u","y":null},"l":[{"k":2},{"k":3}]})", "");
        row("another order", R"({"l":[{"k":1}],"o":{"y":null,"x":"t"},"a":1})", "");
        row("an empty array", R"({"a":1,"o":{"x":"t","y":null},"l":[]})", "");
        row("a new member", R"({"a":1,"b":1,"o":{"x":"t","y":null},"l":[]})", "+/b");
        row("new deep down", R"({"a":1,"o":{"x":"t","y":null,"z~/":{"i":1}},"l":[]})", "+/o/z~0~1");
        row("new in the second element",
            R"({"a":1,"o":{"x":"t","y":null},"l":[{"k":1},{"k":1,"n":1}]})", "+/l/1/n");
        row("gone", R"({"o":{"x":"t","y":null},"l":[]})", "-/a");
        row("gone deep down", R"({"a":1,"o":{"x":"t"},"l":[{}]})", "-/o/y -/l/0/k");
        row("of another kind", R"({"a":"1","o":{"x":"t","y":null},"l":[]})", "!/a");
        row("null for the first time", R"({"a":1,"o":{"x":null,"y":null},"l":[]})", "!/o/x");
        row("no longer null", R"({"a":1,"o":{"x":"t","y":{"deep":1}},"l":[]})", "!/o/y");
        row("an array instead of the object", R"([1])", "!");
        row("a key that stands there twice", R"({"a":1,"a":"x","o":{"x":"t","y":null},"l":[]})",
            "");
        row("an escaped key", R"({"\u0061":1,"o":{"x":"t","y":null},"l":[]})", "");
        QTest::newRow("one boolean for the other")
            << QByteArray(R"({"b":true})") << QByteArray(R"({"b":false})") << QByteArray();
    }
    void findsWhatIsOtherwise()
    {
        QFETCH(QByteArray, usual);
        QFETCH(QByteArray, text);
        Shape shape = settledOn(usual);
        QTEST(told(shape, text), "told");
        QCOMPARE(told(shape, text), QByteArray()); // It is known now.
    }

    void tellsTheKinds()
    {
        Shape shape = settledOn(R"({"a":1})");
        const QList<Departure> drift = shape.take(documentOf(R"({"a":null})"));
        QCOMPARE(drift,
                 QList<Departure>({{.change = Departure::Change::Kind,
                                    .pointer = "/a",
                                    .before = json::kindBit(json::Kind::Number),
                                    .now = json::kindBit(json::Kind::Null)}}));
    }

    void saysNothingOfWhatIsThereSometimes()
    {
        Shape shape;
        for (int i = 0; i < 20; ++i)
            QCOMPARE(told(shape, i % 2 ? R"({"a":1,"b":1})" : R"({"a":1})"), QByteArray());
    }

    void saysNothingOfAnObjectThatWasSeenSeldom()
    {
        Shape shape = settledOn(R"({"a":1})");
        QCOMPARE(told(shape, R"({"a":1,"o":{"x":1}})"), "+/o"_ba);
        QCOMPARE(told(shape, R"({"a":1,"o":{"x":1,"y":1}})"), QByteArray());
        QCOMPARE(told(shape, R"({"a":1,"o":{"x":"1"}})"), QByteArray());
    }

    void givesUpOnKeysThatAreData()
    {
        Shape shape = settledOn(R"({"by":{}})");
        int tellings = 0;
        for (int i = 0; i < 100; ++i)
            tellings += told(shape, R"({"by":{"id)" + QByteArray::number(i) + R"(":1}})").isEmpty()
                ? 0
                : 1;
        QVERIFY2(tellings > 0 && tellings < 10, qPrintable(QString::number(tellings)));
        QVERIFY2(!shape.toJson().contains("id1"), shape.toJson().constData());
        QVERIFY(Shape::fromJson(shape.toJson()));
    }

    void endsAtItsBounds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QByteArray wide = "{";
        for (int i = 0; i < 5000; ++i)
            wide += (i ? ",\"k" : "\"k") + QByteArray::number(i) + "\":{\"a\":1,\"b\":2}";
        QTest::newRow("wide") << wide + '}';
        QTest::newRow("deep") << QByteArray(500, '[') + QByteArray(500, ']');
        QByteArray many = "[0";
        for (qsizetype i = 0; i < Shape::mostNodes; ++i)
            many += ",0";
        QTest::newRow("of too many values") << many + ']';
    }
    void endsAtItsBounds()
    {
        QFETCH(QByteArray, text);
        Shape shape = settledOn(text);
        QVERIFY(shape.take(documentOf(R"({"other":1})")).size() <= Shape::mostDepartures);
        QVERIFY(shape.toJson().size() < 100'000);
        QVERIFY(Shape::fromJson(shape.toJson()));
    }

    void goesOnWhereItWas()
    {
        Shape shape = settledOn(R"({"a":1,"":[{"k":"ü"}]})");
        auto again = Shape::fromJson(shape.toJson());
        QVERIFY(again);
        QCOMPARE(again->toJson(), shape.toJson());
        const QByteArray text = R"({"":[{"k":1,"n":1}]})";
        const QByteArray here = told(shape, text);
        QVERIFY(!here.isEmpty());
        QCOMPARE(told(*again, text), here);
    }

    void saysWhetherItChanged()
    {
        Shape shape = settledOn(R"({"a":1})");
        QVERIFY(shape.takeChanged());
        told(shape, R"({"a":2})");
        QVERIFY(!shape.takeChanged());
        told(shape, R"({"a":2,"b":1})");
        QVERIFY(shape.takeChanged());
    }

    void knowsWhatWouldTellNothing()
    {
        Shape shape;
        const auto knows = [&](const char *text) { return shape.knows(json::skeletonOf(text)); };
        for (int i = 0; i < Shape::settled; ++i) {
            told(shape, R"({"a":1})");
            QVERIFY(!knows(R"({"a":2})")); // Each was one more.
        }
        told(shape, R"({"a":1})");
        QVERIFY(knows(R"({"a":2})"));
        QVERIFY(!knows(R"({"a":null})"));
        QCOMPARE(told(shape, R"({"a":null})"), "!/a"_ba);
        QVERIFY(!knows(R"({"a":2})")); // It has learned something since.
        told(shape, R"({"a":1})");
        told(shape, R"({"a":null})");
        QVERIFY(knows(R"({"a":2})") && knows(R"({"a":null})"));
    }

    // Texts of a few members each, with one to see what is otherwise and one that skips what it
    // knows.
    void missesNothingOfWhatItSkips()
    {
        QRandomGenerator random(7);
        const auto value = [&](auto self, int depth) -> QByteArray {
            static const char *const scalars[] = {"1", "\"x\"", "true", "false", "null", "-2.5"};
            const quint32 kind = random.bounded(depth > 0 ? 9U : 6U);
            if (kind < 6)
                return scalars[random.bounded(kind < 4 ? 2 : 6)];
            QByteArrayList parts;
            for (char key = 'a'; key < 'd'; ++key) {
                if (random.bounded(8) != 0)
                    parts += (kind < 8 ? QByteArray("\"") + key + "\":" : QByteArray())
                        + self(self, depth - 1);
            }
            return (kind < 8 ? '{' : '[') + parts.join(',') + (kind < 8 ? '}' : ']');
        };
        int skipped = 0;
        for (int round = 0; round < 40; ++round) {
            QByteArrayList texts;
            for (int i = 0; i < 6; ++i)
                texts += "{\"o\":" + value(value, 3) + '}';
            Shape takesAll;
            Shape skips;
            for (int i = 0; i < 120; ++i) {
                const QByteArray text = texts[random.bounded(1 + i / 24)];
                const QByteArray all = told(takesAll, text);
                if (skips.knows(json::skeletonOf(text))) {
                    ++skipped;
                    QCOMPARE(all, QByteArray());
                } else {
                    QCOMPARE(told(skips, text), all);
                }
                QCOMPARE(skips.toJson(), takesAll.toJson());
            }
        }
        QVERIFY2(skipped > 1000 && skipped < 4500, qPrintable(QString::number(skipped)));
    }

    void takesOnlyItsOwnText_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"", "{}", "[]", "[1]", "[[]]", R"([[0,"a",1,1,1,0,1,0],[5,"b",1,1,1,0,1,0]])",
              R"([[0,null,1,1,1,0,1]])", R"([[0,null,1,1,1,0,1,0,9]])",
              R"([[0,null,1,99,1,0,1,0]])", R"([[0,null,-1,1,1,0,1,0]])",
              R"([[0,null,1,1,1,0,1,0],[1,null,1,1,1,0,1,0]])",
              R"([[0,null,1,1,1,0,1,0],[0,null,1,1,1,0,1,0],[0,null,1,1,1,0,1,0]])",
              R"([{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7,"h":8}])"})
            QTest::newRow(text) << QByteArray(text);
    }
    void takesOnlyItsOwnText()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!Shape::fromJson(text));
    }
};

QTEST_APPLESS_MAIN(TstShape)
#include "tst_shape.moc"
