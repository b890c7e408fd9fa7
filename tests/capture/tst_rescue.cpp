// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/rescue.h"
#include "capture/store.h"
#include "support/builders.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace capture;
using namespace Qt::Literals::StringLiterals;

class TstRescue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bringsBackAllOfASoundStore();
    void leavesOutOnlyWhatTheDamageHits();
    void keepsTheDamagedFile();
    void keepsTheStoresIdAndItsSettings();
    void doesNotBringBackWhatWasRemoved();
    void readsNothingFromAStoreWhoseRootIsGone();
    void refusesAStoreThatIsInUse();

private:
    static constexpr int many = 400;
    static constexpr qint64 now = 1'795'428'000'000'000;

    QString file() const { return m_folder->filePath(u"s.hookglass"_s); }
    void fill() const;
    void damage(qint64 from, qint64 length) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

#define VALUE(result)                                                                              \
    ([&] {                                                                                         \
        auto made = (result);                                                                      \
        if (!made)                                                                                 \
            qFatal("%s", qPrintable(core::describe(made.error())));                                \
        return std::move(*made);                                                                   \
    }())

void TstRescue::init() { m_folder = std::make_unique<QTemporaryDir>(); }

// Closed again, so that all of it is in the one file.
void TstRescue::fill() const
{
    const auto store = VALUE(Store::open(file(), Access::Write));
    Batch batch;
    for (int i = 0; i < many; ++i)
        batch.deliveries.append(builders::stored(builders::delivery(QByteArray(1500, 'x'))));
    batch.rejections = {{.reason = Reason::PlainHttp, .detail = u"plain"_s}};
    QVERIFY(store->append(batch));
    QVERIFY(store->setMarked({2}, true));
    QVERIFY(store->setNote(2, u"the second"_s));
    QVERIFY(store->setEndpoints({{.path = u"/"_s}, {.path = u"/hooks"_s}}));
}

void TstRescue::damage(qint64 from, qint64 length) const
{
    QFile damaged(file());
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    damaged.seek(from);
    damaged.write(QByteArray(length, '\x5a'));
    damaged.close();
    QFile::remove(file() + u".lock"_s); // it vouches for the file
}

void TstRescue::bringsBackAllOfASoundStore()
{
    fill();
    const Rescued rescued = VALUE(rescue(file(), now));
    QCOMPARE(rescued.rows, many + 1);
    QCOMPARE(rescued.expected, many + 1);
    const auto store = VALUE(Store::open(file(), Access::Write));
    QCOMPARE(store->lastId(), many + 1);
    const auto second = VALUE(store->record(2));
    QCOMPARE(second->delivery->request.body, QByteArray(1500, 'x'));
    QCOMPARE(second->note, u"the second"_s);
    QVERIFY(second->marked);
    QCOMPARE(VALUE(store->rejections(0, 10)).size(), 1);
}

void TstRescue::leavesOutOnlyWhatTheDamageHits()
{
    fill();
    const qint64 size = QFileInfo(file()).size();
    damage(size / 2 / 4096 * 4096, 10 * 4096LL);
    QVERIFY(!Store::open(file(), Access::Write));
    const Rescued rescued = VALUE(rescue(file(), now));
    QVERIFY(rescued.rows > many * 9 / 10);
    QVERIFY(rescued.rows < many + 1);
    QCOMPARE(rescued.expected, many + 1);
    const auto store = VALUE(Store::open(file(), Access::Write));
    qint64 rows = VALUE(store->deliveryCount()) + VALUE(store->rejections(0, 10)).size();
    QCOMPARE(rows, rescued.rows);
    QVERIFY(store->append({.deliveries = {builders::stored(builders::delivery())}}));
}

void TstRescue::keepsTheDamagedFile()
{
    fill();
    damage(QFileInfo(file()).size() / 2 / 4096 * 4096, 4096);
    QFile before(file());
    QVERIFY(before.open(QIODevice::ReadOnly));
    const QByteArray bytes = before.readAll();
    const Rescued rescued = VALUE(rescue(file(), now));
    QFile kept(rescued.kept);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), bytes);
    const QStringList parts = QDir(m_folder->path()).entryList({u"*.part-*"_s}, QDir::Files);
    QCOMPARE(parts, QStringList());
}

void TstRescue::keepsTheStoresIdAndItsSettings()
{
    fill();
    const QString id = VALUE(Store::open(file(), Access::Read))->id();
    QVERIFY(rescue(file(), now));
    const auto store = VALUE(Store::open(file(), Access::Read));
    QCOMPARE(store->id(), id);
    QCOMPARE(VALUE(store->endpoints()).size(), 2);
}

void TstRescue::doesNotBringBackWhatWasRemoved()
{
    fill();
    {
        const auto store = VALUE(Store::open(file(), Access::Write));
        QVERIFY(store->remove({1, 2, 3}, 1));
    }
    QVERIFY(rescue(file(), now));
    const auto store = VALUE(Store::open(file(), Access::Write));
    QCOMPARE(VALUE(store->deliveryCount()), many - 3);
}

void TstRescue::readsNothingFromAStoreWhoseRootIsGone()
{
    fill();
    damage(4096, QFileInfo(file()).size() - 4096);
    const Rescued rescued = VALUE(rescue(file(), now));
    QCOMPARE(rescued.rows, 0);
    QVERIFY(QFile::exists(rescued.kept));
    QVERIFY(Store::open(file(), Access::Write));
}

void TstRescue::refusesAStoreThatIsInUse()
{
    fill();
    const auto store = VALUE(Store::open(file(), Access::Write));
    const auto rescued = rescue(file(), now);
    QVERIFY(!rescued);
    QCOMPARE(rescued.error().kind, core::ErrorKind::InUse);
}

QTEST_GUILESS_MAIN(TstRescue)
#include "tst_rescue.moc"
