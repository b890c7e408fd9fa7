// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/outfile.h"
#include "core/storefile.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using core::OutFile;

class TstOutFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void replacesAFileWhenAllIsWritten();
    void leavesTheFileBeforeWhenCancelled();
    void writesIntoAPipeAsItIs();
    void saysThatItIsAFolder();
    void neverWritesOverAStore();
    void forgetsTheStoreThatIsGone();

private:
    QByteArray contents() const;
    QByteArray writeStore() const; // the beginning of one, in place of the file

    QTemporaryDir m_folder;
    QString m_name;
};

void TstOutFile::init()
{
    m_name = m_folder.filePath(u"out"_s);
    QFile::remove(m_name);
    QFile before(m_name);
    QVERIFY(before.open(QIODevice::WriteOnly) && before.write("before") == 6);
}

QByteArray TstOutFile::contents() const
{
    QFile file(m_name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

QByteArray TstOutFile::writeStore() const
{
    QByteArray store("SQLite format 3");
    store.resize(100, '\0');
    qToBigEndian(core::storeApplicationId, store.data() + 68);
    QFile file(m_name);
    if (file.open(QIODevice::WriteOnly))
        file.write(store);
    return store;
}

void TstOutFile::replacesAFileWhenAllIsWritten()
{
    OutFile out(m_name);
    QVERIFY(out.open() && out.keepPrivate());
    QVERIFY(out.write("a") && out.write("") && out.write("bc"));
    QCOMPARE(contents(), "before");
    QVERIFY(out.commit());
    QCOMPARE(contents(), "abc");
    QCOMPARE(QFile::permissions(m_name) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void TstOutFile::leavesTheFileBeforeWhenCancelled()
{
    OutFile out(m_name);
    QVERIFY(out.open() && out.write("abc"));
    out.cancel();
    out.commit();
    QCOMPARE(contents(), "before");
}

void TstOutFile::writesIntoAPipeAsItIs()
{
    const QByteArray pipe = QFile::encodeName(m_folder.filePath(u"pipe"_s));
    QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
    const int reader = ::open(pipe.constData(), O_RDONLY | O_NONBLOCK);
    QVERIFY(reader >= 0);
    OutFile out(QFile::decodeName(pipe));
    QVERIFY2(out.open() && out.keepPrivate() && out.write("abc"), qPrintable(out.trouble()));
    QVERIFY(out.commit());
    char read[8] = {};
    QCOMPARE(::read(reader, read, sizeof read), 3);
    QCOMPARE(QByteArray(read), "abc");
    ::close(reader);
    struct stat facts{};
    QCOMPARE(::stat(pipe.constData(), &facts), 0);
    QVERIFY(S_ISFIFO(facts.st_mode));
}

void TstOutFile::saysThatItIsAFolder()
{
    OutFile out(m_folder.path());
    QVERIFY(!out.open());
    QCOMPARE(out.trouble(), u"It is a folder."_s);
}

void TstOutFile::neverWritesOverAStore()
{
    const QByteArray store = writeStore();
    QCOMPARE(contents(), store);
    OutFile out(m_name);
    QVERIFY(!out.open());
    QCOMPARE(out.error().kind, core::ErrorKind::Usage);
    QVERIFY(out.error().what.contains(m_name));
    QCOMPARE(out.error().why, out.trouble());
    QVERIFY(out.trouble().contains(u"Hookglass store"_s));
    QCOMPARE(contents(), store);
    OutFile log(m_name + u"-wal"_s);
    QVERIFY(!log.open());
    QCOMPARE(log.error().kind, core::ErrorKind::Usage);
    QVERIFY(log.trouble().contains(u"beside it"_s));
    QVERIFY(!QFile::exists(m_name + u"-wal"_s));
}

void TstOutFile::forgetsTheStoreThatIsGone()
{
    writeStore();
    OutFile out(m_name);
    QVERIFY(!out.open());
    QVERIFY(QFile::remove(m_name));
    QVERIFY2(out.open() && out.write("abc") && out.commit(), qPrintable(out.trouble()));
    QCOMPARE(out.error().kind, core::ErrorKind::Environment);
    QCOMPARE(contents(), "abc");
}

QTEST_GUILESS_MAIN(TstOutFile)
#include "tst_outfile.moc"
