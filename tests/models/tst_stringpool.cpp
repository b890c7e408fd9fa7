// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/stringpool.h"

#include <QTest>

using models::StringPool;

class TstStringPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEachStringOnce()
    {
        StringPool pool;
        const quint32 first = pool.add("customer/updated");
        QCOMPARE(pool.add("ping") == first, false);
        QCOMPARE(pool.add("customer/updated"), first);
        QCOMPARE(pool.at(first), QByteArrayView("customer/updated"));
    }

    void namesTheEmptyStringZero()
    {
        StringPool pool;
        QCOMPARE(pool.add({}), 0U);
        QCOMPARE(pool.at(0), QByteArrayView());
        QVERIFY(pool.add("a") != 0);
    }

    void keepsBytesThatAreNotText()
    {
        StringPool pool;
        const QByteArray bytes("\0\xff\n", 3);
        QCOMPARE(pool.at(pool.add(bytes)).toByteArray(), bytes);
    }

    void keepsTheLongestAndCutsOneLonger()
    {
        StringPool pool;
        const QByteArray longest(StringPool::longest, 'x');
        QCOMPARE(pool.at(pool.add(longest)), QByteArrayView(longest));
        const QByteArray cut = pool.at(pool.add(longest + 'x')).toByteArray();
        QCOMPARE(cut.size(), StringPool::longest);
        QCOMPARE(cut, QByteArray(StringPool::longest - 3, 'x') + "\xe2\x80\xa6");
    }

    void cutsWhereACharacterBegins()
    {
        StringPool pool;
        const QByteArray text = QByteArray("\xc3\xa9").repeated(150); // é, two bytes each
        const QString shown = QString::fromUtf8(pool.at(pool.add(text)));
        QCOMPARE(shown, QString(98, QChar(0xe9)) + QChar(0x2026));
    }

    void tellsManyApart()
    {
        StringPool pool;
        std::vector<quint32> numbers;
        for (int i = 0; i < 50'000; ++i)
            numbers.push_back(pool.add("user" + QByteArray::number(i) + "@example.com"));
        for (int i = 0; i < 50'000; ++i) {
            const QByteArray text = "user" + QByteArray::number(i) + "@example.com";
            QCOMPARE(pool.at(numbers[size_t(i)]), QByteArrayView(text));
            QCOMPARE(pool.add(text), numbers[size_t(i)]);
        }
        QVERIFY(pool.bytes() < 50'000 * 48);
    }

    void leavesStringsWhereTheyAre()
    {
        StringPool pool;
        const QByteArrayView view = pool.at(pool.add("stays"));
        for (int i = 0; i < 100'000; ++i)
            pool.add(QByteArray::number(i));
        QCOMPARE(view, QByteArrayView("stays"));
    }
};

QTEST_GUILESS_MAIN(TstStringPool)
#include "tst_stringpool.moc"
