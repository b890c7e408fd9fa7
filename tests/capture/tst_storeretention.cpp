// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/recorder.h"
#include "support/builders.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace capture;
using namespace Qt::Literals::StringLiterals;

constexpr qint64 oneDay = 86'400'000'000; // microseconds
constexpr qint64 firstCame = 1'795'428'000'000'000;
constexpr qint64 muchLater = firstCame + 10'000 * oneDay;

class TstStoreRetention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsEverythingAtFirst();
    void keepsTheLatest();
    void removesWhatIsTooOld();
    void countsTheDaysOfAnImportFromItsImport();
    void staysBelowItsSize();
    void neverRemovesWhatIsMarkedOrStillToBeSentOn();
    void removesNoMoreThanItMust();
    void waitsUntilItIsAnswered();
    void countsWhatIsSetAsideForUndoAsGone();
    void removesRejectionsAmongTheOldest();
    void leavesNothingOfWhatWent();
    void goesOnWhereItStopped();
    void keepsItsLimits();
    void isTrimmedByTheRecorder();

private:
    void add(int deliveries, const QByteArray &body = "{}");
    Trimmed trim(qint64 now = muchLater, int most = 1000);
    QList<qint64> kept() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
};

void TstStoreRetention::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto store = Store::open(m_folder->filePath(u"s.hookglass"_s), Access::Write);
    QVERIFY(store);
    m_store = std::move(*store);
}

// Each a day after the one before.
void TstStoreRetention::add(int deliveries, const QByteArray &body)
{
    Batch batch;
    for (int i = 0; i < deliveries; ++i) {
        Delivery delivery = builders::delivery(body);
        delivery.receivedAt = firstCame + (m_store->lastId() + i) * oneDay;
        batch.deliveries.append(builders::stored(delivery));
    }
    QVERIFY(m_store->append(batch));
}

Trimmed TstStoreRetention::trim(qint64 now, int most)
{
    const auto trimmed = m_store->trim(now, most);
    if (!trimmed)
        qFatal("%s", qPrintable(core::describe(trimmed.error())));
    return *trimmed;
}

