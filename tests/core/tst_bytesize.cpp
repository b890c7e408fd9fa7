// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/bytesize.h"

#include <QtTest>

#include <limits>

class TstByteSize : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesForPeople_data();
    void writesForPeople();
};

void TstByteSize::writesForPeople_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing") << qint64(0) << QStringLiteral("0 B");
    QTest::newRow("one") << qint64(1) << QStringLiteral("1 B");
    QTest::newRow("the last in bytes") << qint64(1023) << QStringLiteral("1023 B");
    QTest::newRow("the first in kilobytes") << qint64(1024) << QStringLiteral("1.0 KB");
    QTest::newRow("one and a half") << qint64(1536) << QStringLiteral("1.5 KB");
    QTest::newRow("the last kilobyte that rounds down")
        << qint64(1048524) << QStringLiteral("1023.9 KB");
    QTest::newRow("the first that would round to 1024")
        << qint64(1048525) << QStringLiteral("1.0 MB");
    QTest::newRow("a megabyte") << qint64(1048576) << QStringLiteral("1.0 MB");
    QTest::newRow("31 megabytes") << qint64(31) * 1024 * 1024 << QStringLiteral("31.0 MB");
    QTest::newRow("a gigabyte") << (qint64(1) << 30) << QStringLiteral("1.0 GB");
    QTest::newRow("the largest") << std::numeric_limits<qint64>::max() << QStringLiteral("8.0 EB");
}

void TstByteSize::writesForPeople()
{
    QFETCH(qint64, bytes);
    QTEST(core::byteSize(bytes), "text");
}

QTEST_GUILESS_MAIN(TstByteSize)
#include "tst_bytesize.moc"
