// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/comparison.h"
#include "models/comparisonmodel.h"
#include "models/ignoredplaces.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <algorithm>

using namespace models;
using namespace Qt::Literals::StringLiterals;
using capture::Delivery;

namespace
{

Delivery delivery(qint64 id, const QByteArray &body, const http::Fields &fields = {},
                  const QByteArray &target = "/")
{
    Delivery made{.id = id};
    made.request.method = "POST";
    made.request.target = target;
    made.request.fields = fields;
    made.request.body = body;
    return made;
}

// "~a|1|2" a row, rows that are the same without a sign, "(+|2|b)" an ignored one.
QStringList described(const Comparison &comparison)
{
    QStringList rows;
    for (const ComparedRow &row : comparison.rows)
        rows.append((row.ignored ? u"(%1%2)"_s : u"%1%2"_s)
                        .arg(QString(u" +-~!"[int(row.change)]).trimmed(), row.cells.join(u'|')));
    return rows;
}

} // namespace

class TstComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparesFields_data();
    void comparesFields();
    void comparesLines();
    void laysSideBySide();
    void marksTheWordsThatDiffer();
    void comparesBytes();
    void ignoresNamesInEachMode();
    void ignoresPlacesInEachMode_data();
    void ignoresPlacesInEachMode();
    void ignoresWhatItShows_data();
    void ignoresWhatItShows();
    void countsNothingForWhatIsIgnored_data();
    void countsNothingForWhatIsIgnored();
    void keepsWhatIsIgnoredInTheLines();
    void keepsAllLines_data();
    void keepsAllLines();
    void readsWhatIsIgnored();
    void saysWhatItCannotRead_data();
    void saysWhatItCannotRead();
    void countsWhatItIgnores_data();
    void countsWhatItIgnores();
    void isAModel_data();
    void isAModel();
    void findsTheNextChange();
    void skipsWhatIsIgnored();
};

void TstComparison::comparesFields_data()
{
    QTest::addColumn<Delivery>("left");
    QTest::addColumn<Delivery>("right");
    QTest::addColumn<QStringList>("rows");
    const auto row = [](const char *name, const Delivery &left, const Delivery &right,
                        const QStringList &rows) { QTest::newRow(name) << left << right << rows; };
    row("the same request", delivery(1, "{}"), delivery(2, "{}"), {});
    row("another target", delivery(1, "{}"), delivery(2, "{}", {}, "/x"), {u"~Target|/|/x"_s});
    row("a member that changed", delivery(1, R"({"a":{"b":1}})"), delivery(2, R"({"a":{"b":2}})"),
        {u"~$.a.b|1|2"_s});
    row("members more and less", delivery(1, R"({"a":1})"), delivery(2, R"({"b":1})"),
        {u"-$.a|1|"_s, u"+$.b||1"_s});
    row("a member of another type", delivery(1, R"({"a":1})"), delivery(2, R"({"a":"1"})"),
        {u"!$.a|1|\"1\""_s});
    row("an element that changed", delivery(1, R"({"a":["x","y"]})"),
        delivery(2, R"({"a":["x","z"]})"), {u"~$.a[1]|\"y\"|\"z\""_s});
    row("a body of another type", delivery(1, "[]"), delivery(2, "1"), {u"!$|[]|1"_s});
    row("headers in any order and case", delivery(1, "", {{"A", "1"}, {"B", "2"}}),
        delivery(2, "", {{"b", "2"}, {"a", "1"}}), {});
    row("a repeated header", delivery(1, "", {{"A", "1"}, {"A", "2"}}),
        delivery(2, "", {{"A", "1"}, {"A", "3"}}), {u"~Header A|2|3"_s});
    row("a header more", delivery(1, ""), delivery(2, "", {{"A", "1"}}), {u"+Header A||1"_s});
    row("bodies that are no JSON", delivery(1, "a=1"), delivery(2, "a=12"), {u"~Body|3 B|4 B"_s});
    row("JSON that is only written otherwise", delivery(1, "{}"), delivery(2, "{ }"),
        {u"~Body|the same JSON|written otherwise"_s});
}

void TstComparison::comparesFields()
{
    QFETCH(Delivery, left);
    QFETCH(Delivery, right);
    QFETCH(QStringList, rows);
    const Comparison made = compare(left, right, CompareMode::Fields, {});
    QCOMPARE(described(made), rows);
    QCOMPARE(made.differences, rows.size());
}

