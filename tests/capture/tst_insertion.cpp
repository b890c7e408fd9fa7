// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/insertion.h"

#include <QTest>

#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;

class TstInsertion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { sqlite3_close(m_database); }
    void keepsTexts_data();
    void keepsTexts();
    void startsAnewWithEachRow();

private:
    QByteArray stored(int row, int column);

    sqlite3 *m_database = nullptr;
};

void TstInsertion::init()
{
    QCOMPARE(sqlite3_open(":memory:", &m_database), SQLITE_OK);
    QCOMPARE(sqlite3_exec(m_database, "CREATE TABLE texts(a TEXT, b TEXT, c TEXT)", nullptr,
                          nullptr, nullptr),
             SQLITE_OK);
}

QByteArray TstInsertion::stored(int row, int column)
{
    sqlite3_stmt *query = nullptr;
    sqlite3_prepare_v2(m_database, "SELECT * FROM texts ORDER BY rowid LIMIT 1 OFFSET ?", -1,
                       &query, nullptr);
    sqlite3_bind_int(query, 1, row);
    QByteArray text("no text");
    if (sqlite3_step(query) == SQLITE_ROW && sqlite3_column_type(query, column) == SQLITE_TEXT)
        text = QByteArray(static_cast<const char *>(sqlite3_column_blob(query, column)),
                          sqlite3_column_bytes(query, column));
    sqlite3_finalize(query);
    return text;
}

void TstInsertion::keepsTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a word") << u"customer"_s << QByteArray("customer");
    QTest::newRow("nothing") << u""_s << QByteArray("");
    QTest::newRow("null") << QString() << QByteArray("");
    QTest::newRow("characters of each length")
        << u"aé€😀"_s << QByteArray("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80");
    QTest::newRow("a NUL inside") << QString::fromLatin1("a\0b", 3) << QByteArray("a\0b", 3);
    QTest::newRow("half a pair") << QString(QChar(0xd83d)) + u'b'
                                 << QByteArray("\xef\xbf\xbd"
                                               "b");
    QTest::newRow("half a pair at the end")
        << u'a' + QString(QChar(0xd83d)) << QByteArray("a\xef\xbf\xbd");
    QTest::newRow("as much as there is room for") << QString(300, u'x') << QByteArray(300, 'x');
    QTest::newRow("more than there is room for")
        << QString(5000, u'€') << QByteArray("\xe2\x82\xac").repeated(5000);
}

// Whether the ones before left room or not.
void TstInsertion::keepsTexts()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, bytes);
    capture::Insertion into(m_database, u"texts"_s, u"a, b, c"_s);
    const QString long_ = QString(1000, u'z');
    QVERIFY((into << text << u"middle"_s << text).insert());
    QVERIFY((into << long_ << text << u"end"_s).insert());
    QCOMPARE(stored(0, 0), bytes);
    QCOMPARE(stored(0, 1), "middle");
    QCOMPARE(stored(0, 2), bytes);
    QCOMPARE(stored(1, 0), long_.toUtf8());
    QCOMPARE(stored(1, 1), bytes);
    QCOMPARE(stored(1, 2), "end");
}

void TstInsertion::startsAnewWithEachRow()
{
    capture::Insertion into(m_database, u"texts"_s, u"a, b, c"_s);
    for (int row = 0; row < 50; ++row) {
        const QString text = QString(100, QChar(u'a' + row % 26));
        QVERIFY((into << text << QString::number(row) << text).insert());
    }
    for (int row = 0; row < 50; ++row) {
        QCOMPARE(stored(row, 0), QByteArray(100, char('a' + row % 26)));
        QCOMPARE(stored(row, 1), QByteArray::number(row));
    }
}

QTEST_APPLESS_MAIN(TstInsertion)
#include "tst_insertion.moc"
