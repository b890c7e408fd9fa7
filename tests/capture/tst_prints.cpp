// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/prints.h"
#include "signature/catalogue.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using capture::Prints;

class TstPrints : public QObject
{
    Q_OBJECT

private:
    static http::Request request(const QByteArray &signature, const QByteArray &time,
                                 const QByteArray &body = R"({"topic":"ping"})")
    {
        return {.method = "POST",
                .target = "/",
                .fields = {{"Smile-Signature", signature}, {"Smile-Timestamp", time}},
                .body = body};
    }

    static Prints ofSmile(const http::Request &request)
    {
        return capture::printsOf(request, &signature::smile());
    }

private Q_SLOTS:
    void areTheSameInEachRun()
    {
        // The first eight bytes of the digest that sha256sum gives.
        QCOMPARE(capture::printsOf({.body = "abc"}, nullptr).body, 0xba7816bf8f01cfeaULL);
    }

    void tellWhatIsSentAgain_data()
    {
        QTest::addColumn<QByteArray>("signature");
        QTest::addColumn<QByteArray>("time");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("sameSignature");
        QTest::addColumn<bool>("sameBody");
        const QByteArray body = R"({"topic":"ping"})";
        QTest::newRow("byte for byte")
            << QByteArray("abc=") << QByteArray("1795428000") << body << true << true;
        QTest::newRow("signed anew")
            << QByteArray("xyz=") << QByteArray("1795428090") << body << false << true;
        QTest::newRow("another time alone")
            << QByteArray("abc=") << QByteArray("1795428001") << body << false << true;
        QTest::newRow("a digit moved from one value to the other")
            << QByteArray("abc=1") << QByteArray("795428000") << body << false << true;
        QTest::newRow("another body")
            << QByteArray("abc=") << QByteArray("1795428000") << QByteArray("{}") << true << false;
    }

    void tellWhatIsSentAgain()
    {
        QFETCH(const QByteArray, signature);
        QFETCH(const QByteArray, time);
        QFETCH(const QByteArray, body);
        const Prints first = ofSmile(request("abc=", "1795428000"));
        const Prints again = ofSmile(request(signature, time, body));
        QTEST(again.signature == first.signature, "sameSignature");
        QTEST(again.body == first.body, "sameBody");
        QVERIFY(first.signature != 0);
        QVERIFY(first.body != 0);
    }

    void areNothingWhereThereIsNothing()
    {
        QCOMPARE(ofSmile({.method = "GET", .target = "/"}), Prints());
        QCOMPARE(ofSmile({.fields = {{"Smile-Timestamp", "1795428000"}}, .body = "a"}).signature,
                 0U);
        QCOMPARE(capture::printsOf(request("abc=", "1795428000"), nullptr).signature, 0U);
    }

    // Where no time is signed, each attempt has the same signature, and that says nothing.
    void doNotCountASignatureWithoutATime()
    {
        signature::Scheme scheme = signature::smile();
        scheme.time.reset();
        QCOMPARE(capture::printsOf(request("abc=", "1795428000"), &scheme).signature, 0U);
    }

    void findASignatureAmongNumberedHeaders_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::newRow("the first key's among two")
            << QByteArray("X-Signature-1") << QByteArray("X-Signature-2");
        QTest::newRow("behind a number that is missing")
            << QByteArray("X-Signature-2") << QByteArray("X-Signature-3");
        QTest::newRow("the last number alone")
            << QByteArray("X-Signature-100") << QByteArray("Other");
    }

    void findASignatureAmongNumberedHeaders()
    {
        QFETCH(const QByteArray, first);
        QFETCH(const QByteArray, second);
        signature::Scheme scheme = signature::smile();
        scheme.signature = {{signature::Source::NumberedHeader, "X-Signature-{n}"}};
        const auto print = [&](const QByteArray &signature) {
            return capture::printsOf({.fields = {{second, "b"}, {first, signature}}}, &scheme)
                .signature;
        };
        QVERIFY(print("a") != 0);
        QCOMPARE(print("a"), print("a"));
        QVERIFY(print("a") != print("c"));
    }
};

QTEST_GUILESS_MAIN(TstPrints)
#include "tst_prints.moc"