void TstComparison::comparesLines()
{
    const Comparison made = compare(delivery(1, R"({"a":1,"b":2})"),
                                    delivery(2, R"({"a":1,"b":3})"), CompareMode::Lines, {});
    QCOMPARE(described(made),
             QStringList({u"1|1|POST /"_s, u"2|2|"_s, u"3|3|{"_s, u"4|4|  \"a\": 1,"_s,
                          u"-5||  \"b\": 2"_s, u"+|5|  \"b\": 3"_s, u"6|6|}"_s}));
    QCOMPARE(made.differences, 1);
}

void TstComparison::laysSideBySide()
{
    const Comparison made = compare(delivery(1, "one\ntwo\nthree\n"), delivery(2, "one\n2\n3\n4\n"),
                                    CompareMode::SideBySide, {});
    QCOMPARE(described(made),
             QStringList({u"1|POST /|1|POST /"_s, u"2||2|"_s, u"3|one|3|one"_s, u"~4|two|4|2"_s,
                          u"~5|three|5|3"_s, u"+||6|4"_s}));
    QCOMPARE(made.differences, 1);
}

void TstComparison::marksTheWordsThatDiffer()
{
    const Delivery left = delivery(1, R"({"points_balance":1240})");
    const Delivery right = delivery(2, R"({"points_balance":5240})");
    ComparisonModel model;
    const auto marked = [&model](int row, int column) {
        const QModelIndex cell = model.index(row, column);
        QStringList words;
        for (const core::Run &mark : model.marks(cell))
            words += cell.data().toString().mid(mark.from, mark.size);
        return words.join(u'|');
    };
    model.setComparison(compare(left, right, CompareMode::Lines, {}), u"a"_s, u"b"_s);
    QCOMPARE(marked(3, 2), u"1240"_s);
    QCOMPARE(marked(4, 2), u"5240"_s);
    QCOMPARE(marked(2, 2), QString());
    QCOMPARE(marked(3, 0), QString());
    model.setComparison(compare(left, right, CompareMode::SideBySide, {}), u"a"_s, u"b"_s);
    QCOMPARE(marked(3, 1), u"1240"_s);
    QCOMPARE(marked(3, 3), u"5240"_s);
}

void TstComparison::comparesBytes()
{
    const Comparison made = compare(delivery(1, QByteArray(20, 'a')),
                                    delivery(2, QByteArray(16, 'a')), CompareMode::Bytes, {});
    QCOMPARE(made.rows.size(), 2);
    QCOMPARE(made.rows[0].change, RowChange::Same);
    QCOMPARE(made.rows[1].change, RowChange::Removed);
    QCOMPARE(made.rows[1].cells.first(), u"00000010"_s);
    QVERIFY(made.rows[1].cells[1].endsWith(u"aaaa"_s));
    QCOMPARE(made.differences, 1);
}

void TstComparison::ignoresNamesInEachMode()
{
    const Delivery left = delivery(1, R"({"a":1,"updated_at":"x"})", {{"Smile-Timestamp", "1"}});
    const Delivery right = delivery(2, R"({"a":1,"updated_at":"y"})", {{"smile-timestamp", "2"}});
    const QStringList ignored{u"Smile-Timestamp"_s, u"updated_at"_s};
    for (const CompareMode mode :
         {CompareMode::Fields, CompareMode::Lines, CompareMode::SideBySide})
        QCOMPARE(compare(left, right, mode, ignored).differences, 0);
    QCOMPARE(compare(left, right, CompareMode::Bytes, ignored).differences, 1);
    QCOMPARE(compare(left, right, CompareMode::Fields, {}).differences, 2);
}

void TstComparison::ignoresPlacesInEachMode_data()
{
    QTest::addColumn<QString>("ignored");
    QTest::addColumn<int>("differences"); // of three
    QTest::newRow("nothing") << QString() << 3;
    QTest::newRow("a path") << u"$.a.id"_s << 2;
    QTest::newRow("a pointer") << u"/a/id"_s << 2;
    QTest::newRow("an element") << u"$.list[1]"_s << 2;
    QTest::newRow("any element, and what is in them") << u"$.list[*]"_s << 1;
    QTest::newRow("all of an object") << u"$.a"_s << 2;
    QTest::newRow("at any depth") << u"$..id"_s << 1;
    QTest::newRow("an element's member, by pointer") << u"/list/0/id"_s << 2;
    QTest::newRow("one that is nowhere") << u"$.b, /list/9"_s << 3;
    QTest::newRow("all") << u"$"_s << 0;
}

