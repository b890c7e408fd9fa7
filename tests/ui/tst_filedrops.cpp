// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/filedrops.h"

#include <QDragEnterEvent>
#include <QFile>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <QWidget>

using namespace Qt::Literals::StringLiterals;
using ui::FileDrops;

class TstFileDrops : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void takesFiles();
    void takesThemOverAFieldOfText();
    void saysWhileFilesAreOverTheWindow();
    void leavesOtherWindowsAlone();
    void leavesTheRestToOthers_data();
    void leavesTheRestToOthers();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void TstFileDrops::initTestCase()
{
    for (const QString &name : {u"a.jsonl"_s, u"b.har"_s}) {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
}

void TstFileDrops::takesFiles()
{
    QWidget window;
    FileDrops drops(window);
    QSignalSpy dropped(&drops, &FileDrops::dropped);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path(u"a.jsonl"_s)), QUrl(u"https://example.com/x"_s),
                  QUrl::fromLocalFile(path(u"b.har"_s)), QUrl::fromLocalFile(m_folder.path())});
    QDragEnterEvent enters({1, 1}, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&window, &enters);
    QVERIFY(enters.isAccepted());
    QVERIFY(dropped.isEmpty());
    QDropEvent drop({1, 1}, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&window, &drop);
    QCOMPARE(drop.dropAction(), Qt::CopyAction);
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(dropped[0][0].toStringList(),
             QStringList({path(u"a.jsonl"_s), path(u"b.har"_s), m_folder.path()}));
}

void TstFileDrops::takesThemOverAFieldOfText()
{
    QWidget window;
    QPlainTextEdit field(&window);
    FileDrops drops(window);
    QSignalSpy dropped(&drops, &FileDrops::dropped);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path(u"a.jsonl"_s))});
    QDragEnterEvent enters({1, 1}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(field.viewport(), &enters);
    QVERIFY(enters.isAccepted());
    QDragMoveEvent moves({1, 1}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(field.viewport(), &moves);
    QVERIFY(moves.isAccepted());
    QDropEvent drop({1, 1}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(field.viewport(), &drop);
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(field.toPlainText(), QString());
}

void TstFileDrops::saysWhileFilesAreOverTheWindow()
{
    QWidget window;
    FileDrops drops(window);
    QList<bool> over;
    connect(&drops, &FileDrops::hovered, this, [&over](bool now) { over.append(now); });
    QMimeData text;
    text.setText(u"text"_s);
    QDragEnterEvent other({1, 1}, Qt::CopyAction, &text, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&window, &other);
    QCOMPARE(over, QList<bool>());
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path(u"a.jsonl"_s))});
    QDragEnterEvent enters({1, 1}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QDragMoveEvent moves({2, 1}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&window, &enters);
    QCoreApplication::sendEvent(&window, &moves);
    QCOMPARE(over, QList<bool>{true});
    QDragLeaveEvent leaves;
    QCoreApplication::sendEvent(&window, &leaves);
    QCOMPARE(over, (QList<bool>{true, false}));
    QCoreApplication::sendEvent(&window, &enters);
    QDropEvent drop({1, 1}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&window, &drop);
    QCOMPARE(over, (QList<bool>{true, false, true, false}));
}

void TstFileDrops::leavesOtherWindowsAlone()
{
    QWidget window;
    QPlainTextEdit other;
    FileDrops drops(window);
    const QSignalSpy dropped(&drops, &FileDrops::dropped);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path(u"a.jsonl"_s))});
    QDropEvent drop({1, 1}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&other, &drop);
    QVERIFY(dropped.isEmpty());
}

void TstFileDrops::leavesTheRestToOthers_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::newRow("text") << QUrl();
    QTest::newRow("a page") << QUrl(u"https://example.com/a.har"_s);
    QTest::newRow("a file that is gone") << QUrl::fromLocalFile(path(u"none.jsonl"_s));
}

void TstFileDrops::leavesTheRestToOthers()
{
    QFETCH(QUrl, url);
    QWidget window;
    FileDrops drops(window);
    QSignalSpy dropped(&drops, &FileDrops::dropped);
    QMimeData data;
    data.setText(u"text"_s);
    if (!url.isEmpty())
        data.setUrls({url});
    QDropEvent drop({1, 1}, Qt::CopyAction, &data, Qt::LeftButton, {});
    drop.ignore();
    QCoreApplication::sendEvent(&window, &drop);
    QVERIFY(!drop.isAccepted());
    QVERIFY(dropped.isEmpty());
}

QTEST_MAIN(TstFileDrops)
#include "tst_filedrops.moc"
