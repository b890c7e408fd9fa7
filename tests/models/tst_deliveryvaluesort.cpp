// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/deliverymodel.h"
#include "models/factcolumns.h"
#include "support/rows.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using models::Column;
using models::DeliveryModel;

// Sorting by a column that a user added; whoever reads its values is played by the test.
class TstDeliveryValueSort : public QObject
{
    Q_OBJECT

private:
    static constexpr int first = models::columnCount;
    using Ids = QList<qint64>;

    static models::AddedColumn column(const QByteArray &name)
    {
        return {.pointer = '/' + name, .path = u"$."_s + QString::fromUtf8(name)};
    }

    static Ids shown(const DeliveryModel &model)
    {
        Ids ids;
        for (int row = 0; row < model.rowCount(); ++row)
            ids.append(model.idAt(row));
        return ids;
    }

    // The values of the rows with the ids from 1 on; null: there is none.
    static QHash<qint64, json::ShortValues> values(const Ids &ids, const QByteArrayList &all)
    {
        QHash<qint64, json::ShortValues> values;
        for (const qint64 id : ids) {
            std::optional<json::ShortValue> value;
            if (const QByteArray text = all.value(id - 1); !text.isNull())
                value = json::ShortValue{.kind = json::Kind::String, .text = text};
            values.insert(id, json::ShortValues{value});
        }
        return values;
    }

    static void answer(DeliveryModel &model, const QByteArrayList &all)
    {
        model.setKeys(values(model.takeKeysWanted(), all));
        model.endKeys();
    }

    static const inline QByteArrayList fruit{"10", "9", {}, "pear"};

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<DeliveryModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
        m_model->append(rows::several(1, 4));
        QVERIFY(m_model->addColumn(column("a")));
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void sortsUpAndDownAndBack()
    {
        m_model->sort(first, Qt::AscendingOrder);
        QVERIFY(m_model->awaitsKeys());
        QCOMPARE(shown(*m_model), (Ids{1, 2, 3, 4}));
        answer(*m_model, fruit);
        QTRY_COMPARE(shown(*m_model), (Ids{2, 1, 4, 3}));
        m_model->sort(first, Qt::DescendingOrder);
        QVERIFY(m_model->takeKeysWanted().isEmpty()); // they are there
        QTRY_COMPARE(shown(*m_model), (Ids{4, 1, 2, 3}));
        m_model->sort(-1);
        QCOMPARE(shown(*m_model), (Ids{1, 2, 3, 4}));
        QCOMPARE(m_model->keyColumn(), -1);
    }

    void keepsItsOrderUntilAllIsRead()
    {
        m_model->sort(int(Column::Number), Qt::DescendingOrder);
        QTRY_COMPARE(shown(*m_model), (Ids{4, 3, 2, 1}));
        m_model->sort(first);
        const Ids ids = m_model->takeKeysWanted();
        m_model->setKeys(values(ids, fruit));
        m_model->append({rows::row(5)});
        QCOMPARE(shown(*m_model), (Ids{5, 4, 3, 2, 1}));
        QCOMPARE(m_model->sorting().column, first);
        answer(*m_model, {{}, {}, {}, {}, "1"}); // what came meanwhile
        QTRY_COMPARE(shown(*m_model), (Ids{5, 2, 1, 4, 3}));
    }

    void putsWhatArrivesInPlaceOnceItIsRead()
    {
        m_model->sort(first);
        answer(*m_model, fruit);
        QTRY_COMPARE(shown(*m_model), (Ids{2, 1, 4, 3}));
        const QSignalSpy wanted(m_model.get(), &DeliveryModel::keysWanted);
        m_model->append({rows::row(5)});
        QCOMPARE(shown(*m_model), (Ids{2, 1, 4, 3, 5}));
        QCOMPARE(wanted.size(), 1);
        answer(*m_model, {{}, {}, {}, {}, "9.5"});
        QTRY_COMPARE(shown(*m_model), (Ids{2, 5, 1, 4, 3}));
    }

    void takesTheOtherDirectionWhileItIsRead()
    {
        const QSignalSpy dropped(m_model.get(), &DeliveryModel::keysDropped);
        m_model->sort(first, Qt::AscendingOrder);
        const Ids ids = m_model->takeKeysWanted();
        m_model->sort(first, Qt::DescendingOrder);
        QVERIFY(m_model->takeKeysWanted().isEmpty());
        m_model->setKeys(values(ids, fruit));
        m_model->endKeys();
        QTRY_COMPARE(shown(*m_model), (Ids{4, 1, 2, 3}));
        QCOMPARE(dropped.size(), 0);
    }

    void staysAsItWasWhereItCannotBeRead()
    {
        m_model->sort(int(Column::Number), Qt::DescendingOrder);
        QTRY_COMPARE(shown(*m_model), (Ids{4, 3, 2, 1}));
        const QSignalSpy dropped(m_model.get(), &DeliveryModel::keysDropped);
        m_model->sort(first);
        const Ids ids = m_model->takeKeysWanted();
        m_model->dropKeys();
        QCOMPARE(dropped.size(), 1);
        QCOMPARE(m_model->sorting().column, int(Column::Number));
        QCOMPARE(m_model->sorting().order, Qt::DescendingOrder);
        m_model->setKeys(values(ids, fruit)); // too late
        m_model->endKeys();
        QCOMPARE(shown(*m_model), (Ids{4, 3, 2, 1}));
        QVERIFY(m_model->takeKeysWanted().isEmpty());
    }

