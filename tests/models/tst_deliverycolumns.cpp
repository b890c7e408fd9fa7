// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/deliverymodel.h"
#include "models/factcolumns.h"
#include "support/rows.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using models::AddedColumn;
using models::AddedColumns;
using models::DeliveryModel;

class TstDeliveryColumns : public QObject
{
    Q_OBJECT

private:
    static constexpr int first = models::columnCount;

    static AddedColumn column(const QByteArray &name)
    {
        return {.pointer = "/data/" + name, .path = u"$.data."_s + QString::fromUtf8(name)};
    }

    static json::ShortValues number(qint64 id)
    {
        return {json::ShortValue{.kind = json::Kind::Number, .text = QByteArray::number(id)}};
    }

    static QString text(const DeliveryModel &model, int row, int added = 0,
                        int role = Qt::DisplayRole)
    {
        return model.index(row, first + added).data(role).toString();
    }

    static void answer(DeliveryModel &model)
    {
        QHash<qint64, json::ShortValues> values;
        for (const qint64 id : model.takeWanted())
            values.insert(id, number(id));
        model.setValues(values);
        model.endReading();
    }

private Q_SLOTS:
    void addsAColumnOnce()
    {
        DeliveryModel model;
        const QAbstractItemModelTester tester(&model);
        model.append(rows::several(1, 3));
        const QSignalSpy inserted(&model, &DeliveryModel::columnsInserted);
        QVERIFY(model.addColumn(column("points")));
        QVERIFY(model.addColumn(column("points")));
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(model.columnCount(), first + 1);
        QCOMPARE(model.columnOf("/data/points"), first);
        QCOMPARE(model.headerData(first, Qt::Horizontal, Qt::DisplayRole).toString(), u"points"_s);
        const QString tip = model.headerData(first, Qt::Horizontal, Qt::ToolTipRole).toString();
        QVERIFY(tip.startsWith(u"/data/points\n"_s));
    }

    void putsNumbersToTheRight_data()
    {
        QTest::addColumn<json::Kind>("kind");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("right");
        QTest::newRow("a number") << json::Kind::Number << QByteArray("1240") << true;
        QTest::newRow("one below zero") << json::Kind::Number << QByteArray("-3.5") << true;
        QTest::newRow("a text of digits") << json::Kind::String << QByteArray("1240") << false;
        QTest::newRow("a version") << json::Kind::Number << QByteArray("HTTP/1.1") << false;
    }

    void putsNumbersToTheRight()
    {
        QFETCH(json::Kind, kind);
        QFETCH(QByteArray, value);
        QFETCH(bool, right);
        DeliveryModel model;
        model.append(rows::several(1, 1));
        QVERIFY(model.addColumn(column("points")));
        const auto isRight = [&model] {
            const int where = model.index(0, first).data(Qt::TextAlignmentRole).toInt();
            return (where & Qt::AlignRight) != 0;
        };
        QVERIFY(!isRight()); // it is being read
        model.setValues({{1, {json::ShortValue{.kind = kind, .text = value}}}});
        QCOMPARE(isRight(), right);
    }

    void removesThatOneAlone()
    {
        DeliveryModel model;
        const QAbstractItemModelTester tester(&model);
        model.append(rows::several(1, 3));
        for (const char *name : {"a", "b", "c"})
            QVERIFY(model.addColumn(column(name)));
        model.removeColumn(first + 1);
        QCOMPARE(model.addedColumns(), (QList{column("a"), column("c")}));
        model.removeColumn(0); // one that every table has
        model.removeColumn(first + 2); // none at all
        QCOMPARE(model.columnCount(), first + 2);
    }

    void takesSoManyOnly()
    {
        DeliveryModel model;
        for (int i = 0; i < AddedColumns::most; ++i)
            QVERIFY(model.addColumn(column(QByteArray::number(i))));
        QVERIFY(!model.addColumn(column("more")));
        QVERIFY(model.addColumn(column("0"))); // it is there
        QCOMPARE(model.columnCount(), first + int(AddedColumns::most));
    }

    void wantsWhatIsShown()
    {
        DeliveryModel model;
        model.append(rows::several(1, 100));
        QVERIFY(model.addColumn(column("points")));
        QSignalSpy wanted(&model, &DeliveryModel::valuesWanted);
        for (const int row : {7, 3, 5, 3})
            QCOMPARE(text(model, row), u"…"_s);
        QVERIFY(wanted.wait());
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(model.takeWanted(), (QList<qint64>{4, 6, 8}));
        text(model, 3); // it is being read
        QVERIFY(model.takeWanted().isEmpty());
    }

    // Even while it is being read, for that may be of before.
    void wantsItAgainWhenItWasSent()
    {
        DeliveryModel model;
        model.append(rows::several(1, 2));
        QVERIFY(model.addColumn(models::factColumns().last()));
        text(model, 0);
        QCOMPARE(model.takeWanted(), QList<qint64>{1});
        model.setAttempted(1);
        QCOMPARE(model.takeWanted(), QList<qint64>{1});
        model.setValues({{1, number(1)}});
        model.endReading();
        model.setAttempted(1);
        QCOMPARE(text(model, 0), u"1"_s);
        QCOMPARE(model.takeWanted(), QList<qint64>{1});
        model.setAttempted(99);
        QVERIFY(model.takeWanted().isEmpty());
    }

