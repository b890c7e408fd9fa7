// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/jsontreemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using models::JsonTreeModel;
using Node = json::Document::Node;

namespace
{

json::DocumentPtr documentOf(const QByteArray &text)
{
    return std::make_shared<const json::Document>(
        std::get<json::Document>(json::Document::parse(text)));
}

QByteArray arrayOf(int count) { return '[' + QByteArrayList(count, "1").join(',') + ']'; }

QString cell(const JsonTreeModel &model, int row, int column, const QModelIndex &parent = {})
{
    return model.index(row, column, parent).data().toString();
}

} // namespace

class TstJsonTreeModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsKeysAndValuesInTheirOrder();
    void writesEachKindItsWay_data();
    void writesEachKindItsWay();
    void fetchesChildrenInPieces();
    void fetchesChildrenOfContainersOnDemand();
    void revealsANodeDeepInside();
    void revealsANodeFarDown();
    void doesNotRevealBeyondTheLimit();
    void marksRepeatedKeys();
    void cutsLongStrings();
    void tellsTheTextAsReceived();
    void speaksForTheScreenReader();
    void saysWhatIsDocumented();
    void saysNothingWithoutALens();
    void saysWhatIsOtherwiseThanBefore();
    void isAProperModel();
    void isEmptyWithoutADocument();
};

void TstJsonTreeModel::showsKeysAndValuesInTheirOrder()
{
    JsonTreeModel model;
    model.setDocument(documentOf(R"({"topic":"ping","account_id":0,"data":{"z":1,"a":2}})"));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(cell(model, 0, 0), u"topic"_s);
    QCOMPARE(cell(model, 0, 1), u"\"ping\""_s);
    QCOMPARE(cell(model, 1, 0), u"account_id"_s);
    const QModelIndex data = model.index(2, 0);
    model.fetchMore(data);
    QCOMPARE(cell(model, 0, 0, data), u"z"_s);
    QCOMPARE(cell(model, 1, 0, data), u"a"_s);
    QCOMPARE(model.parent(model.index(1, 1, data)), data);
}

void TstJsonTreeModel::writesEachKindItsWay_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *json, const QString &text) {
        QTest::newRow(name) << QByteArray(json) << text;
    };
    row("a number beyond doubles", "12345678901234567890123", u"12345678901234567890123"_s);
    row("a number with an idle zero", "1.10", u"1.10"_s);
    row("null", "null", u"null"_s);
    row("true", "true", u"true"_s);
    row("an object counts its members", R"({"a":{"x":1},"b":2})", u"{ 2 }"_s);
    row("an array counts its values", "[[1,2],3,4]", u"[ 3 ]"_s);
    row("a string is decoded", R"("Chlo\u00e9 \"C\"")", u"\"Chloé \"C\"\""_s);
    row("a string shows what it hides", R"("a\n\u202e")", u"\"a␊⟨U+202E⟩\""_s);
    row("half a surrogate pair", R"("\ud800")", u"\"�\""_s);
}

void TstJsonTreeModel::writesEachKindItsWay()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, text);
    JsonTreeModel model;
    model.setDocument(documentOf("{\"k\":" + json + "}"));
    QCOMPARE(cell(model, 0, 1), text);
}

void TstJsonTreeModel::fetchesChildrenInPieces()
{
    JsonTreeModel model;
    model.setDocument(documentOf(arrayOf(JsonTreeModel::fetchSize * 2 + 1)));
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QCOMPARE(model.rowCount(), JsonTreeModel::fetchSize);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QCOMPARE(model.rowCount(), JsonTreeModel::fetchSize * 2);
    model.fetchMore({});
    QCOMPARE(model.rowCount(), JsonTreeModel::fetchSize * 2 + 1);
    QVERIFY(!model.canFetchMore({}));
    model.fetchMore({});
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(cell(model, JsonTreeModel::fetchSize * 2, 0),
             QString::number(JsonTreeModel::fetchSize * 2));
}

void TstJsonTreeModel::fetchesChildrenOfContainersOnDemand()
{
    JsonTreeModel model;
    model.setDocument(documentOf(R"({"a":{"b":1},"c":{},"d":1})"));
    const QModelIndex a = model.index(0, 0);
    QCOMPARE(model.rowCount(a), 0);
    QVERIFY(model.hasChildren(a));
    QVERIFY(model.canFetchMore(a));
    model.fetchMore(a);
    QCOMPARE(model.rowCount(a), 1);
    QVERIFY(!model.hasChildren(model.index(1, 0)));
    QVERIFY(!model.hasChildren(model.index(2, 0)));
    QVERIFY(!model.hasChildren(model.index(0, 1)));
}