QList<qint64> TstStoreRetention::kept() const
{
    QList<qint64> ids;
    const auto rows = m_store->summaries(0, 10'000);
    for (const Summary &row : rows ? *rows : QList<Summary>())
        ids.append(row.id);
    return ids;
}

void TstStoreRetention::keepsEverythingAtFirst()
{
    add(3);
    QVERIFY(!m_store->retention().any());
    QCOMPARE(trim().why, Excess::None);
    QCOMPARE(kept(), QList<qint64>({1, 2, 3}));
}

void TstStoreRetention::keepsTheLatest()
{
    add(5);
    QVERIFY(m_store->setRetention({.count = 3}));
    Trimmed trimmed = trim();
    QCOMPARE(trimmed.ids, QList<qint64>({1, 2}));
    QCOMPARE(trimmed.why, Excess::Count);
    QCOMPARE(kept(), QList<qint64>({3, 4, 5}));
    QVERIFY(trim().ids.isEmpty());
    add(1);
    QCOMPARE(trim().ids, QList<qint64>{3});
    QCOMPARE(kept(), QList<qint64>({4, 5, 6}));
}

void TstStoreRetention::removesWhatIsTooOld()
{
    add(4);
    QVERIFY(m_store->setRetention({.days = 2}));
    const Trimmed trimmed = trim(firstCame + 4 * oneDay); // the third is two days old to the dot
    QCOMPARE(trimmed.ids, QList<qint64>({1, 2}));
    QCOMPARE(trimmed.why, Excess::Age);
    QCOMPARE(kept(), QList<qint64>({3, 4}));
}

void TstStoreRetention::countsTheDaysOfAnImportFromItsImport()
{
    Usual usual = m_store->usual();
    Imported old{.record = {.delivery = builders::stored(builders::delivery())}};
    old.record.import = Import{.origin = u"a.har"_s, .importedAt = firstCame + 100 * oneDay};
    QVERIFY(m_store->import({old}, usual));
    QVERIFY(m_store->setRetention({.days = 2}));
    QVERIFY(trim(firstCame + 101 * oneDay).ids.isEmpty());
    QCOMPARE(trim(firstCame + 103 * oneDay).ids, QList<qint64>{1});
}

void TstStoreRetention::staysBelowItsSize()
{
    const qint64 empty = *m_store->usedBytes();
    const qint64 limit = empty + 1024 * 1024;
    add(300, QByteArray(10'000, 'x'));
    QVERIFY(*m_store->usedBytes() > 2 * limit);
    QVERIFY(m_store->setRetention({.bytes = limit}));
    for (int i = 0; i < 20 && !trim().ids.isEmpty(); ++i) { }
    QVERIFY(*m_store->usedBytes() <= limit);
    QVERIFY(*m_store->usedBytes() > limit / 2);
    QCOMPARE(kept().last(), 300);
    add(50, QByteArray(10'000, 'x'));
    QCOMPARE(trim().why, Excess::Size);
}

void TstStoreRetention::neverRemovesWhatIsMarkedOrStillToBeSentOn()
{
    m_store->setForwards({{u"/"_s, {u"http://localhost/"_s}}});
    add(1);
    m_store->setForwards({});
    add(3);
    QVERIFY(m_store->setMarked({3}, true));
    QVERIFY(m_store->setRetention({.count = 1}));
    QCOMPARE(trim().ids, QList<qint64>{2}); // of those that may go one is kept
    QVERIFY(m_store->setRetention({.days = 1}));
    QCOMPARE(trim().ids, QList<qint64>{4});
    QCOMPARE(kept(), QList<qint64>({1, 3}));
}

void TstStoreRetention::removesNoMoreThanItMust()
{
    add(1, QByteArray(3'000'000, 'x'));
    add(500);
    QVERIFY(m_store->setRetention({.bytes = *m_store->usedBytes() - 100'000}));
    QCOMPARE(trim().ids, QList<qint64>{1});
    QVERIFY(trim().ids.isEmpty());
}

void TstStoreRetention::waitsUntilItIsAnswered()
{
    add(2);
    QVERIFY(m_store->setRetention({.count = 1}));
    QVERIFY(trim(firstCame).ids.isEmpty());
    QVERIFY(m_store->append(Batch{.answers = {{.id = 1, .status = 200}}}));
    QCOMPARE(trim(firstCame).ids, QList<qint64>{1});
}

void TstStoreRetention::countsWhatIsSetAsideForUndoAsGone()
{
    add(4);
    QVERIFY(m_store->setRetention({.count = 2}));
    QVERIFY(m_store->remove({1, 4}, 1));
    QVERIFY(trim().ids.isEmpty());
    QVERIFY(m_store->restore(1));
    QCOMPARE(trim().ids, QList<qint64>({1, 2}));
}

void TstStoreRetention::removesRejectionsAmongTheOldest()
{
    QVERIFY(m_store->append(Batch{.rejections = {{.receivedAt = firstCame}}}));
    add(2);
    QVERIFY(m_store->setRetention({.count = 1}));
    QCOMPARE(trim().ids, QList<qint64>({1, 2}));
    QVERIFY(m_store->rejections(0, 10)->isEmpty());
}

void TstStoreRetention::leavesNothingOfWhatWent()
{
    add(2);
    QVERIFY(m_store->append(Batch{.answers = {{.id = 1, .status = 200}}}));
    QVERIFY(m_store->setNote(1, u"seen"_s));
    QVERIFY(m_store->append(QList<Attempt>{{.delivery = 1}}));
    QVERIFY(m_store->setRetention({.count = 1}));
    QCOMPARE(trim().ids, QList<qint64>{1});
    QVERIFY(!*m_store->record(1));
    QVERIFY(m_store->attempts(1)->isEmpty());
    QCOMPARE(*m_store->deliveryCount(), 1);
    add(1);
    QCOMPARE(kept(), QList<qint64>({2, 3})); // an id is never used again
}

void TstStoreRetention::goesOnWhereItStopped()
{
    add(5);
    QVERIFY(m_store->setRetention({.count = 1}));
    const Trimmed first = trim(muchLater, 3);
    QCOMPARE(first.ids, QList<qint64>({1, 2, 3}));
    QVERIFY(first.more);
    QCOMPARE(trim(muchLater, 3).ids, QList<qint64>{4});
}

void TstStoreRetention::keepsItsLimits()
{
    const Retention retention{.days = 30, .count = 100'000, .bytes = 1LL << 31};
    QVERIFY(m_store->setRetention(retention));
    m_store.reset();
    auto again = Store::open(m_folder->filePath(u"s.hookglass"_s), Access::Write);
    QVERIFY(again);
    QCOMPARE((*again)->retention(), retention);
}

void TstStoreRetention::isTrimmedByTheRecorder()
{
    Recorder recorder;
    QSignalSpy trimmed(&recorder, &Recorder::trimmed);
    QVERIFY(recorder.open(m_folder->filePath(u"other.hookglass"_s), Access::Write));
    for (int i = 0; i < 4; ++i)
        recorder.record({builders::stored(builders::delivery())});
    QTRY_COMPARE(recorder.store()->lastId(), 4);
    QVERIFY(recorder.setRetention({.count = 1}));
    QTRY_COMPARE(trimmed.size(), 1);
    QCOMPARE(trimmed[0][0].value<QList<qint64>>(), QList<qint64>({1, 2, 3}));
    QCOMPARE(*recorder.store()->deliveryCount(), 1);
}

QTEST_GUILESS_MAIN(TstStoreRetention)
#include "tst_storeretention.moc"
