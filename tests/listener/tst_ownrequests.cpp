// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/ownrequests.h"

#include <QTest>

using listener::OwnRequests;

class TstOwnRequests : public QObject
{
    Q_OBJECT

private:
    static http::Request with(const QByteArray &token)
    {
        return {.fields = {{"Host", "localhost"}, {"hookglass-test", token}}};
    }

private Q_SLOTS:
    void takesATokenOnce()
    {
        OwnRequests own;
        own.expect("a1");
        own.expect("b2");
        QVERIFY(own.take(with("b2")));
        QVERIFY(!own.take(with("b2")));
        QVERIFY(own.take(with("a1")));
    }

    void takesNothingElse_data()
    {
        QTest::addColumn<http::Request>("request");
        QTest::newRow("without a token") << http::Request{.fields = {{"Host", "localhost"}}};
        QTest::newRow("an empty one") << with("");
        QTest::newRow("another") << with("a2");
        QTest::newRow("the beginning of one") << with("a");
        QTest::newRow("more than one") << with("a1b2");
    }

    void takesNothingElse()
    {
        QFETCH(const http::Request, request);
        OwnRequests own;
        QVERIFY(!own.take(request));
        own.expect("");
        own.expect("a1");
        QVERIFY(!own.take(request));
        QVERIFY(own.take(with("a1")));
    }

    // As of one that went to another server, which may send it here later.
    void takesNoneThatIsLate()
    {
        OwnRequests own;
        own.expect("late", std::chrono::milliseconds(0));
        own.expect("a1");
        QVERIFY(!own.take(with("late")));
        QVERIFY(own.take(with("a1")));
    }

    void givesUpTheOldest()
    {
        OwnRequests own;
        for (int i = 0; i <= OwnRequests::most; ++i)
            own.expect(QByteArray::number(i));
        QVERIFY(!own.take(with("0")));
        QVERIFY(own.take(with("1")));
    }
};

QTEST_GUILESS_MAIN(TstOwnRequests)
#include "tst_ownrequests.moc"
