// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/columntext.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TstColumnText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPathsAndHeaders_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QString>("title");
        QTest::newRow("a path") << u" $.data.customer.id "_s << QByteArray("/data/customer/id")
                                << u"id"_s;
        QTest::newRow("an element") << u"$.items[2].id"_s << QByteArray("/items/2/id") << u"id"_s;
        QTest::newRow("a key with a slash and a tilde")
            << u"$[\"a/b~c\"]"_s << QByteArray("/a~1b~0c") << u"a/b~c"_s;
        QTest::newRow("a header") << u"H.User-Agent"_s << QByteArray("h.user-agent")
                                  << u"User-Agent"_s;
    }

    void readsPathsAndHeaders()
    {
        QFETCH(const QString, text);
        const auto column = models::columnFromText(text);
        QVERIFY(column);
        QVERIFY(models::isColumn(*column));
        QTEST(column->pointer, "pointer");
        QTEST(models::columnTitle(*column), "title");
    }

    void readsNothingElse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a word") << u"topic"_s;
        QTest::newRow("a path that is cut") << u"$.a["_s;
        QTest::newRow("a path to many values") << u"$.items[*].id"_s;
        QTest::newRow("a name at any depth") << u"$..email"_s;
        QTest::newRow("a header without a name") << u"h."_s;
        QTest::newRow("a header with a space") << u"h.User Agent"_s;
    }

    void readsNothingElse()
    {
        QFETCH(const QString, text);
        QVERIFY(!models::columnFromText(text));
    }
};

QTEST_APPLESS_MAIN(TstColumnText)
#include "tst_columntext.moc"
