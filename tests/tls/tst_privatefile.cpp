// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/certificates.h"
#include "tls/privatefile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TstPrivateFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsUpToTheLimit();
    void refusesOneByteMore();
    void refusesWhatIsNoFile();
    void narrowsTheModeOfWhatItReplaces();
    void leavesTheOldFileWhenItCannotWrite();
    void makesFoldersBelowMissingOnes();

private:
    QTemporaryDir m_folder;
};

void TstPrivateFile::readsUpToTheLimit()
{
    const QByteArray bytes(1024 * 1024, 'x');
    const auto read = tls::readSmallFile(support::write(m_folder.filePath(u"large"_s), bytes));
    QVERIFY(read);
    QCOMPARE(*read, bytes);
}

void TstPrivateFile::refusesOneByteMore()
{
    const QByteArray bytes(1024 * 1024 + 1, 'x');
    const auto read = tls::readSmallFile(support::write(m_folder.filePath(u"larger"_s), bytes));
    QVERIFY(!read);
    QVERIFY(read.error().why.contains(u"1 MiB"_s));
}

void TstPrivateFile::refusesWhatIsNoFile()
{
    QCOMPARE(tls::readSmallFile(m_folder.path()).error().why, u"It is a folder."_s);
    const auto missing = tls::readSmallFile(m_folder.filePath(u"missing"_s));
    QVERIFY(missing.error().what.contains(u"missing"_s));
    QVERIFY(missing.error().why.contains(u"No such file"_s));
}

void TstPrivateFile::narrowsTheModeOfWhatItReplaces()
{
    const QString file = support::write(m_folder.filePath(u"wide"_s), "old");
    QFile::setPermissions(file, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
    QVERIFY(tls::writePrivateFile(file, "new"));
    QCOMPARE(support::contents(file), QByteArray("new"));
    QVERIFY(!(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther)));
}

void TstPrivateFile::leavesTheOldFileWhenItCannotWrite()
{
    const QString folder = m_folder.filePath(u"occupied"_s);
    QDir().mkpath(folder + u"/child"_s);
    const auto written = tls::writePrivateFile(folder, "bytes"); // A folder cannot be replaced.
    QVERIFY(!written);
    QCOMPARE(written.error().what, u"Cannot write %1."_s.arg(folder));
    QVERIFY(QDir(folder).exists(u"child"_s));
    QVERIFY(QDir(m_folder.path()).entryList({u"occupied.*"_s}).isEmpty());
}

void TstPrivateFile::makesFoldersBelowMissingOnes()
{
    const QString folder = m_folder.filePath(u"a/b/tls"_s);
    QVERIFY(tls::makePrivateFolder(folder));
    QVERIFY(tls::makePrivateFolder(folder));
    QVERIFY(!(QFile::permissions(folder) & (QFile::ReadGroup | QFile::ReadOther)));
    QVERIFY(!tls::makePrivateFolder(u"/proc/nowhere/tls"_s));
}

QTEST_GUILESS_MAIN(TstPrivateFile)
#include "tst_privatefile.moc"
