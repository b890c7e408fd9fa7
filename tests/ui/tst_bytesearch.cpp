// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/bytesearch.h"

#include <QTest>

using namespace ui;
using Places = std::vector<qsizetype>;

class TstByteSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsPlaces_data();
    void findsPlaces();
    void stopsAtTheLimit();
};

void TstByteSearch::findsPlaces_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("needle");
    QTest::addColumn<Places>("places");
    QTest::newRow("nothing to look for") << QByteArray("abc") << QByteArray() << Places{};
    QTest::newRow("nothing there") << QByteArray("abc") << QByteArray("x") << Places{};
    QTest::newRow("nothing at all") << QByteArray() << QByteArray("x") << Places{};
    QTest::newRow("at both ends") << QByteArray("xabx") << QByteArray("x") << Places{0, 3};
    QTest::newRow("in any case") << QByteArray("MayaMAYA") << QByteArray("maYa") << Places{0, 4};
    QTest::newRow("not overlapping") << QByteArray("aaaa") << QByteArray("aa") << Places{0, 2};
    QTest::newRow("beyond ASCII") << QByteArray("xä") << QByteArray("ä") << Places{1};
    QTest::newRow("behind a null byte") << QByteArray("\0a", 2) << QByteArray("a") << Places{1};
}

void TstByteSearch::findsPlaces()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, needle);
    QTEST(findBytes(bytes, needle, 100), "places");
}

void TstByteSearch::stopsAtTheLimit()
{
    QCOMPARE(findBytes("aaa", "a", 3).size(), size_t(3));
    QCOMPARE(findBytes("aaaa", "a", 3).size(), size_t(3));
}

QTEST_GUILESS_MAIN(TstByteSearch)
#include "tst_bytesearch.moc"
