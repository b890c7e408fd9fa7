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

QTEST_GUILESS_MAIN(TstEndpoint)
#include "tst_endpoint.moc"
