// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/filelock.h"
#include "ui/filetypes.h"

#include <QFileDialog>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;

class TstFileTypes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesTheLocksOfAFileThatIsShown();
    void asksNoDialogOfThisProcess_data();
    void asksNoDialogOfThisProcess();
};

void TstFileTypes::leavesTheLocksOfAFileThatIsShown()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"a.hookglass"_s);
    const int opened = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT, 0600);
    QVERIFY(opened >= 0);
    QCOMPARE(::write(opened, "SQLite format 3", 16), 16);
    struct flock lock{};
    lock.l_type = F_RDLCK;
    lock.l_whence = SEEK_SET;
    QCOMPARE(::fcntl(opened, F_SETLK, &lock), 0);
    QVERIFY(support::isLockedForOthers(file));

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
    QVERIFY(support::isLockedForOthers(file));
    ::close(opened);
}

void TstFileTypes::asksNoDialogOfThisProcess_data()
{
    QTest::addColumn<QByteArray>("theme");
    QTest::addColumn<bool>("own");
    QTest::newRow("no theme named") << QByteArray() << true;
    QTest::newRow("GTK's, which is in this process") << QByteArray("gtk3") << true;
    QTest::newRow("the portal's, which is another process")
        << QByteArray("xdgdesktopportal") << false;
}

void TstFileTypes::asksNoDialogOfThisProcess()
{
    QFETCH(QByteArray, theme);
    QFETCH(bool, own);
    qputenv("QT_QPA_PLATFORMTHEME", theme);
    const ui::FileTypes types;
    QCOMPARE(QCoreApplication::testAttribute(Qt::AA_DontUseNativeDialogs), own);
    qunsetenv("QT_QPA_PLATFORMTHEME");
}

QTEST_MAIN(TstFileTypes)
#include "tst_filetypes.moc"
