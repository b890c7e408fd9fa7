// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/weburl.h"

#include <QtTest>

using signature::UrlVariant;

class TstWebUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesApart_data();
    void takesApart();
    void makesTheUrlOfARequest_data();
    void makesTheUrlOfARequest();
    void varies_data();
    void varies();
    void variesBehindTheHost_data();
    void variesBehindTheHost();
    void lowersTheQuery_data();
    void lowersTheQuery();
    void cutsTheQuery_data();
    void cutsTheQuery();
};

void TstWebUrl::takesApart_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArrayList>("parts"); // scheme, authority, path, query; no query is "-"

    const auto row = [](const char *name, const QByteArray &url, const QByteArrayList &parts) {
        QTest::newRow(name) << url << parts;
    };
    row("a whole one", "https://u:p@h:1/a/b?x=1&y", {"https", "u:p@h:1", "/a/b", "x=1&y"});
    row("no path", "https://h", {"https", "h", "", "-"});
    row("a query behind the host", "https://h?x", {"https", "h", "", "x"});
    row("an empty query", "https://h/?", {"https", "h", "/", ""});
    row("a fragment", "https://h/a?x#f?g", {"https", "h", "/a", "x"});
    row("a target", "/a?b=c", {"", "", "/a", "b=c"});
    row("a target with a URL in its query", "/a?to=https://h/b", {"", "", "/a", "to=https://h/b"});
    row("a target with a URL in its path", "/a/https://h/b", {"", "", "/a/https://h/b", "-"});
    row("two questions", "/a?b?c", {"", "", "/a", "b?c"});
    row("nothing", "", {"", "", "", "-"});
    row("an asterisk", "*", {"", "", "*", "-"});
    row("marks alone", "://", {"", "", "", "-"});
    row("bytes that are no text", "/\xff?\xfe", {"", "", "/\xff", "\xfe"});
}

void TstWebUrl::takesApart()
{
    QFETCH(QByteArray, url);
    const signature::WebUrl parts = signature::splitUrl(url);
    const QByteArrayList got{parts.scheme.toByteArray(), parts.authority.toByteArray(),
                             parts.path.toByteArray(),
                             parts.hasQuery ? parts.query.toByteArray() : QByteArray("-")};
    QTEST(got, "parts");
}

void TstWebUrl::makesTheUrlOfARequest_data()
{
    QTest::addColumn<http::Fields>("fields");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("url");

    QTest::newRow("a host and a target") << http::Fields{{"host", "h:8443"}} << QByteArray("/a?b")
                                         << QByteArray("https://h:8443/a?b");
    QTest::newRow("a whole URL as the target")
        << http::Fields{{"Host", "h"}} << QByteArray("http://other/a")
        << QByteArray("http://other/a");
    QTest::newRow("no host") << http::Fields{} << QByteArray("/a") << QByteArray();
    QTest::newRow("two hosts") << http::Fields{{"Host", "a"}, {"Host", "b"}} << QByteArray("/a")
                               << QByteArray();
}

void TstWebUrl::makesTheUrlOfARequest()
{
    http::Request request;
    QFETCH(http::Fields, fields);
    QFETCH(QByteArray, target);
    request.fields = fields;
    request.target = target;
    QTEST(signature::urlOf(request), "url");
}

void TstWebUrl::varies_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("stripped");
    QTest::addColumn<QByteArray>("added");

    const auto row
        = [](const char *name, const QByteArray &url, const QByteArray &stripped,
             const QByteArray &added) { QTest::newRow(name) << url << stripped << added; };
    row("no port", "https://h/a", "https://h/a", "https://h:443/a");
    row("plain HTTP", "HTTP://h?x", "HTTP://h?x", "HTTP://h:80?x");
    row("a port", "https://h:8443/a:1", "https://h/a:1", "https://h:8443/a:1");
    row("a port without digits", "https://h:/a", "https://h/a", "https://h:/a");
    row("a password", "https://u:p@h/a", "https://u:p@h/a", "https://u:p@h:443/a");
    row("an IPv6 address", "https://[::1]/a", "https://[::1]/a", "https://[::1]:443/a");
    row("an IPv6 address with a port", "https://[::1]:1/", "https://[::1]/", "https://[::1]:1/");
    row("no URL", "/a:1", "/a:1", "/a:1");
    row("nothing", "", "", "");
}

