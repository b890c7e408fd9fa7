// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/endpoint.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using capture::Endpoint;

class TstEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheLongestPrefix_data();
    void takesTheLongestPrefix();
    void passesOverTheDisabled();
    void takesTheFirstOfEqualPaths();
    void matchesNothingWithoutTheDefault();
    void knowsTheUrlAsTheSenderDoes_data();
    void knowsTheUrlAsTheSenderDoes();
    void takesAPublicUrlFromASendersUrl_data();
    void takesAPublicUrlFromASendersUrl();
};

void TstEndpoint::takesTheLongestPrefix_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("path");

    const auto add = [](const char *name, const QByteArray &target, const QString &path) {
        QTest::newRow(name) << target << path;
    };
    add("the root", "/", u"/"_s);
    add("another path", "/x", u"/"_s);
    add("the very path", "/a", u"/a"_s);
    add("below it", "/a/x", u"/a"_s);
    add("with a query", "/a?x=/a/b", u"/a"_s);
    add("with a fragment", "/a#x", u"/a"_s);
    add("a longer name", "/ab", u"/"_s);
    add("a longer prefix", "/a/b", u"/a/b"_s);
    add("below the longer prefix", "/a/b/c", u"/a/b"_s);
    add("a trailing slash", "/a/b/", u"/a/b"_s);
    add("another case", "/A", u"/"_s);
    add("escapes are not decoded", "/%61", u"/"_s);
    add("escapes that do not decode", "/a/%zz", u"/a"_s);
    add("bytes that are not ASCII", "/caf\xc3\xa9/x", u"/café"_s);
    add("a folder", "/f/x", u"/f/"_s);
    add("a folder without its slash", "/f", u"/"_s);
    add("the absolute form", "https://localhost:8443/a/b?x", u"/a/b"_s);
    add("the absolute form without a path", "https://localhost", u"/"_s);
    add("the asterisk", "*", u"/"_s);
    add("nothing", "", u"/"_s);
}

void TstEndpoint::takesTheLongestPrefix()
{
    QFETCH(QByteArray, target);
    const QList<Endpoint> endpoints{{.path = u"/a"_s},    {.path = u"/"_s},   {.path = u"/a/b"_s},
                                    {.path = u"/café"_s}, {.path = u"/f/"_s}, {.path = QString()}};
    const Endpoint *found = capture::match(endpoints, target);
    QVERIFY(found);
    QTEST(found->path, "path");
}

void TstEndpoint::passesOverTheDisabled()
{
    const QList<Endpoint> endpoints{{.path = u"/"_s}, {.path = u"/a"_s, .enabled = false}};
    QCOMPARE(capture::match(endpoints, "/a/x"), &endpoints[0]);
}

void TstEndpoint::takesTheFirstOfEqualPaths()
{
    const QList<Endpoint> endpoints{{.path = u"/a"_s}, {.path = u"/a"_s}};
    QCOMPARE(capture::match(endpoints, "/a"), &endpoints[0]);
}

void TstEndpoint::matchesNothingWithoutTheDefault()
{
    QVERIFY(!capture::match({}, "/"));
    QVERIFY(!capture::match({{.path = u"/"_s, .enabled = false}}, "/"));
    QVERIFY(!capture::match({{.path = u"/a"_s}}, "/b"));
    QVERIFY(!capture::match({{.path = u"/a"_s}}, "*"));
}

void TstEndpoint::knowsTheUrlAsTheSenderDoes_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("publicUrl");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("url");

    const auto add = [](const char *name, const QString &path, const QString &publicUrl,
                        const QByteArray &target, const QByteArray &url) {
        QTest::newRow(name) << path << publicUrl << target << url;
    };
    const QByteArray sms = "https://h.example/sms";
    add("none is given", u"/"_s, u""_s, "/sms?x=1", "");
    add("the very path", u"/sms"_s, u"https://h.example/sms"_s, "/sms", sms);
    add("another path at the tunnel", u"/a"_s, u"https://h.example/sms"_s, "/a", sms);
    add("below the endpoint", u"/"_s, u"https://h.example"_s, "/sms", sms);
    add("below the endpoint, with a slash", u"/"_s, u"https://h.example/"_s, "/sms", sms);
    add("below a longer path", u"/a"_s, u"https://h.example/x"_s, "/a/b", "https://h.example/x/b");
    add("the target's whole URL", u"/"_s, u"https://h.example/sms"_s, "/sms", sms);
    add("the request's query", u"/"_s, u"https://h.example"_s, "/sms?x=1", sms + "?x=1");
    add("a query of its own", u"/"_s, u"https://h.example/sms?y=2"_s, "/sms?x=1", sms + "?y=2");
    add("no path at all", u"/"_s, u"https://h.example"_s, "/", "https://h.example/");
    add("no path, but a query", u"/"_s, u"https://h.example"_s, "/?x=1", "https://h.example/?x=1");
    add("the absolute form", u"/"_s, u"https://h.example"_s, "https://localhost:8443/sms?x",
        sms + "?x");
    add("a folder", u"/f/"_s, u"https://h.example/g/"_s, "/f/x", "https://h.example/g/x");
    add("a slash behind the path", u"/a"_s, u"https://h.example/b"_s, "/a/", "https://h.example/b");
}

void TstEndpoint::knowsTheUrlAsTheSenderDoes()
{
    QFETCH(QString, path);
    QFETCH(QString, publicUrl);
    QFETCH(QByteArray, target);
    const Endpoint endpoint{.path = path, .publicUrl = publicUrl};
    QTEST(capture::senderUrl(endpoint, target), "url");
}

void TstEndpoint::takesAPublicUrlFromASendersUrl_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QString>("publicUrl");

    const auto add = [](const char *name, const QString &path, const QByteArray &target,
                        const QByteArray &url, const QString &publicUrl) {
        QTest::newRow(name) << path << target << url << publicUrl;
    };
    add("the very path", u"/sms"_s, "/sms", "https://h.example/sms", u"https://h.example/sms"_s);
    add("with the request's query", u"/sms"_s, "/sms?x=1", "https://h.example/sms?x=1",
        u"https://h.example/sms"_s);
    add("below the endpoint", u"/"_s, "/sms?x=1", "https://h.example/sms?x=1",
        u"https://h.example"_s);
    add("another path", u"/"_s, "/sms", "https://h.example/text", u"https://h.example/text"_s);
    add("another query", u"/"_s, "/sms?x=1", "https://h.example/sms?x=2",
        u"https://h.example/sms?x=2"_s);
}

void TstEndpoint::takesAPublicUrlFromASendersUrl()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, url);
    QTEST(capture::publicUrlFor({.path = path}, target, url), "publicUrl");
}

QTEST_GUILESS_MAIN(TstEndpoint)
#include "tst_endpoint.moc"