void TstJsonTreeModel::revealsANodeDeepInside()
{
    JsonTreeModel model;
    model.setDocument(documentOf(R"({"a":1,"data":{"customer":[10,{"id":7}]}})"));
    constexpr Node id = 6;
    const QModelIndex index = model.reveal(id);
    QCOMPARE(index.data().toString(), u"id"_s);
    QCOMPARE(model.node(index), id);
    QCOMPARE(index.parent().data().toString(), u"1"_s);
    QCOMPARE(index.parent().parent().data().toString(), u"customer"_s);
}

void TstJsonTreeModel::revealsANodeFarDown()
{
    JsonTreeModel model;
    model.setDocument(documentOf(arrayOf(2000)));
    const QModelIndex index = model.reveal(1800);
    QCOMPARE(index.row(), 1799);
    QVERIFY(model.rowCount() < 2000 + JsonTreeModel::fetchSize);
}

void TstJsonTreeModel::doesNotRevealBeyondTheLimit()
{
    JsonTreeModel model;
    const auto limit = int(JsonTreeModel::revealLimit);
    model.setDocument(documentOf(arrayOf(limit + JsonTreeModel::fetchSize + 1)));
    QVERIFY(!model.reveal(Node(limit + JsonTreeModel::fetchSize + 1)).isValid());
    QVERIFY(model.reveal(Node(limit)).isValid());
}

void TstJsonTreeModel::marksRepeatedKeys()
{
    JsonTreeModel model;
    model.setDocument(documentOf(R"({"a":1,"b":2,"a":3})"));
    QVERIFY(model.index(0, 0).data(JsonTreeModel::RepeatedRole).toBool());
    QVERIFY(!model.index(1, 0).data(JsonTreeModel::RepeatedRole).toBool());
    QVERIFY(model.index(2, 0).data(JsonTreeModel::RepeatedRole).toBool());
    QVERIFY(!model.index(2, 0).data(Qt::ToolTipRole).toString().isEmpty());
}

void TstJsonTreeModel::cutsLongStrings()
{
    JsonTreeModel model;
    const auto length = int(JsonTreeModel::shownLength);
    const QByteArray fits(length - 2, 'x'); // the quotes count
    const QByteArray umlauts = QByteArray("ä").repeated(length);
    const QByteArray digits(length + 1, '1');
    model.setDocument(
        documentOf("[\"" + fits + "\",\"" + fits + "y\",\"" + umlauts + "\"," + digits + "]"));
    QCOMPARE(cell(model, 0, 1), u'"' + QString::fromUtf8(fits) + u'"');
    QVERIFY(cell(model, 1, 1).endsWith(u"x…\""_s));
    QVERIFY(cell(model, 2, 1).endsWith(u"ä…\""_s));
    QCOMPARE(cell(model, 3, 1), QString(length, u'1') + u'…');
}

void TstJsonTreeModel::tellsTheTextAsReceived()
{
    JsonTreeModel model;
    model.setDocument(documentOf(R"({"\u0061":"\u0062","c":"d"})"));
    QCOMPARE(model.index(0, 0).data(Qt::ToolTipRole).toString(), uR"(As received: "\u0061")"_s);
    QCOMPARE(model.index(0, 1).data(Qt::ToolTipRole).toString(), uR"(As received: "\u0062")"_s);
    QVERIFY(model.index(1, 1).data(Qt::ToolTipRole).toString().isEmpty());
}

