// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/medium.h"
#include "capture/store.h"
#include "support/builders.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace capture;
using namespace Qt::Literals::StringLiterals;

// A store where nothing can be written, as on a read-only disk.
class TstMedium : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void knowsWhatStandsBesideAStore_data();
    void knowsWhatStandsBesideAStore();
    void readsAStoreThatWasClosed_data();
    void readsAStoreThatWasClosed();
    void saysThatAStoreWasNotClosed();
    void saysThatItCannotBeWritten();
    void namesAFileWhateverItsCharacters();

private:
    QString path(const QString &name = u"s.hookglass"_s) const { return folder() + u'/' + name; }
    QString folder() const { return m_folder->filePath(u"medium"_s); }
    void makeStore(const QString &file) const;
    bool forbidWriting();

    std::unique_ptr<QTemporaryDir> m_folder;
    bool m_mounted = false;
};

void TstMedium::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir().mkpath(folder()));
}

void TstMedium::cleanup()
{
    if (std::exchange(m_mounted, false))
        ::umount2(QFile::encodeName(folder()).constData(), MNT_DETACH);
    QFile::setPermissions(folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_folder.reset();
}

void TstMedium::makeStore(const QString &file) const
{
    auto store = Store::open(file, Access::Write);
    QVERIFY(store);
    QVERIFY((*store)->append({.deliveries = {builders::stored(builders::delivery())}}));
}

// Permissions do not stop root, a mount of its own does. False: neither can be had.
bool TstMedium::forbidWriting()
{
    QFile::setPermissions(folder(), QFile::ReadOwner | QFile::ExeOwner);
    if (::access(QFile::encodeName(folder()).constData(), W_OK) != 0)
        return true;
    const QByteArray name = QFile::encodeName(folder());
    m_mounted = ::unshare(CLONE_NEWNS) == 0
        && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
        && ::mount(name.constData(), name.constData(), nullptr, MS_BIND, nullptr) == 0;
    return m_mounted
        && ::mount("none", name.constData(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr)
        == 0;
}

static void write(const QString &file, const QByteArray &text)
{
    QFile written(file);
    QVERIFY(written.open(QIODevice::WriteOnly));
    QCOMPARE(written.write(text), text.size());
}

void TstMedium::knowsWhatStandsBesideAStore_data()
{
    QTest::addColumn<QStringList>("beside");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Medium>("medium");
    QTest::newRow("nothing") << QStringList() << QByteArray() << Medium::Still;
    QTest::newRow("an empty log") << QStringList(u"-wal"_s) << QByteArray() << Medium::Still;
    QTest::newRow("a log") << QStringList(u"-wal"_s) << QByteArray("x") << Medium::Unclosed;
    QTest::newRow("all that SQLite makes")
        << QStringList({u"-wal"_s, u"-shm"_s}) << QByteArray("x") << Medium::Shared;
}

void TstMedium::knowsWhatStandsBesideAStore()
{
    QFETCH(QStringList, beside);
    QFETCH(QByteArray, text);
    write(path(), "store");
    for (const QString &suffix : std::as_const(beside))
        write(path() + suffix, text);
    QCOMPARE(mediumOf(path()), Medium::Writable);
    if (!forbidWriting())
        QSKIP("This user may write everywhere.");
    QTEST(mediumOf(path()), "medium");
    // What leads there from elsewhere is of no matter.
    QVERIFY(QFile::link(path(), m_folder->filePath(u"link"_s)));
    QTEST(mediumOf(m_folder->filePath(u"link"_s)), "medium");
}

void TstMedium::readsAStoreThatWasClosed_data()
{
    QTest::addColumn<bool>("emptyLog");
    QTest::newRow("alone") << false;
    QTest::newRow("with an empty log") << true;
}

void TstMedium::readsAStoreThatWasClosed()
{
    QFETCH(bool, emptyLog);
    makeStore(path());
    if (emptyLog)
        write(path() + u"-wal"_s, {});
    if (!forbidWriting())
        QSKIP("This user may write everywhere.");
    const QStringList before = QDir(folder()).entryList(QDir::Files);
    for (const Access access : {Access::Read, Access::ReadNewer}) {
        const auto store = Store::open(path(), access);
        QVERIFY2(store, store ? "" : qPrintable(core::describe(store.error())));
        QCOMPARE((*store)->records(0, 10)->size(), 1);
    }
    QCOMPARE(QDir(folder()).entryList(QDir::Files), before);
}

void TstMedium::saysThatAStoreWasNotClosed()
{
    const QString original = m_folder->filePath(u"open.hookglass"_s);
    const auto open = Store::open(original, Access::Write);
    QVERIFY(open);
    QVERIFY((*open)->append({.deliveries = {builders::stored(builders::delivery())}}));
    QVERIFY(QFile::copy(original, path()));
    QVERIFY(QFile::copy(original + u"-wal"_s, path() + u"-wal"_s));
    if (!forbidWriting())
        QSKIP("This user may write everywhere.");
    const auto store = Store::open(path(), Access::Read);
    QVERIFY(!store);
    QVERIFY2(store.error().why.startsWith(u"It was not closed"_s), qPrintable(store.error().why));
    QVERIFY(store.error().why.contains(u"s.hookglass-wal"_s));
}

void TstMedium::saysThatItCannotBeWritten()
{
    makeStore(path());
    if (!forbidWriting())
        QSKIP("This user may write everywhere.");
    const auto store = Store::open(path(), Access::Write);
    QVERIFY(!store);
    QCOMPARE(store.error().kind, core::ErrorKind::Forbidden);
}

void TstMedium::namesAFileWhateverItsCharacters()
{
    const QString odd = path(u"a?b #%41 &ü.hookglass"_s);
    makeStore(odd);
    const QString name = stillName(odd);
    QVERIFY(name.startsWith(u"file:///"_s));
    QVERIFY(name.endsWith(u"/a%3Fb%20%23%2541%20%26%C3%BC.hookglass?immutable=1"_s));
    if (!forbidWriting())
        QSKIP("This user may write everywhere.");
    const auto store = Store::open(odd, Access::Read);
    QVERIFY(store);
    QCOMPARE((*store)->records(0, 10)->size(), 1);
}

QTEST_GUILESS_MAIN(TstMedium)
#include "tst_medium.moc"