void TstWebUrl::varies()
{
    QFETCH(QByteArray, url);
    QCOMPARE(signature::varied(url, UrlVariant::AsIs), url);
    QTEST(signature::varied(url, UrlVariant::StripPort), "stripped");
    QTEST(signature::varied(url, UrlVariant::AddStandardPort), "added");
}

void TstWebUrl::variesBehindTheHost_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("decoded");
    QTest::addColumn<QByteArray>("slashed");

    const auto row
        = [](const char *name, const QByteArray &url, const QByteArray &decoded,
             const QByteArray &slashed) { QTest::newRow(name) << url << decoded << slashed; };
    row("nothing to decode", "https://h/a", "https://h/a", "https://h/a/");
    row("a slash at the end", "https://h/a/?b=/", "https://h/a/?b=/", "https://h/a?b=/");
    row("no path", "https://h?b", "https://h?b", "https://h/?b");
    row("every mark", "https://h/%3A%2F%3F?%40%21%24%27%28%29%2A%2C%3B", "https://h/:/??@!$'()*,;",
        "https://h/%3A%2F%3F/?%40%21%24%27%28%29%2A%2C%3B");
    row("small letters in an escape", "https://h/?a=%3a", "https://h/?a=:", "https://h?a=%3a");
    row("what stays encoded", "https://h/%20?a=%26%3D%25%2B%C3%BC",
        "https://h/%20?a=%26%3D%25%2B%C3%BC", "https://h/%20/?a=%26%3D%25%2B%C3%BC");
    row("an escape that is escaped itself", "https://h/?a=%253A", "https://h/?a=%253A",
        "https://h?a=%253A");
    row("an escape cut off", "https://h/?a=%3", "https://h/?a=%3", "https://h?a=%3");
    row("a password", "https://u:p%40@h/%40", "https://u:p%40@h/@", "https://u:p%40@h/%40/");
    row("no URL", "/a%3A", "/a%3A", "/a%3A");
}

void TstWebUrl::variesBehindTheHost()
{
    QFETCH(QByteArray, url);
    QTEST(signature::varied(url, UrlVariant::DecodeMarks), "decoded");
    QTEST(signature::varied(url, UrlVariant::OtherSlash), "slashed");
}

void TstWebUrl::lowersTheQuery_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("lowered");
    QTest::newRow("a query") << QByteArray("https://H/A?Id=B#C")
                             << QByteArray("https://H/A?id=b#C");
    QTest::newRow("no query") << QByteArray("https://H/A") << QByteArray("https://H/A");
    QTest::newRow("an empty query") << QByteArray("https://H/A?#C") << QByteArray("https://H/A?#C");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void TstWebUrl::lowersTheQuery()
{
    QFETCH(QByteArray, url);
    QTEST(signature::varied(url, UrlVariant::LowerQuery), "lowered");
}

void TstWebUrl::cutsTheQuery_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("front");
    QTest::newRow("a query") << QByteArray("https://h/a?b?c") << QByteArray("https://h/a");
    QTest::newRow("a fragment") << QByteArray("/a#b?c") << QByteArray("/a");
    QTest::newRow("neither") << QByteArray("/a") << QByteArray("/a");
    QTest::newRow("nothing else") << QByteArray("?") << QByteArray();
}

void TstWebUrl::cutsTheQuery()
{
    QFETCH(QByteArray, url);
    QTEST(signature::withoutQuery(url).toByteArray(), "front");
}

QTEST_GUILESS_MAIN(TstWebUrl)
#include "tst_weburl.moc"
