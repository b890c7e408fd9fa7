// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/storefile.h"
#include "support/filelock.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Qt::Literals::StringLiterals;

class TstStoreFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsAStoreByItsBeginning_data();
    void tellsAStoreByItsBeginning();
    void takesAnEmptyDatabaseWithAFileBesideItForAStore_data();
    void takesAnEmptyDatabaseWithAFileBesideItForAStore();
    void knowsWhatIsBesideAStore_data();
    void knowsWhatIsBesideAStore();
    void keepsTheLocksOfAStoreThatIsOpenHere_data();
    void keepsTheLocksOfAStoreThatIsOpenHere();

private:
    void write(const QByteArray &bytes);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

static QByteArray header(qint32 application)
{
    QByteArray bytes("SQLite format 3");
    bytes.resize(100, '\0');
    qToBigEndian(application, bytes.data() + 68);
    return bytes;
}

void TstStoreFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"a.hookglass"_s);
}

void TstStoreFile::write(const QByteArray &bytes)
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

void TstStoreFile::tellsAStoreByItsBeginning_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("store");
    QTest::newRow("a store") << header(core::storeApplicationId) << true;
    QTest::newRow("another program's database") << header(1) << false;
    QTest::newRow("cut within its header") << header(core::storeApplicationId).left(99) << false;
    QTest::newRow("a text") << QByteArray(200, 'a') << false;
    QTest::newRow("an empty file") << QByteArray() << false;
}

void TstStoreFile::tellsAStoreByItsBeginning()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(!core::isStore(m_file));
    write(bytes);
    QTEST(core::isStore(m_file), "store");
}

void TstStoreFile::takesAnEmptyDatabaseWithAFileBesideItForAStore_data()
{
    QTest::addColumn<QString>("ending");
    QTest::newRow("its writer's lock") << u".lock"_s;
    QTest::newRow("its log, copied along without the lock") << u"-wal"_s;
}

void TstStoreFile::takesAnEmptyDatabaseWithAFileBesideItForAStore()
{
    QFETCH(const QString, ending);
    write(header(0));
    QVERIFY(!core::isStore(m_file));
    QFile beside(m_file + ending);
    QVERIFY(beside.open(QIODevice::WriteOnly));
    QVERIFY(core::isStore(m_file));
}

void TstStoreFile::knowsWhatIsBesideAStore_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("beside");
    QTest::newRow("the store itself") << u"a.hookglass"_s << false;
    QTest::newRow("its log") << u"a.hookglass-wal"_s << true;
    QTest::newRow("its log by a link") << u"link"_s << true;
    QTest::newRow("its shared memory, which is not there now") << u"a.hookglass-shm"_s << true;
    QTest::newRow("its journal") << u"a.hookglass-journal"_s << true;
    QTest::newRow("its lock") << u"a.hookglass.lock"_s << true;
    QTest::newRow("another file of that name") << u"a.hookglass.ndjson"_s << false;
    QTest::newRow("a log of no store") << u"b.hookglass-wal"_s << false;
}

void TstStoreFile::knowsWhatIsBesideAStore()
{
    QFETCH(const QString, name);
    write(header(core::storeApplicationId));
    QFile log(m_file + u"-wal"_s);
    QVERIFY(log.open(QIODevice::WriteOnly));
    QVERIFY(log.link(m_folder->filePath(u"link"_s)));
    QTEST(core::isBesideStore(m_folder->filePath(name)), "beside");
}

void TstStoreFile::keepsTheLocksOfAStoreThatIsOpenHere_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("by its name") << u"a.hookglass"_s;
    QTest::newRow("by a symbolic link") << u"link"_s;
    QTest::newRow("by a hard link") << u"hard"_s;
}

void TstStoreFile::keepsTheLocksOfAStoreThatIsOpenHere()
{
    QFETCH(const QString, name);
    write(header(core::storeApplicationId));
    QVERIFY(QFile::link(m_file, m_folder->filePath(u"link"_s)));
    QCOMPARE(::link(QFile::encodeName(m_file).constData(),
                    QFile::encodeName(m_folder->filePath(u"hard"_s)).constData()),
             0);
    QFile held(m_file);
    QVERIFY(held.open(QIODevice::ReadWrite));
    struct flock lock{};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    QCOMPARE(::fcntl(held.handle(), F_SETLK, &lock), 0);
    QVERIFY(core::isStore(m_folder->filePath(name)));
    QVERIFY(support::isLockedForOthers(m_file));
}

QTEST_GUILESS_MAIN(TstStoreFile)
#include "tst_storefile.moc"