void TstComparison::ignoresPlacesInEachMode()
{
    QFETCH(const QString, ignored);
    QFETCH(const int, differences);
    const Delivery left = delivery(1, R"({"a":{"id":1,"n":5},"list":[{"id":1},2],"z":0})");
    const Delivery right = delivery(2, R"({"a":{"id":2,"n":5},"list":[{"id":2},3],"z":0})");
    const QStringList entries = ignoredFromText(ignored);
    const Comparison fields = compare(left, right, CompareMode::Fields, entries);
    QCOMPARE(fields.differences, differences);
    QCOMPARE(fields.differences + fields.ignored, 3);
    for (const CompareMode mode : {CompareMode::Lines, CompareMode::SideBySide}) {
        const Comparison made = compare(left, right, mode, entries);
        QCOMPARE(made.differences == 0, differences == 0);
        QCOMPARE(made.ignored, fields.ignored);
        int changed = 0; // lines of the right one
        for (const ComparedRow &row : made.rows)
            changed += !row.ignored
                && (row.change == RowChange::Added || row.change == RowChange::Changed);
        QCOMPARE(changed, differences);
    }
}

// What stands in the first column can be copied into the list of what is ignored.
void TstComparison::ignoresWhatItShows_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("a plain name") << QByteArray("id");
    QTest::newRow("a dot") << QByteArray("a.b");
    QTest::newRow("a slash and a tilde") << QByteArray("a/b~c~1");
    QTest::newRow("a comma") << QByteArray("a,b");
    QTest::newRow("a quote and a comma") << QByteArray(R"(a\",b)");
    QTest::newRow("a backslash at the end") << QByteArray(R"(a\\)");
    QTest::newRow("brackets") << QByteArray("a[0]");
    QTest::newRow("an escaped letter") << QByteArray(R"(caf\u00e9)");
    QTest::newRow("a letter beyond ASCII") << QByteArray("caf\xC3\xA9");
    QTest::newRow("a line feed") << QByteArray(R"(a\nb)");
    QTest::newRow("a space that nobody sees") << QByteArray("a\xE2\x80\x8B"
                                                            "b");
    QTest::newRow("a star") << QByteArray("*");
    QTest::newRow("a dollar sign") << QByteArray("$");
    QTest::newRow("nothing") << QByteArray();
}

void TstComparison::ignoresWhatItShows()
{
    QFETCH(const QByteArray, key);
    const auto body = [&key](const char *value) {
        return "{\"x\":{\"" + key + "\":" + value + ",\"other\":" + value + "}}";
    };
    const Delivery left = delivery(1, body("1"));
    const Delivery right = delivery(2, body("2"));
    const Comparison all = compare(left, right, CompareMode::Fields, {});
    QCOMPARE(all.differences, 2);
    const QStringList ignored = ignoredFromText(all.rows.first().cells.first() + u", y"_s);
    QCOMPARE(ignored.size(), 2);
    QVERIFY(!misread(ignored));
    const Comparison fields = compare(left, right, CompareMode::Fields, ignored);
    QCOMPARE(fields.differences, 1);
    QCOMPARE(fields.rows.first().cells.first(), u"$.x.other"_s);
    QCOMPARE(fields.ignored, 1);
    const Comparison lines = compare(left, right, CompareMode::SideBySide, ignored);
    int changed = 0;
    for (const ComparedRow &row : lines.rows)
        changed += row.change != RowChange::Same && !row.ignored;
    QCOMPARE(changed, 1);
}

void TstComparison::countsNothingForWhatIsIgnored_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QString>("ignored");
    const auto row
        = [](const char *name, const QByteArray &left, const QByteArray &right,
             const QString &ignored) { QTest::newRow(name) << left << right << ignored; };
    row("a comma", R"({"a":1,"b":2})", R"({"a":1})", u"$.b"_s);
    row("a comma, by name", R"({"a":1,"b":2})", R"({"a":1})", u"b"_s);
    row("a container's line end", R"({"a":{"b":2}})", R"({"a":{}})", u"/a/b"_s);
    row("lines of a named object", R"({"a":1,"b":{"c":[2]}})", R"({"a":1,"b":{"c":[3]}})", u"b"_s);
    row("lines of an element", R"({"a":[1,{"c":2}]})", R"({"a":[1]})", u"$.a[1]"_s);
    row("all of an array", R"({"a":[1,2],"z":1})", R"({"a":[],"z":1})", u"$.a[*]"_s);
}

