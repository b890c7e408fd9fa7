// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/store.h"
#include "commands/command.h"
#include "support/capturedoutput.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;

class TstImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesNoStoreForWhatCannotBeRead_data();
    void makesNoStoreForWhatCannotBeRead();
    void makesOneWhereSomethingCanBeRead();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const;
    int import(const QStringList &files);

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_said;
};

void TstImport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_said.clear();
}

void TstImport::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

int TstImport::import(const QStringList &files)
{
    QStringList arguments{u"--store"_s, path(u"new.hookglass"_s)};
    for (const QString &file : files)
        arguments.append(path(file));
    CapturedOutput words(STDERR_FILENO);
    const int status = commands::find(u"import")->run(arguments);
    m_said = words.text();
    return status;
}

void TstImport::makesNoStoreForWhatCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("an empty file") << QByteArray() << 3 << QByteArray("It is empty.");
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\0\0", 8) << 3
                               << QByteArray("none of the kinds");
    QTest::newRow("a HAR that is cut off")
        << QByteArray(R"({"log": {"entries": [{"request": )") << 1 << QByteArray("Cannot read");
}

void TstImport::makesNoStoreForWhatCannotBeRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(QByteArray, said);
    write(u"given"_s, bytes);
    QCOMPARE(import({u"given"_s}), status);
    QVERIFY2(m_said.contains(said), m_said.constData());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList(u"given"_s));
}

void TstImport::makesOneWhereSomethingCanBeRead()
{
    write(u"a.http"_s, "POST / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QCOMPARE(import({u"missing"_s, u"a.http"_s}), 3);
    QCOMPARE(m_said.count("Cannot read"), 1);
    const auto store = capture::Store::open(path(u"new.hookglass"_s), capture::Access::Read);
    QVERIFY(store);
    QCOMPARE(*(*store)->deliveryCount(), 1);
}

QTEST_GUILESS_MAIN(TstImport)
#include "tst_import.moc"
