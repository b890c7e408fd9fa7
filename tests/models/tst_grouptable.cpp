// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/grouptable.h"

#include <QTest>

using models::GroupTable;

class TstGroupTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyAtFirst()
    {
        const GroupTable table;
        QCOMPARE(table.last(5, [](quint32) { return quint64(5); }), GroupTable::none);
        QCOMPARE(table.bytes(), 0);
    }

    void givesBackTheOneBefore()
    {
        const std::vector<quint64> groups{7, 8, 7, 7};
        const auto groupOf = [&groups](quint32 row) { return groups[row]; };
        GroupTable table;
        QCOMPARE(table.exchange(0, groupOf), GroupTable::none);
        QCOMPARE(table.exchange(1, groupOf), GroupTable::none);
        QCOMPARE(table.exchange(2, groupOf), 0U);
        QCOMPARE(table.exchange(3, groupOf), 2U);
        QCOMPARE(table.last(7, groupOf), 3U);
        QCOMPARE(table.last(8, groupOf), 1U);
        QCOMPARE(table.last(9, groupOf), GroupTable::none);
    }

    // Also at worst, where all have one place in one of its tables.
    void growsWithItsGroups_data()
    {
        QTest::addColumn<quint64>("step");
        QTest::newRow("side by side") << quint64(1);
        QTest::newRow("in one place") << (quint64(1) << 32);
        QTest::newRow("in several tables") << (quint64(1) << 50);
    }

    void growsWithItsGroups()
    {
        QFETCH(const quint64, step);
        constexpr quint32 count = 2000;
        const auto groupOf = [step](quint32 row) { return step * (row / 2 + 1); };
        GroupTable table;
        for (quint32 row = 0; row < count; ++row)
            QCOMPARE(table.exchange(row, groupOf), row % 2 == 0 ? GroupTable::none : row - 1);
        for (quint32 row = 1; row < count; row += 2)
            QCOMPARE(table.last(groupOf(row), groupOf), row);
        QVERIFY(table.bytes() >= qsizetype(count / 2 * sizeof(quint32)));
    }
};

QTEST_GUILESS_MAIN(TstGroupTable)
#include "tst_grouptable.moc"