void TstComparison::countsNothingForWhatIsIgnored()
{
    QFETCH(const QByteArray, left);
    QFETCH(const QByteArray, right);
    QFETCH(const QString, ignored);
    const QStringList entries = ignoredFromText(ignored);
    for (const auto mode : {CompareMode::Fields, CompareMode::Lines, CompareMode::SideBySide}) {
        const Comparison made = compare(delivery(1, left), delivery(2, right), mode, entries);
        QCOMPARE(made.differences, 0);
        QVERIFY(made.ignored > 0);
    }
}

void TstComparison::keepsWhatIsIgnoredInTheLines()
{
    const Delivery left = delivery(1, R"({"at":1,"n":1,"m":1})", {{"Sum", "a"}});
    const Delivery right = delivery(2, R"({"at":2,"n":2,"m":1})", {{"Sum", "b"}});
    const QStringList ignored{u"sum"_s, u"at"_s};
    const Comparison lines = compare(left, right, CompareMode::Lines, ignored);
    QCOMPARE(
        described(lines),
        QStringList({u"1|1|POST /"_s, u"(-2||Sum: a)"_s, u"(+|2|Sum: b)"_s, u"3|3|"_s, u"4|4|{"_s,
                     u"(-5||  \"at\": 1,)"_s, u"(+|5|  \"at\": 2,)"_s, u"-6||  \"n\": 1,"_s,
                     u"+|6|  \"n\": 2,"_s, u"7|7|  \"m\": 1"_s, u"8|8|}"_s}));
    QCOMPARE(lines.differences, 1);
    QVERIFY(std::all_of(lines.rows.begin(), lines.rows.end(), [](const ComparedRow &row) {
        return !row.ignored || row.marks[2].isEmpty();
    }));
    QCOMPARE(
        described(compare(left, right, CompareMode::SideBySide, ignored)),
        QStringList({u"1|POST /|1|POST /"_s, u"(~2|Sum: a|2|Sum: b)"_s, u"3||3|"_s, u"4|{|4|{"_s,
                     u"(~5|  \"at\": 1,|5|  \"at\": 2,)"_s, u"~6|  \"n\": 1,|6|  \"n\": 2,"_s,
                     u"7|  \"m\": 1|7|  \"m\": 1"_s, u"8|}|8|}"_s}));
}

void TstComparison::keepsAllLines_data()
{
    QTest::addColumn<QString>("ignored");
    QTest::newRow("nothing is ignored") << QString();
    QTest::newRow("a member in the middle") << u"b"_s;
    QTest::newRow("the last member") << u"$.c"_s;
    QTest::newRow("all within a container") << u"$.a.x, $.a.y"_s;
    QTest::newRow("a container and what is in it") << u"a, x"_s;
    QTest::newRow("all") << u"$"_s;
}

// Those of each side stand in their order, and none is left out.
void TstComparison::keepsAllLines()
{
    QFETCH(const QString, ignored);
    const Delivery left = delivery(1, R"({"a":{"x":1,"y":[1]},"b":1,"d":5,"c":3})");
    const Delivery right = delivery(2, R"({"a":{"y":[2]},"d":6,"b":2,"e":{}})");
    const Comparison made = compare(left, right, CompareMode::Lines, ignoredFromText(ignored));
    int last[2] = {0, 0};
    for (const ComparedRow &row : made.rows) {
        for (const int side : {0, 1}) {
            if (!row.cells[side].isEmpty())
                QCOMPARE(row.cells[side].toInt(), ++last[side]);
        }
        QVERIFY(row.cells[0] != row.cells[1] || !row.cells[0].isEmpty());
    }
    QCOMPARE(last[0], 2 + 11);
    QCOMPARE(last[1], 2 + 10);
}

void TstComparison::readsWhatIsIgnored()
{
    QCOMPARE(ignoredFromText(u" Date,, $[\"a,b\"].c , Header Smile-Timestamp,/d/e "_s),
             (QStringList{u"Date"_s, u"$[\"a,b\"].c"_s, u"Smile-Timestamp"_s, u"/d/e"_s}));
}

void TstComparison::saysWhatItCannotRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wrong");
    QTest::newRow("names, paths and pointers") << u"id, $.a[0], /a~1b"_s << QString();
    QTest::newRow("a path that is cut") << u"id, $.a["_s << u"$.a["_s;
    QTest::newRow("a pointer with a tilde alone") << u"/a~b, $.c"_s << u"/a~b"_s;
}

void TstComparison::saysWhatItCannotRead()
{
    QFETCH(const QString, text);
    QTEST(misread(ignoredFromText(text)).value_or(QString()), "wrong");
}

