// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/attempttable.h"

#include <QHeaderView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using ui::AttemptTable;
using Column = models::AttemptModel::Column;

class TstAttemptTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTargetsApartByTheirPort();
    void leavesTheTimeInSightBesideALongResult();

private:
    static capture::Attempt sent(const QString &target, const QByteArray &reason = "OK");
};

capture::Attempt TstAttemptTable::sent(const QString &target, const QByteArray &reason)
{
    capture::Attempt attempt;
    attempt.target = target;
    attempt.signing = u"now"_s;
    attempt.source = u"resend"_s;
    attempt.response = http::Response{.status = 500, .reason = reason};
    attempt.times.total = 1234;
    return attempt;
}

void TstAttemptTable::tellsTargetsApartByTheirPort()
{
    const QString one = u"https://127.0.0.1:9443/hook"_s;
    AttemptTable table;
    table.setAttempts({sent(u"https://127.0.0.1:9444/hook"_s), sent(one), sent(one), sent(one)});
    table.resize(1200, 300);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    const int narrow = 22 * table.fontMetrics().averageCharWidth();
    QVERIFY(table.fontMetrics().horizontalAdvance(one) > narrow);
    table.horizontalHeader()->resizeSection(int(Column::Target), narrow);
    const auto drawn = [&table](int row) {
        const QModelIndex cell = table.model()->index(row, int(Column::Target));
        return table.viewport()->grab(table.visualRect(cell)).toImage();
    };
    QVERIFY(drawn(1) == drawn(2)); // row 0 is chosen
    QVERIFY(drawn(2) != drawn(3));
}

void TstAttemptTable::leavesTheTimeInSightBesideALongResult()
{
    const QString target = u"https://127.0.0.1:9443/hook"_s;
    const int time = int(Column::Time);
    AttemptTable table;
    table.resize(3000, 200);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    table.setAttempts({sent(target)});
    const int needed = table.columnViewportPosition(time) + table.columnWidth(time);
    const int wanted = table.columnWidth(time);
    table.resize(needed + 10 * table.fontMetrics().averageCharWidth(), 200);
    table.setAttempts({sent(target, QByteArray("Quite ").repeated(30))});
    QCOMPARE(table.columnWidth(time), wanted);
    const int end = table.columnViewportPosition(time) + wanted;
    QVERIFY2(end <= table.viewport()->width(),
             qPrintable(u"%1 of %2"_s.arg(end).arg(table.viewport()->width())));
}

QTEST_MAIN(TstAttemptTable)
#include "tst_attempttable.moc"
