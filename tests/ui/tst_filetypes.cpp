// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/filetypes.h"

#include <QFile>
#include <QFileDialog>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

class TstFileTypes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesTheLocksOfAFileThatIsShown();
};

// What another process sees.
static bool isLocked(const QByteArray &file)
{
    const pid_t other = ::fork();
    if (other == 0) {
        struct flock wanted{};
        wanted.l_type = F_WRLCK;
        wanted.l_whence = SEEK_SET;
        const int opened = ::open(file.constData(), O_RDWR);
        const bool told = opened >= 0 && ::fcntl(opened, F_GETLK, &wanted) == 0;
        ::_exit(told && wanted.l_type != F_UNLCK ? 0 : 1);
    }
    int status = -1;
    ::waitpid(other, &status, 0);
    return status == 0;
}

void TstFileTypes::leavesTheLocksOfAFileThatIsShown()
{
    const QTemporaryDir folder;
    const QByteArray file = QFile::encodeName(folder.filePath(u"a.hookglass"_s));
    const int opened = ::open(file.constData(), O_RDWR | O_CREAT, 0600);
    QVERIFY(opened >= 0);
    QCOMPARE(::write(opened, "SQLite format 3", 16), 16);
    struct flock lock{};
    lock.l_type = F_RDLCK;
    lock.l_whence = SEEK_SET;
    QCOMPARE(::fcntl(opened, F_SETLK, &lock), 0);
    QVERIFY(isLocked(file));

    const ui::FileTypes types;
    QFileDialog dialog(nullptr, {}, folder.path());
    dialog.setOption(QFileDialog::DontUseNativeDialog);
    dialog.setViewMode(QFileDialog::Detail);
    dialog.show();
    const auto *rows = dialog.findChild<QTreeView *>(u"treeView"_s);
    QVERIFY(rows);
    QTRY_COMPARE(rows->model()->rowCount(rows->rootIndex()), 1);
    const QModelIndex type = rows->model()->index(0, 2, rows->rootIndex());
    QCOMPARE(type.data().toString(), u"hookglass file"_s);
    QVERIFY(!type.siblingAtColumn(0).data(Qt::DecorationRole).isNull());
    QVERIFY(isLocked(file));
    ::close(opened);
}

QTEST_MAIN(TstFileTypes)
#include "tst_filetypes.moc"