    void showsWhatWasRead()
    {
        DeliveryModel model;
        model.append(rows::several(1, 2));
        QVERIFY(model.addColumn(column("a")));
        const QSignalSpy changed(&model, &DeliveryModel::dataChanged);
        model.setValues(
            {{2, {json::ShortValue{.kind = json::Kind::String, .text = "two\nlines", .cut = true}}},
             {1, {std::nullopt}},
             {99, number(99)}});
        QCOMPARE(text(model, 1), u"two␊lines…"_s);
        QCOMPARE(text(model, 1, 0, Qt::ToolTipRole), u"\"two␊lines…\""_s);
        QCOMPARE(text(model, 0), QString());
        QCOMPARE(text(model, 0, 0, Qt::ToolTipRole), u"Not in this webhook"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().column(), first);
        QCOMPARE(changed[0][1].toModelIndex().row(), 1);
        QVERIFY(model.takeWanted().isEmpty());
    }

    void wantsNothingOfRejections()
    {
        DeliveryModel model;
        capture::Summary rejected = rows::row(1);
        rejected.rejection = capture::Reason::PlainHttp;
        model.append({rejected});
        QVERIFY(model.addColumn(column("a")));
        QCOMPARE(text(model, 0), QString());
        QVERIFY(model.takeWanted().isEmpty());
    }

    void forgetsValuesOfOtherColumns()
    {
        DeliveryModel model;
        model.append(rows::several(1, 1));
        QVERIFY(model.addColumn(column("a")));
        text(model, 0);
        answer(model);
        QCOMPARE(text(model, 0), u"1"_s);
        QVERIFY(model.addColumn(column("b")));
        QCOMPARE(text(model, 0), u"…"_s);
        model.setValues({{1, number(1)}}); // of one column: it was asked for before
        QCOMPARE(text(model, 0), u"…"_s);
    }

    void forgetsValuesOfOtherRows()
    {
        DeliveryModel model;
        model.append(rows::several(1, 1));
        QVERIFY(model.addColumn(column("a")));
        text(model, 0);
        answer(model);
        model.replace({});
        model.append(rows::several(1, 1));
        QCOMPARE(text(model, 0), u"…"_s);
    }

    void mayBeAskedAgainAfterAFailure()
    {
        DeliveryModel model;
        model.append(rows::several(1, 1));
        QVERIFY(model.addColumn(column("a")));
        text(model, 0);
        QCOMPARE(model.takeWanted().size(), 1);
        model.endReading();
        text(model, 0);
        QCOMPARE(model.takeWanted().size(), 1);
    }

    void staysSmallHoweverManyWereShown()
    {
        DeliveryModel model;
        for (qint64 id = 1; id <= 100'000; id += 5000)
            model.append(rows::several(id, id + 4999));
        for (int i = 0; i < AddedColumns::most; ++i)
            QVERIFY(model.addColumn(column(QByteArray::number(i))));
        const json::ShortValues full(AddedColumns::most,
                                     json::ShortValue{.kind = json::Kind::String,
                                                      .text = QByteArray(200, 'x'),
                                                      .cut = true});
        for (int row = 0; row < model.rowCount(); ++row) {
            text(model, row);
            if (row % 500 != 499)
                continue;
            QHash<qint64, json::ShortValues> values;
            for (const qint64 id : model.takeWanted())
                values.insert(id, full);
            QCOMPARE(values.size(), 500);
            model.setValues(values);
            QCOMPARE(text(model, row), QString(200, u'x') + u'…');
        }
        QVERIFY(model.bytes() < 200LL * model.rowCount());
    }

    // A window shows less than that, however high it is.
    void keepsTheRowsOfAWindowAtOnce()
    {
        DeliveryModel model;
        model.append(rows::several(1, 300));
        for (int i = 0; i < AddedColumns::most; ++i)
            QVERIFY(model.addColumn(column(QByteArray::number(i))));
        const json::ShortValues full(
            AddedColumns::most,
            json::ShortValue{.kind = json::Kind::String, .text = QByteArray(200, 'x')});
        for (int row = 0; row < 300; ++row)
            text(model, row);
        QHash<qint64, json::ShortValues> values;
        for (const qint64 id : model.takeWanted())
            values.insert(id, full);
        model.setValues(values);
        for (int row = 0; row < 300; ++row)
            QCOMPARE(text(model, row), QString(200, u'x'));
    }

    void wantsTheLatestOfVeryMany()
    {
        DeliveryModel model;
        model.append(rows::several(1, AddedColumns::mostWanted + 10));
        QVERIFY(model.addColumn(column("a")));
        for (int row = 0; row < model.rowCount(); ++row)
            text(model, row);
        const QList<qint64> ids = model.takeWanted();
        QCOMPARE(ids.size(), AddedColumns::mostWanted);
        QCOMPARE(ids.first(), 11);
    }
};

QTEST_GUILESS_MAIN(TstDeliveryColumns)
#include "tst_deliverycolumns.moc"
