// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/store.h"
#include "support/builders.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace capture;
using namespace Qt::Literals::StringLiterals;

class TstStoreCopying : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void copiesAllThatIsKnown();
    void copiesOneMomentWhileTheStoreIsWrittenTo();
    void leavesOutWhatWasRemoved();
    void isReadableByItsOwnerOnly();
    void takesThePlaceOfAnOlderFile();
    void isNotMixedWithWhatAnOlderStoreLeft();
    void refusesTheStoreItself();
    void refusesAStoreThatIsInUse();
    void refusesTheLogOfAStore();
    void refusesAFolderThatCannotBeWritten();
    void leavesNothingWhenStopped();
    void leavesTheOldFileWholeWhenStopped();
    void tellsHowFarItIs();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    std::unique_ptr<Store> open(const QString &name, Access access = Access::Write) const;
    QList<qint64> fill(Store &store, int deliveries, const QByteArray &body = "{}") const;
    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files, QDir::Name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

static bool untilDone(int) { return true; }

void TstStoreCopying::init() { m_folder = std::make_unique<QTemporaryDir>(); }

std::unique_ptr<Store> TstStoreCopying::open(const QString &name, Access access) const
{
    auto store = Store::open(path(name), access);
    return store ? std::move(*store) : nullptr;
}

QList<qint64> TstStoreCopying::fill(Store &store, int deliveries, const QByteArray &body) const
{
    Batch batch;
    for (int i = 0; i < deliveries; ++i)
        batch.deliveries.append(builders::stored(builders::delivery(body)));
    return store.append(batch)->deliveries;
}

void TstStoreCopying::copiesAllThatIsKnown()
{
    const auto store = open(u"a.hookglass"_s);
    fill(*store, 3);
    QVERIFY(store->append(Batch{.rejections = {{.reason = Reason::PlainHttp}},
                                .answers = {{.id = 2, .status = 204}}}));
    QVERIFY(store->append(QList<Judgement>{
        {.id = 1, .judgedAt = 7, .verdict = {.signature = signature::Signature::Invalid}}}));
    QVERIFY(store->setMarked({2}, true));
    QVERIFY(store->setNote(3, u"second try"_s));
    QVERIFY(*store->copyTo(path(u"b.hookglass"_s), untilDone));

    const auto copy = open(u"b.hookglass"_s, Access::Read);
    QVERIFY(copy);
    QCOMPARE(copy->id(), store->id());
    QCOMPARE(copy->records(0, 10)->size(), 3);
    QCOMPARE(copy->rejections(0, 10)->size(), 1);
    QCOMPARE(copy->judgements(1)->size(), 1);
    QCOMPARE((*copy->record(2))->answer->status, 204);
    QVERIFY((*copy->record(2))->marked);
    QCOMPARE((*copy->record(3))->note, u"second try"_s);
}

void TstStoreCopying::copiesOneMomentWhileTheStoreIsWrittenTo()
{
    const auto writer = open(u"a.hookglass"_s);
    fill(*writer, 200, QByteArray(4000, 'x'));
    const auto reader = open(u"a.hookglass"_s, Access::Read);
    int written = 0;
    const auto copied = reader->copyTo(path(u"b.hookglass"_s), [&](int percent) {
        if (percent < 100)
            written += int(fill(*writer, 1).size());
        return true;
    });
    QVERIFY(copied && *copied);
    QVERIFY(written > 0);
    const auto copy = open(u"b.hookglass"_s, Access::Read);
    QCOMPARE(*copy->deliveryCount(), 200);
    QCOMPARE(*writer->deliveryCount(), 200 + written);
}

void TstStoreCopying::leavesOutWhatWasRemoved()
{
    const auto store = open(u"a.hookglass"_s);
    fill(*store, 1, "kept-body");
    const QList<qint64> gone = fill(*store, 1, "removed-body");
    QVERIFY(store->remove(gone, 1));
    QVERIFY(*store->copyTo(path(u"b.hookglass"_s), untilDone));
    QCOMPARE(*open(u"b.hookglass"_s, Access::Read)->deliveryCount(), 1);
    QFile file(path(u"b.hookglass"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("kept-body"));
    QVERIFY(!bytes.contains("removed-body"));
    QVERIFY(store->restore(1)); // in the store it can still be undone
    QCOMPARE(*store->deliveryCount(), 2);
}

void TstStoreCopying::isReadableByItsOwnerOnly()
{
    const auto store = open(u"a.hookglass"_s);
    fill(*store, 1);
    QVERIFY(*store->copyTo(path(u"b.hookglass"_s), untilDone));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(path(u"b.hookglass"_s)) & others, QFile::Permissions());
}

