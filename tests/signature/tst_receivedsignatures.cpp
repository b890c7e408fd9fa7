// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/receivedsignatures.h"

#include <QTest>

class TstReceivedSignatures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheHeaderOfAPlace_data();
    void knowsTheHeaderOfAPlace();
};

void TstReceivedSignatures::knowsTheHeaderOfAPlace_data()
{
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("known");
    const auto row = [](const char *what, QByteArray place, QByteArray name, bool known) {
        QTest::newRow(what) << place << name << known;
    };
    row("by its name", "header:X-Sum", "x-sum", true);
    row("not by another name", "header:X-Sum", "X-Sums", false);
    row("not where it is elsewhere", "json:/X-Sum", "/X-Sum", false);
    row("by the first number", "header_n:X-Sum-{n}", "X-Sum-1", true);
    row("in other letters", "header_n:X-Sum-{n}", "x-SUM-2", true);
    row("beyond the most that are checked", "header_n:X-Sum-{n}", "X-Sum-101", true);
    row("beyond every number type", "header_n:X-Sum-{n}", "X-Sum-99999999999999999999", true);
    row("with a zero before it", "header_n:X-Sum-{n}", "X-Sum-01", true);
    row("with the number inside", "header_n:X-{n}-Sum", "X-12-Sum", true);
    row("with nothing but the number", "header_n:{n}", "3", true);
    row("not without a number", "header_n:X-Sum-{n}", "X-Sum-", false);
    row("not where the ends overlap", "header_n:X-Sum-{n}-Sum", "X-Sum", false);
    row("not by a letter", "header_n:X-Sum-{n}", "X-Sum-a", false);
    row("not by a sign", "header_n:X-Sum-{n}", "X-Sum-+1", false);
    row("not as the place writes it", "header_n:X-Sum-{n}", "X-Sum-{n}", false);
    row("not behind another name", "header_n:X-Sum-{n}", "X-Pay-1", false);
    row("not before another end", "header_n:X-{n}-Sum", "X-1-Pay", false);
}

void TstReceivedSignatures::knowsTheHeaderOfAPlace()
{
    QFETCH(const QByteArray, place);
    QFETCH(const QByteArray, name);
    const auto read = signature::placeFromText(place);
    QVERIFY(read);
    QTEST(signature::isHeader(*read, name), "known");
}

QTEST_GUILESS_MAIN(TstReceivedSignatures)
#include "tst_receivedsignatures.moc"