void TstComparison::countsWhatItIgnores_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qsizetype>("ignored");
    QTest::addColumn<qsizetype>("differences");
    const auto row
        = [](const char *name, const QByteArray &body, qsizetype ignored, qsizetype differences) {
              QTest::newRow(name) << body << ignored << differences;
          };
    row("nothing but that", R"({"at":2,"n":1})", 2, 0);
    row("one of them is the same", R"({"at":1,"n":1})", 1, 0);
    row("others as well", R"({"at":2,"n":2})", 2, 1);
}

void TstComparison::countsWhatItIgnores()
{
    QFETCH(QByteArray, body);
    const Delivery left = delivery(1, R"({"at":1,"n":1})", {{"Sum", "a"}, {"Same", "a"}});
    const Delivery right = delivery(2, body, {{"Sum", "b"}, {"Same", "a"}});
    for (const auto mode : {CompareMode::Fields, CompareMode::Lines, CompareMode::SideBySide}) {
        const Comparison made = compare(left, right, mode, {u"at"_s, u"sum"_s, u"same"_s});
        QTEST(made.ignored, "ignored");
        QTEST(made.differences, "differences");
    }
    QCOMPARE(compare(left, right, CompareMode::Bytes, {u"at"_s}).ignored, 0);
}

void TstComparison::isAModel_data()
{
    QTest::addColumn<CompareMode>("mode");
    QTest::addColumn<int>("columns");
    QTest::newRow("fields") << CompareMode::Fields << 4;
    QTest::newRow("lines") << CompareMode::Lines << 3;
    QTest::newRow("side by side") << CompareMode::SideBySide << 4;
    QTest::newRow("bytes") << CompareMode::Bytes << 4;
}

void TstComparison::isAModel()
{
    QFETCH(CompareMode, mode);
    QFETCH(int, columns);
    ComparisonModel model;
    const QAbstractItemModelTester tester(&model);
    model.setComparison(compare(delivery(1, "{\"a\":1}"), delivery(2, "{\"a\":2}"), mode, {}),
                        u"#1"_s, u"#2"_s);
    QCOMPARE(model.columnCount(), columns);
    QVERIFY(model.rowCount() > 0);
    const int changed = model.nextChange(-1, 1);
    QVERIFY(changed >= 0);
    QVERIFY(!model.index(changed, 0).data(Qt::AccessibleTextRole).toString().isEmpty());
    QCOMPARE(model.nextChange(model.rowCount(), -1), changed);
}

void TstComparison::findsTheNextChange()
{
    ComparisonModel model;
    model.setComparison(compare(delivery(1, "a\nb\nc\nd\n"), delivery(2, "A\nB\nc\nD\n"),
                                CompareMode::SideBySide, {}),
                        u"#1"_s, u"#2"_s);
    QCOMPARE(model.nextChange(-1, 1), 2);
    QCOMPARE(model.nextChange(2, 1), 5);
    QCOMPARE(model.nextChange(5, 1), -1);
    QCOMPARE(model.nextChange(5, -1), 2);
}

void TstComparison::skipsWhatIsIgnored()
{
    const Delivery left = delivery(1, R"({"at":1,"n":1,"to":1,"m":1})", {{"Sum", "a"}});
    const Delivery right = delivery(2, R"({"at":2,"n":2,"to":1,"m":2})", {{"Sum", "b"}});
    ComparisonModel model;
    for (const CompareMode mode : {CompareMode::Lines, CompareMode::SideBySide}) {
        model.setComparison(compare(left, right, mode, {u"sum"_s, u"at"_s}), u"#1"_s, u"#2"_s);
        const auto shown = [&model](int row) {
            return model.index(row, model.columnCount() - 1).data().toString();
        };
        const int first = model.nextChange(-1, 1);
        QVERIFY2(shown(first).contains(u"\"n\""_s), qPrintable(shown(first)));
        const int second = model.nextChange(first, 1);
        QVERIFY2(shown(second).contains(u"\"m\""_s), qPrintable(shown(second)));
        QCOMPARE(model.nextChange(second, 1), -1);
        QCOMPARE(model.nextChange(second, -1), first);
        QCOMPARE(model.nextChange(first, -1), -1);
        const QModelIndex ignored = model.index(1, model.columnCount() - 1);
        QVERIFY(ignored.data(ComparisonModel::IgnoredRole).toBool());
        QVERIFY(ignored.data(Qt::AccessibleTextRole).toString().endsWith(u", ignored"_s));
    }
}

QTEST_APPLESS_MAIN(TstComparison)
#include "tst_comparison.moc"