    void stopsReadingForAnotherOrder_data()
    {
        QTest::addColumn<int>("column");
        QTest::newRow("of a column that every table has") << int(Column::Size);
        QTest::newRow("by arrival") << -1;
        QTest::newRow("of another added column") << first + 1;
    }

    void stopsReadingForAnotherOrder()
    {
        QFETCH(const int, column);
        QVERIFY(m_model->addColumn(TstDeliveryValueSort::column("b")));
        m_model->sort(first);
        QCOMPARE(m_model->takeKeysWanted().size(), 4);
        const QSignalSpy dropped(m_model.get(), &DeliveryModel::keysDropped);
        m_model->sort(column);
        QCOMPARE(dropped.size(), 1);
        QCOMPARE(m_model->sorting().column, column);
        QCOMPARE(m_model->takeKeysWanted().size(), column > first ? 4 : 0);
    }

    // What came while another column was read is wanted as well.
    void goesBackToTheColumnItIsSortedBy()
    {
        QVERIFY(m_model->addColumn(column("b")));
        m_model->sort(first);
        answer(*m_model, fruit);
        QTRY_COMPARE(shown(*m_model), (Ids{2, 1, 4, 3}));
        m_model->sort(first + 1);
        m_model->append({rows::row(5)});
        m_model->sort(first, Qt::DescendingOrder);
        answer(*m_model, {{}, {}, {}, {}, "9.5"});
        QTRY_COMPARE(shown(*m_model), (Ids{4, 1, 5, 2, 3}));
    }

    void takesRowsAwayWhileItIsRead()
    {
        m_model->sort(first);
        const Ids ids = m_model->takeKeysWanted();
        m_model->setKeys(values({1, 2}, fruit));
        m_model->remove({1});
        m_model->setKeys(values({3, 4}, fruit));
        m_model->endKeys();
        QTRY_COMPARE(shown(*m_model), (Ids{2, 4, 3}));
        m_model->remove({2});
        m_model->sort(first, Qt::DescendingOrder);
        QTRY_COMPARE(shown(*m_model), (Ids{4, 3}));
    }

    void staysSortedWhenAnotherColumnGoes()
    {
        QVERIFY(m_model->addColumn(column("b")));
        m_model->sort(first + 1);
        answer(*m_model, fruit);
        QTRY_COMPARE(shown(*m_model), (Ids{2, 1, 4, 3}));
        m_model->removeColumn(first);
        QCOMPARE(m_model->sorting().column, first);
        QCOMPARE(m_model->keyColumn(), first);
        m_model->removeColumn(first);
        QCOMPARE(m_model->sorting().column, -1);
        QCOMPARE(shown(*m_model), (Ids{1, 2, 3, 4}));
    }

    void readsNoColumnThatIsGone()
    {
        m_model->sort(first);
        const QSignalSpy dropped(m_model.get(), &DeliveryModel::keysDropped);
        m_model->removeColumn(first);
        QCOMPARE(dropped.size(), 1);
        QVERIFY(!m_model->awaitsKeys());
    }

    void readsAnewWhatTakesTheirPlace()
    {
        m_model->sort(first);
        answer(*m_model, fruit);
        QTRY_COMPARE(shown(*m_model), (Ids{2, 1, 4, 3}));
        models::DeliveryRows other;
        for (const capture::Summary &row : rows::several(1, 2))
            other.append(row);
        m_model->replace(std::move(other));
        QVERIFY(m_model->awaitsKeys());
        QCOMPARE(shown(*m_model), (Ids{1, 2}));
        answer(*m_model, fruit);
        QTRY_COMPARE(shown(*m_model), (Ids{2, 1}));
    }

    void readsAgainWhatWasSent()
    {
        const models::AddedColumn sends = models::factColumns().last();
        QVERIFY(m_model->addColumn(sends));
        m_model->sort(m_model->columnOf(sends.pointer));
        answer(*m_model, {"0", "0", "0", "0"});
        m_model->setAttempted(3);
        const Ids ids = m_model->takeKeysWanted();
        QCOMPARE(ids, Ids{3});
        m_model->setKeys(values(ids, {{}, {}, "1"}));
        m_model->endKeys();
        QTRY_COMPARE(shown(*m_model), (Ids{1, 2, 4, 3}));
    }

    void takesNoRoomOnceItIsSortedOtherwise()
    {
        m_model->append(rows::several(5, 10'000));
        m_model->sort(first);
        QByteArrayList all;
        for (int i = 10'000; i > 0; --i)
            all.append(QByteArray::number(i));
        answer(*m_model, all);
        QTRY_COMPARE(m_model->idAt(0), 10'000);
        const qsizetype before = m_model->bytes();
        m_model->sort(int(Column::Number));
        QTRY_COMPARE(m_model->idAt(0), 1);
        QVERIFY(m_model->bytes() <= before - 16 * 10'000);
    }

private:
    std::unique_ptr<DeliveryModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TstDeliveryValueSort)
#include "tst_deliveryvaluesort.moc"
