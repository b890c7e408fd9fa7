// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/liveinspector.h"
#include "ui/messagebar.h"
#include "ui/messageframe.h"
#include "ui/storefiles.h"

#include <QApplication>
#include <QFileDialog>
#include <QPushButton>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace ui;
using inspector::Inspector;

class TstStoreFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void makesANewStore();
    void neverTakesThePlaceOfAFile();
    void opensAnother();
    void opensTheSameAgainForReading();
    void importsWhatIsChosen();

private:
    void choose(const QString &name); // in the file dialog that comes up next

    std::unique_ptr<support::LiveInspector> m_live;
    std::unique_ptr<QWidget> m_window;
    MessageBar *m_messages = nullptr;
    StoreFiles *m_files = nullptr;
};

void TstStoreFiles::init()
{
    m_live = std::make_unique<support::LiveInspector>();
    m_window = std::make_unique<QWidget>();
    m_messages = new MessageBar(m_window.get());
    m_files = new StoreFiles(**m_live, *m_messages, *m_window);
    QSignalSpy opened(&**m_live, &Inspector::opened);
    m_files->open(m_live->path(u"first.hookglass"_s));
    QVERIFY(opened.wait());
}

void TstStoreFiles::cleanup()
{
    m_window.reset();
    m_live.reset();
}

void TstStoreFiles::choose(const QString &name)
{
    QTimer::singleShot(0, this, [this, name] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        dialog->selectFile(m_live->path(name));
        QMetaObject::invokeMethod(dialog, "accept");
    });
}

void TstStoreFiles::makesANewStore()
{
    QSignalSpy opened(&**m_live, &Inspector::opened);
    choose(u"second"_s);
    m_files->chooseNew();
    QVERIFY(!opened.isEmpty() || opened.wait());
    QCOMPARE((*m_live)->store()->path, m_live->path(u"second.hookglass"_s));
}

void TstStoreFiles::neverTakesThePlaceOfAFile()
{
    QSignalSpy opened(&**m_live, &Inspector::opened);
    choose(u"first.hookglass"_s);
    m_files->chooseNew();
    QCOMPARE(opened.size(), 0);
    const auto *message = m_messages->findChild<MessageFrame *>();
    QVERIFY(message);
    QCOMPARE(message->message().title, u"first.hookglass exists already"_s);
    message->findChild<QPushButton *>()->click();
    QVERIFY(opened.wait());
}

void TstStoreFiles::opensAnother()
{
    QSignalSpy opened(&**m_live, &Inspector::opened);
    m_files->open(m_live->path(u"second.hookglass"_s));
    QVERIFY(opened.wait());
    choose(u"first.hookglass"_s);
    m_files->choose();
    QVERIFY(opened.size() == 2 || opened.wait());
    QCOMPARE((*m_live)->store()->path, m_live->path(u"first.hookglass"_s));
}

void TstStoreFiles::opensTheSameAgainForReading()
{
    QSignalSpy opened(&**m_live, &Inspector::opened);
    m_files->reopen(true);
    QVERIFY(opened.wait());
    QVERIFY((*m_live)->store()->readOnly);
    QCOMPARE((*m_live)->store()->path, m_live->path(u"first.hookglass"_s));
}

void TstStoreFiles::importsWhatIsChosen()
{
    QFile file(m_live->path(u"a.http"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}");
    file.close();
    QSignalSpy imported(&**m_live, &Inspector::imported);
    choose(u"a.http"_s);
    m_files->chooseImport();
    QVERIFY(!imported.isEmpty() || imported.wait());
    QCOMPARE(imported.first().first().value<inspector::ImportSummary>().deliveries, 1);
}

QTEST_MAIN(TstStoreFiles)
#include "tst_storefiles.moc"
