// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/store.h"
#include "support/liveinspector.h"
#include "ui/messagebar.h"
#include "ui/messageframe.h"
#include "ui/storefiles.h"

#include <QFile>
#include <QPushButton>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using ui::Message;
using ui::MessageBar;
using ui::MessageFrame;
using ui::StoreFiles;

class TstStoreFilesCopies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void savesACopyOfTheOpenStore();
    void saysWhyNoCopyWasSaved();
    void putsWhatIsReadableInTheDamagedStoresPlace();

private:
    Message message(const QString &key) const;
    QString path(const QString &name) const { return m_live->path(name); }

    std::unique_ptr<support::LiveInspector> m_live;
    std::unique_ptr<QWidget> m_window;
    MessageBar *m_messages = nullptr;
    StoreFiles *m_files = nullptr;
};

void TstStoreFilesCopies::init()
{
    m_live = std::make_unique<support::LiveInspector>();
    m_window = std::make_unique<QWidget>();
    m_messages = new MessageBar(m_window.get());
    m_files = new StoreFiles(**m_live, *m_messages, *m_window);
}

void TstStoreFilesCopies::cleanup()
{
    m_window.reset();
    m_live.reset();
}

Message TstStoreFilesCopies::message(const QString &key) const
{
    Message newest; // it may be folded behind another
    for (const MessageFrame *frame : m_messages->findChildren<MessageFrame *>()) {
        if (frame->message().key == key && m_messages->has(key))
            newest = frame->message();
    }
    return newest;
}

void TstStoreFilesCopies::savesACopyOfTheOpenStore()
{
    QVERIFY(m_live->open());
    const QString id = (*m_live)->store()->id;
    m_files->saveCopy(path(u"copy.hookglass"_s));
    QTRY_COMPARE(message(u"copy"_s).kind, Message::Kind::Success);
    const auto copy = capture::Store::open(path(u"copy.hookglass"_s), capture::Access::Read);
    QVERIFY(copy);
    QCOMPARE((*copy)->id(), id);
}

void TstStoreFilesCopies::saysWhyNoCopyWasSaved()
{
    QVERIFY(m_live->open());
    m_files->saveCopy((*m_live)->store()->path);
    QTRY_COMPARE(message(u"copy"_s).kind, Message::Kind::Error);
    QVERIFY(message(u"copy"_s).text.contains(u"itself"_s));
    QCOMPARE(message(u"copy"_s).choices.size(), 1); // elsewhere
}

void TstStoreFilesCopies::putsWhatIsReadableInTheDamagedStoresPlace()
{
    const QString file = path(u"old.hookglass"_s);
    {
        const auto store = capture::Store::open(file, capture::Access::Write);
        capture::Batch batch;
        for (int i = 0; i < 50; ++i)
            batch.rejections.append({.detail = QString(500, u'x')});
        QVERIFY((*store)->append(batch));
    }
    QFile damaged(file);
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    damaged.seek(damaged.size() / 2 / 4096 * 4096);
    damaged.write(QByteArray(4096, '\x5a'));
    damaged.close();
    QFile::remove(file + u".lock"_s);
    QSignalSpy failed(&**m_live, &inspector::Inspector::openFailed);
    QSignalSpy opened(&**m_live, &inspector::Inspector::opened);
    m_files->open(file);
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<core::Error>().kind, core::ErrorKind::Damaged);
    m_files->rescue(file);
    QVERIFY(opened.wait());
    QCOMPARE((*m_live)->store()->path, file);
    QVERIFY(message(u"rescued"_s).title.contains(u"of about 50"_s));
}

QTEST_MAIN(TstStoreFilesCopies)
#include "tst_storefilescopies.moc"