void TstJsonTreeModel::speaksForTheScreenReader()
{
    JsonTreeModel model;
    model.setDocument(documentOf(R"({"a":{"x":1,"y":2},"b":[1],"b":7})"));
    const auto spoken = [&](int row, int column) {
        return model.index(row, column).data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(spoken(0, 1), u"object with 2 member(s)"_s);
    QCOMPARE(spoken(1, 1), u"array with 1 value(s)"_s);
    QCOMPARE(spoken(1, 0), u"b, repeated key"_s);
    QCOMPARE(spoken(2, 1), u"7"_s);
}

void TstJsonTreeModel::saysWhatIsDocumented()
{
    JsonTreeModel model;
    model.setDocument(documentOf(R"({"data":{"old":1,"\u006fld":2,"odd":"\u0041"}})"),
                      models::readLens(R"({"undocumented":"Nobody documents it.",
                          "fields":{"data":{"fields":{"old":{"rules":[
                              {"note":"deprecated","sentence":"It will go."}]}}}}})"));
    const QModelIndex data = model.index(0, 0);
    model.fetchMore(data);
    const auto value
        = [&](int row, int role) { return model.index(row, 1, data).data(role).toString(); };
    QCOMPARE(value(0, JsonTreeModel::NoteRole), u"deprecated"_s);
    QCOMPARE(value(0, Qt::ToolTipRole), u"It will go."_s);
    QCOMPARE(value(0, Qt::AccessibleTextRole), u"1, deprecated"_s);
    QCOMPARE(value(0, Qt::AccessibleDescriptionRole), u"It will go."_s);
    QCOMPARE(value(1, JsonTreeModel::NoteRole), u"deprecated"_s); // the same key, escaped
    QCOMPARE(value(2, JsonTreeModel::NoteRole), u"not documented"_s);
    QCOMPARE(value(2, Qt::ToolTipRole), u"Nobody documents it.\nAs received: \"\\u0041\""_s);
    QCOMPARE(model.index(2, 0, data).data(JsonTreeModel::NoteRole).toString(), QString());
    QCOMPARE(data.siblingAtColumn(1).data(JsonTreeModel::NoteRole).toString(), QString());
}

void TstJsonTreeModel::saysNothingWithoutALens()
{
    JsonTreeModel model;
    model.setDocument(documentOf(R"({"data":1})"), models::readLens(R"({"fields":{"topic":{}}})"));
    QCOMPARE(model.index(0, 1).data(JsonTreeModel::NoteRole).toString(), u"not documented"_s);
    model.setDocument(documentOf(R"({"data":1})"));
    QCOMPARE(model.index(0, 1).data(JsonTreeModel::NoteRole).toString(), QString());
    QCOMPARE(model.index(0, 1).data(Qt::ToolTipRole).toString(), QString());
}

void TstJsonTreeModel::saysWhatIsOtherwiseThanBefore()
{
    using Change = json::Departure::Change;
    const auto text = json::kindBit(json::Kind::String);
    JsonTreeModel model;
    model.setDocument(documentOf(R"({"data":{"a":1,"b":2,"c":3}})"),
                      models::readLens(R"({"undocumented":"Nobody documents it.",
                          "fields":{"data":{"fields":{"a":{},"c":{}}}}})"),
                      {{.change = Change::New, .pointer = "/data/b"},
                       {.change = Change::Kind, .pointer = "/data/a", .before = text},
                       {.change = Change::Gone, .pointer = "/data/x", .before = text},
                       {.change = Change::Gone, .pointer = "/data/y", .before = text},
                       {.change = Change::New, .pointer = "/not/there"}});
    const QModelIndex data = model.index(0, 0);
    model.fetchMore(data);
    const auto words = [](const QModelIndex &index) {
        return index.siblingAtColumn(1).data(JsonTreeModel::NoteRole).toString();
    };
    QCOMPARE(words(data), u"without x, without y"_s);
    QCOMPARE(words(model.index(0, 0, data)), u"was a text"_s);
    QCOMPARE(words(model.index(1, 0, data)), u"new here, not documented"_s);
    QCOMPARE(words(model.index(2, 0, data)), QString());
    QVERIFY(model.index(1, 0, data).data(JsonTreeModel::DriftRole).toBool());
    QVERIFY(!model.index(2, 0, data).data(JsonTreeModel::DriftRole).toBool());
    QCOMPARE(model.index(1, 1, data).data(Qt::AccessibleDescriptionRole).toString(),
             u"/data/b was never there before in this topic.\nNobody documents it."_s);
    model.setDocument(documentOf(R"({"data":{"b":2}})"));
    QVERIFY(!model.index(0, 0).data(JsonTreeModel::DriftRole).toBool());
}

void TstJsonTreeModel::isAProperModel()
{
    JsonTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // it would fetch in the middle of a fetch
    model.setDocument(documentOf(R"({"a":[1,[],{"b":null}],"c":{}})"));
    model.reveal(6);
    model.setDocument(documentOf("\"alone\""));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(cell(model, 0, 1), u"\"alone\""_s);
    QVERIFY(model.reveal(0).isValid());
    model.setDocument(nullptr);
}

void TstJsonTreeModel::isEmptyWithoutADocument()
{
    const JsonTreeModel model;
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.hasChildren());
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), u"Key"_s);
}

QTEST_GUILESS_MAIN(TstJsonTreeModel)
#include "tst_jsontreemodel.moc"
