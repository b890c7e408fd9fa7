// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/resendrows.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using ui::ResendRows;

class TstResendRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheLatestOnTop();
    void keepsFailuresAboveAll();
    void showsSoMany();
    void startsOver();
    void writesALine_data();
    void writesALine();
};

static capture::Attempt attempt(qint64 id, int status)
{
    capture::Attempt made;
    made.delivery = id;
    made.target = u"http://localhost:3000/"_s;
    made.signing = u"now"_s;
    made.times.total = 12;
    if (status > 0)
        made.response = http::Response{.status = status};
    else
        made.error = core::Error{.what = u"=No answer."_s, .why = u"Refused."_s};
    return made;
}

static QStringList numbers(const ResendRows &rows)
{
    QStringList all;
    for (int row = 0; row < rows.rowCount(); ++row)
        all += rows.item(row, 0)->text();
    return all;
}

void TstResendRows::showsTheLatestOnTop()
{
    ResendRows rows;
    rows.begin(1);
    rows.begin(2);
    rows.take(attempt(1, 200));
    QCOMPARE(numbers(rows), QStringList({u"#2"_s, u"#1"_s}));
    QVERIFY(rows.item(1, 1)->text().contains(u"200"));
    QCOMPARE(rows.item(0, 2)->text(), QString());
}

void TstResendRows::keepsFailuresAboveAll()
{
    ResendRows rows;
    for (const qint64 id : {1, 2, 3})
        rows.begin(id);
    rows.take(attempt(1, 500));
    rows.begin(4);
    rows.take(attempt(2, 200));
    rows.take(attempt(3, 0));
    QCOMPARE(numbers(rows), QStringList({u"#3"_s, u"#1"_s, u"#4"_s, u"#2"_s}));
    QCOMPARE(rows.item(0, 1)->text(), u"Refused."_s);
}

void TstResendRows::showsSoMany()
{
    ResendRows rows;
    for (qint64 id = 1; id <= 2 * ResendRows::mostShown; ++id) {
        rows.begin(id);
        rows.take(attempt(id, id % 2 == 0 ? 500 : 200));
    }
    QCOMPARE(rows.rowCount(), ResendRows::mostShown);
    QCOMPARE(rows.item(0, 0)->text(), u"#%1"_s.arg(2 * ResendRows::mostShown));
    QVERIFY(rows.item(ResendRows::mostShown - 1, 1)->text().contains(u"500"));
    rows.begin(5000);
    rows.take(attempt(5000, 500));
    QCOMPARE(rows.rowCount(), ResendRows::mostShown);
    QCOMPARE(rows.item(0, 0)->text(), u"#5000"_s);
}

void TstResendRows::startsOver()
{
    ResendRows rows;
    rows.begin(1);
    rows.take(attempt(1, 500));
    rows.startOver();
    rows.begin(2);
    rows.begin(3);
    QCOMPARE(numbers(rows), QStringList({u"#3"_s, u"#2"_s}));
}

void TstResendRows::writesALine_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("taken") << 200 << QByteArray(",http://localhost:3000/,now,true,200,");
    QTest::newRow("refused") << 403 << QByteArray(",now,false,403,");
    QTest::newRow("no answer, and no formula") << 0 << QByteArray(",now,false,,\"'=No answer.");
}

void TstResendRows::writesALine()
{
    QFETCH(int, status);
    QFETCH(QByteArray, part);
    const QByteArray line = ui::resultsLine(attempt(7, status));
    QVERIFY2(line.startsWith("7,") && line.contains(part) && line.endsWith(",12\r\n"),
             line.constData());
}

QTEST_MAIN(TstResendRows)
#include "tst_resendrows.moc"