void TstStoreCopying::takesThePlaceOfAnOlderFile()
{
    fill(*open(u"b.hookglass"_s), 5);
    const auto store = open(u"a.hookglass"_s);
    fill(*store, 1);
    QVERIFY(*store->copyTo(path(u"b.hookglass"_s), untilDone));
    QCOMPARE(*open(u"b.hookglass"_s, Access::Read)->deliveryCount(), 1);
}

void TstStoreCopying::isNotMixedWithWhatAnOlderStoreLeft()
{
    {
        const auto older = open(u"b.hookglass"_s);
        fill(*older, 5);
        // As a crash leaves it: the log still beside the file.
        QVERIFY(QFile::copy(path(u"b.hookglass-wal"_s), path(u"left"_s)));
    }
    QVERIFY(QFile::rename(path(u"left"_s), path(u"b.hookglass-wal"_s)));
    const auto store = open(u"a.hookglass"_s);
    fill(*store, 1);
    QVERIFY(*store->copyTo(path(u"b.hookglass"_s), untilDone));
    QVERIFY(!QFile::exists(path(u"b.hookglass-wal"_s)));
    QCOMPARE(*open(u"b.hookglass"_s, Access::Read)->deliveryCount(), 1);
}

void TstStoreCopying::refusesTheStoreItself()
{
    const auto store = open(u"a.hookglass"_s);
    fill(*store, 1);
    QVERIFY(QFile::link(path(u"a.hookglass"_s), path(u"link.hookglass"_s)));
    for (const QString &name : {u"a.hookglass"_s, u"./a.hookglass"_s, u"link.hookglass"_s}) {
        const auto copied = store->copyTo(path(name), untilDone);
        QVERIFY(!copied);
        QVERIFY(copied.error().why.contains(u"itself"_s));
    }
    QCOMPARE(*store->deliveryCount(), 1);
}

void TstStoreCopying::refusesAStoreThatIsInUse()
{
    const auto other = open(u"b.hookglass"_s);
    fill(*other, 2);
    const auto store = open(u"a.hookglass"_s);
    const auto copied = store->copyTo(path(u"b.hookglass"_s), untilDone);
    QVERIFY(!copied);
    QCOMPARE(copied.error().kind, core::ErrorKind::InUse);
    QCOMPARE(*other->deliveryCount(), 2);
}

void TstStoreCopying::refusesTheLogOfAStore()
{
    const auto other = open(u"b.hookglass"_s);
    fill(*other, 2);
    const auto store = open(u"a.hookglass"_s);
    const auto copied = store->copyTo(path(u"b.hookglass-wal"_s), untilDone);
    QVERIFY(!copied);
    QVERIFY(copied.error().why.contains(u"beside it"_s));
    fill(*other, 1); // which would fail were its log another one
    QCOMPARE(*open(u"b.hookglass"_s, Access::Read)->deliveryCount(), 3);
}

void TstStoreCopying::refusesAFolderThatCannotBeWritten()
{
    const auto store = open(u"a.hookglass"_s);
    const auto copied = store->copyTo(path(u"no such folder/b.hookglass"_s), untilDone);
    QVERIFY(!copied);
    QVERIFY(!copied.error().why.isEmpty());
}

void TstStoreCopying::leavesNothingWhenStopped()
{
    const auto store = open(u"a.hookglass"_s);
    fill(*store, 200, QByteArray(4000, 'x'));
    const QStringList before = files();
    const auto copied = store->copyTo(path(u"b.hookglass"_s), [](int) { return false; });
    QVERIFY(copied && !*copied);
    QCOMPARE(files(), before);
}

void TstStoreCopying::leavesTheOldFileWholeWhenStopped()
{
    fill(*open(u"b.hookglass"_s), 5);
    const auto store = open(u"a.hookglass"_s);
    fill(*store, 200, QByteArray(4000, 'x'));
    QVERIFY(!*store->copyTo(path(u"b.hookglass"_s), [](int percent) { return percent < 100; }));
    QCOMPARE(*open(u"b.hookglass"_s, Access::Read)->deliveryCount(), 5);
}

void TstStoreCopying::tellsHowFarItIs()
{
    fill(*open(u"a.hookglass"_s), 2000, QByteArray(4000, 'x'));
    const auto reader = open(u"a.hookglass"_s, Access::Read);
    QList<int> told;
    QVERIFY(*reader->copyTo(path(u"b.hookglass"_s), [&told](int percent) {
        told.append(percent);
        return true;
    }));
    QVERIFY(std::is_sorted(told.begin(), told.end()));
    QVERIFY(told.first() < 50);
    QVERIFY(told.contains(100));
    QVERIFY(std::any_of(told.begin(), told.end(), [](int p) { return p > 10 && p < 100; }));
}

QTEST_GUILESS_MAIN(TstStoreCopying)
#include "tst_storecopying.moc"
