// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/filetrouble.h"

#include <QSaveFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TstFileTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatItIsAFolder()
    {
        const QTemporaryDir folder;
        QFile read(folder.path());
        QVERIFY(!read.open(QIODevice::ReadOnly));
        QCOMPARE(core::fileTrouble(read), u"It is a folder."_s);
        QSaveFile written(folder.path());
        QVERIFY(!written.open(QIODevice::WriteOnly));
        QCOMPARE(core::fileTrouble(written), u"It is a folder."_s);
    }

    void saysWhatElseItIs()
    {
        const QTemporaryDir folder;
        QFile missing(folder.filePath(u"none"_s));
        QVERIFY(!missing.open(QIODevice::ReadOnly));
        QCOMPARE(core::fileTrouble(missing), u"No such file or directory."_s);
    }
};

QTEST_GUILESS_MAIN(TstFileTrouble)
#include "tst_filetrouble.moc"
