// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/liveinspector.h"
#include "support/target.h"
#include "ui/dialogs/publiccheck.h"

using namespace Qt::Literals::StringLiterals;
using namespace ui;
using Finding = PublicCheck::Finding;

class TstPublicCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnAddress_data();
    void readsAnAddress();
    void namesTheProblem_data();
    void namesTheProblem();
    void findsThisApp();
    void arrivesAsATest();
    void knowsItsTarget_data();
    void knowsItsTarget();
    void namesAnotherServer();
    void tellsATunnelWithoutAnAppBehindIt();
    void saysWhyItCouldNotConnect();
    void keepsQuietWhenCancelled();

private:
    QVariantList outcome(const QUrl &url, inspector::Inspector &inspector);
    QUrl urlOf(const support::Target &target) const;
};

QVariantList TstPublicCheck::outcome(const QUrl &url, inspector::Inspector &inspector)
{
    PublicCheck check(inspector);
    QSignalSpy finished(&check, &PublicCheck::finished);
    check.start(url);
    finished.wait();
    return finished.value(0);
}

QUrl TstPublicCheck::urlOf(const support::Target &target) const
{
    return QUrl(u"http://127.0.0.1:%1/hook"_s.arg(target.port()));
}

void TstPublicCheck::readsAnAddress_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    QTest::newRow("whole") << u"https://a.example.com/x"_s << u"https://a.example.com/x"_s;
    QTest::newRow("without the scheme") << u"a.example.com/x"_s << u"https://a.example.com/x"_s;
    QTest::newRow("with space around it")
        << u" https://a.example.com/ "_s << u"https://a.example.com/"_s;
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("another scheme") << u"ftp://a.example.com/"_s << QString();
    QTest::newRow("a password in it") << u"https://u:p@a.example.com/"_s << QString();
    QTest::newRow("no host") << u"https:///x"_s << QString();
}

void TstPublicCheck::readsAnAddress()
{
    QFETCH(QString, text);
    QTEST(publicUrl(text).toString(), "url");
}

void TstPublicCheck::namesTheProblem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problem");
    const auto own = u"Smile cannot reach this address: it is this computer's own."_s;
    QTest::newRow("fine") << u"https://a.example.com/"_s << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("unencrypted") << u"http://a.example.com/"_s
                                 << u"Smile sends to https:// addresses only."_s;
    QTest::newRow("localhost") << u"https://localhost:8443/"_s << own;
    QTest::newRow("IPv6 loopback") << u"https://[::1]/"_s << own;
    QTest::newRow("no address")
        << u"https://"_s << u"That is not a web address, such as https://hooks.example.com/."_s;
}

void TstPublicCheck::namesTheProblem()
{
    QFETCH(QString, text);
    QTEST(publicUrlProblem(text), "problem");
}

void TstPublicCheck::findsThisApp()
{
    support::LiveInspector live;
    QVERIFY(live.open());
    QVERIFY(live.listen());
    const auto result = outcome(QUrl(live->listening()->urls.first()), *live);
    QCOMPARE(result.value(0).value<Finding>(), Finding::Reached);
    QVERIFY2(result.value(1).toString().startsWith(u"Reached this app in "_s),
             qPrintable(result.value(1).toString()));
}

void TstPublicCheck::arrivesAsATest()
{
    support::LiveInspector live;
    QVERIFY(live.open());
    QVERIFY(live.listen());
    QSignalSpy stored(&*live, &inspector::Inspector::stored);
    outcome(QUrl(live->listening()->urls.first()), *live);
    QCOMPARE(stored.size(), 1);
    const auto rows = stored[0][0].value<QList<capture::Summary>>();
    QCOMPARE(rows.size(), 1);
    QVERIFY(rows[0].test);
    QVERIFY(isOwnCheck(rows[0].target));
}

void TstPublicCheck::knowsItsTarget_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<bool>("own");
    QTest::newRow("a check's") << QByteArray("/?hookglass-check=0123") << true;
    QTest::newRow("behind another query") << QByteArray("/a?b=c&hookglass-check=0123") << true;
    QTest::newRow("a webhook's") << QByteArray("/?check=0123") << false;
}

void TstPublicCheck::knowsItsTarget()
{
    QFETCH(QByteArray, target);
    QTEST(isOwnCheck(target), "own");
}

void TstPublicCheck::namesAnotherServer()
{
    support::LiveInspector live;
    const support::Target other(
        {"HTTP/1.1 404 Not Found\r\nServer: nginx\r\nContent-Length: 0\r\n\r\n"});
    const auto result = outcome(urlOf(other), *live);
    QCOMPARE(result.value(0).value<Finding>(), Finding::ReachedAnother);
    QCOMPARE(result.value(1), u"Reached another server (nginx), which answered 404."_s);
    QVERIFY(other.received().startsWith("POST /hook?hookglass-check="));
    QVERIFY(other.received().contains(R"("topic":"ping")"));
}

void TstPublicCheck::tellsATunnelWithoutAnAppBehindIt()
{
    support::LiveInspector live;
    const support::Target tunnel(
        {"HTTP/1.1 502 Bad Gateway\r\nServer: cloudflare\r\nContent-Length: 0\r\n\r\n"});
    const auto result = outcome(urlOf(tunnel), *live);
    QCOMPARE(result.value(1), u"Reached a server that cannot reach this app; it answered 502."_s);
}

void TstPublicCheck::saysWhyItCouldNotConnect()
{
    support::LiveInspector live;
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const auto port = closed.serverPort();
    closed.close();
    const auto result = outcome(QUrl(u"https://127.0.0.1:%1/"_s.arg(port)), *live);
    QCOMPARE(result.value(0).value<Finding>(), Finding::NotReached);
    QVERIFY2(result.value(1).toString().startsWith(u"Could not connect: "_s),
             qPrintable(result.value(1).toString()));
}

void TstPublicCheck::keepsQuietWhenCancelled()
{
    support::LiveInspector live;
    QVERIFY(live.open());
    QVERIFY(live.listen());
    PublicCheck check(*live);
    QSignalSpy finished(&check, &PublicCheck::finished);
    check.start(QUrl(live->listening()->urls.first()));
    check.cancel();
    QVERIFY(!check.running());
    check.start(QUrl(live->listening()->urls.first()));
    QVERIFY(finished.wait());
    QCoreApplication::processEvents();
    QCOMPARE(finished.size(), 1);
}

QTEST_MAIN(TstPublicCheck)
#include "tst_publiccheck.moc"
