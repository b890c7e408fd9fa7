// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "ui/views/attempttable.h"

#include <QHeaderView>
#include <QTest>
#include <QWindow>

using namespace Qt::Literals::StringLiterals;
using ui::AttemptTable;
using Column = models::AttemptModel::Column;

class TstAttemptTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTargetsApartByTheirPort();
    void leavesTheTimeInSightBesideALongResult();
    void showsALongResultWhereThereIsRoom_data();
    void showsALongResultWhereThereIsRoom();
    void judgesTestCasesAsARunOfAllDoes_data();
    void judgesTestCasesAsARunOfAllDoes();

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

void TstAttemptTable::showsALongResultWhereThereIsRoom_data()
{
    QTest::addColumn<bool>("changes");
    QTest::addColumn<bool>("pressed");
    QTest::newRow("as the last that is stretched") << false << false;
    QTest::newRow("beside what was changed") << true << false;
    QTest::newRow("the table grows while a button is down") << true << true;
}

void TstAttemptTable::showsALongResultWhereThereIsRoom()
{
    QFETCH(bool, changes);
    QFETCH(bool, pressed);
    const QString target = u"https://127.0.0.1:9443/hook"_s;
    const int result = int(Column::Result);
    AttemptTable table;
    table.resize(900, 200);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    if (changes)
        table.showChanges();
    if (pressed)
        QTest::mousePress(table.windowHandle(), Qt::LeftButton, {}, {10, 150});
    table.setAttempts({sent(target, QByteArray("Quite ").repeated(20))});
    table.resize(3000, 200);
    if (pressed)
        QTest::mouseRelease(table.windowHandle(), Qt::LeftButton, {}, {10, 150});
    const int text
        = table.fontMetrics().horizontalAdvance(table.model()->index(0, result).data().toString());
    QTRY_VERIFY2(table.columnWidth(result) > text,
                 qPrintable(u"%1 of %2"_s.arg(table.columnWidth(result)).arg(text)));
}

void TstAttemptTable::judgesTestCasesAsARunOfAllDoes_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("result");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *name, const QString &source, int status, const QString &result,
                        bool good) { QTest::newRow(name) << source << status << result << good; };
    const QString bad = u"case:altered-body"_s;
    row("a bad one refused", bad, 401, u"401, as expected"_s, true);
    row("a bad one accepted", bad, 200, u"200, 4xx was expected"_s, false);
    row("a bad one that makes the target fail", bad, 500, u"500, 4xx was expected"_s, false);
    row("a good one accepted", u"case:good"_s, 200, u"200, as expected"_s, true);
    row("a good one refused", u"case:good"_s, 401, u"401, 2xx was expected"_s, false);
    row("a case that is not known", u"case:odd"_s, 401, u"401"_s, false);
    row("no test case", u"resend"_s, 401, u"401"_s, false);
}

void TstAttemptTable::judgesTestCasesAsARunOfAllDoes()
{
    QFETCH(QString, source);
    QFETCH(int, status);
    capture::Attempt attempt = sent(u"http://localhost:3000/hook"_s);
    attempt.source = source;
    attempt.response = http::Response{.status = status};
    AttemptTable table;
    table.compareWith({}, signature::smile());
    table.setAttempts({attempt});
    const QModelIndex cell = table.model()->index(0, int(Column::Result));
    QTEST(cell.data().toString(), "result");
    QTEST(cell.data(models::AttemptModel::SucceededRole).toBool(), "good");
}

QTEST_MAIN(TstAttemptTable)
#include "tst_attempttable.moc"
