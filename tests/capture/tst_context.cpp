// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/context.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using capture::contextOf;

class TstContext : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsUrlAndParameters();
    void looksForThePath();
};

void TstContext::tellsUrlAndParameters()
{
    const auto context = contextOf({.path = u"/a"_s,
                                    .publicUrl = u"https://hooks.example.com/in"_s,
                                    .parameters = {{"webhook_id", "8PT"}}},
                                   "/a/b?c=1");
    QCOMPARE(context.url, "https://hooks.example.com/in/b?c=1");
    QCOMPARE(context.parameters.value("webhook_id"), "8PT");
}

void TstContext::looksForThePath()
{
    const QList<capture::Endpoint> endpoints{{.path = u"/"_s},
                                             {.path = u"/a"_s, .parameters = {{"id", "1"}}}};
    QCOMPARE(contextOf(endpoints, u"/a"_s, "/a").parameters.size(), 1);
    QVERIFY(contextOf(endpoints, u"/"_s, "/").parameters.isEmpty());
    QVERIFY(contextOf(endpoints, u"/gone"_s, "/gone").url.isEmpty());
}

QTEST_GUILESS_MAIN(TstContext)
#include "tst_context.moc"
