// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/recorder.h"
#include "support/builders.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace capture;
using namespace Qt::Literals::StringLiterals;

class TstRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void commitsAllThatIsPendingTogether();
    void tellsRowsWithTheirIds();
    void storesAnswersAfterTheirDeliveries();
    void tellsWhatSoonFollowsTogether();
    void tellsAtOnceWhenAsked();
    void tellsSendersBeforeItLooksForWhatIsOdd();
    void storesAnswersAloneWhenNoDeliveryComes();
    void keepsOnRefusingWithoutAStore();
    void saysOnceThatItCannotStoreAndOnceThatItCanAgain();
    void triesAgainWhenAsked();
    void refusesWhatWouldGoIntoARemovedStore();
    void keepsItsStoreWhenAnotherCannotBeOpened();
    void opensItsOwnStoreAnew();
    void writesWhatIsPendingWhenItCloses();

private:
    QList<DeliveryPtr> some(int count) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Recorder> m_recorder;
};

void TstRecorder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_recorder = std::make_unique<Recorder>();
    QVERIFY(m_recorder->open(m_folder->filePath(u"s.hookglass"_s), Access::Write));
}

QList<DeliveryPtr> TstRecorder::some(int count) const
{
    QList<DeliveryPtr> deliveries;
    for (int i = 0; i < count; ++i)
        deliveries.append(builders::stored(builders::delivery()));
    return deliveries;
}

void TstRecorder::commitsAllThatIsPendingTogether()
{
    QSignalSpy stored(m_recorder.get(), &Recorder::stored);
    m_recorder->record(some(2));
    m_recorder->record(some(3));
    QVERIFY(stored.isEmpty());
    QVERIFY(stored.wait());
    QCOMPARE(stored.size(), 1);
    QCOMPARE(stored[0][0].value<QList<qint64>>(), QList<qint64>({1, 2, 3, 4, 5}));
}

void TstRecorder::tellsRowsWithTheirIds()
{
    QSignalSpy appended(m_recorder.get(), &Recorder::appended);
    m_recorder->record(some(1));
    m_recorder->reject({Rejection{.reason = Reason::Timeout, .detail = u"slow"_s}});
    QVERIFY(appended.wait());
    const auto rows = appended[0][0].value<QList<Summary>>();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].id, 1);
    QCOMPARE(rows[0].topic, u"ping"_s);
    QCOMPARE(rows[1].id, 2);
    QCOMPARE(*rows[1].rejection, Reason::Timeout);
}

void TstRecorder::storesAnswersAfterTheirDeliveries()
{
    QSignalSpy answers(m_recorder.get(), &Recorder::answersStored);
    m_recorder->record(some(1));
    m_recorder->answer({Answer{.id = 1, .status = 204}});
    QVERIFY(answers.wait());
    const auto record = m_recorder->store()->record(1);
    QVERIFY(record && *record && (*record)->answer);
    QCOMPARE((*record)->answer->status, 204);
}

void TstRecorder::tellsWhatSoonFollowsTogether()
{
    QSignalSpy stored(m_recorder.get(), &Recorder::stored);
    QSignalSpy appended(m_recorder.get(), &Recorder::appended);
    for (int i = 0; i < 3; ++i) {
        m_recorder->record(some(1));
        QCoreApplication::sendPostedEvents(m_recorder.get());
    }
    QCOMPARE(stored.size(), 3);
    QCOMPARE(appended.size(), 1);
    QVERIFY(appended.wait());
    QCOMPARE(appended[1][0].value<QList<Summary>>().size(), 2);
}

void TstRecorder::tellsSendersBeforeItLooksForWhatIsOdd()
{
    const auto ofSecond = [](const QByteArray &second) {
        return builders::stored(
            builders::delivery(R"({"data":{"customer":{"id":7,"updated_at":"2026-11-26T07:00:)"
                               + second + R"(Z"}}})"));
    };
    std::optional<Record> whenStored;
    connect(m_recorder.get(), &Recorder::stored, this, [&](const QList<qint64> &ids) {
        whenStored = *m_recorder->store()->record(ids.last());
    });
    QSignalSpy appended(m_recorder.get(), &Recorder::appended);
    m_recorder->record({ofSecond("20"), ofSecond("10")});
    QVERIFY(appended.wait());
    QVERIFY(appended[0][0].value<QList<Summary>>()[1].overtaken);
    QCOMPARE(whenStored->oddities.newer, 0);
    QCOMPARE((*m_recorder->store()->record(2))->oddities.newer, 1);
}

void TstRecorder::tellsAtOnceWhenAsked()
{
    QSignalSpy appended(m_recorder.get(), &Recorder::appended);
    QSignalSpy answers(m_recorder.get(), &Recorder::answersStored);
    m_recorder->record(some(1));
    QCoreApplication::sendPostedEvents(m_recorder.get());
    m_recorder->record(some(1));
    m_recorder->answer({Answer{.id = 1, .status = 204}});
    QCoreApplication::sendPostedEvents(m_recorder.get());
    QCOMPARE(answers.size(), 0);
    m_recorder->tell();
    QCOMPARE(appended.size(), 2);
    QCOMPARE(answers.size(), 1);
}

void TstRecorder::storesAnswersAloneWhenNoDeliveryComes()
{
    QSignalSpy stored(m_recorder.get(), &Recorder::stored);
    QSignalSpy answers(m_recorder.get(), &Recorder::answersStored);
    m_recorder->record(some(1));
    QVERIFY(stored.wait());
    m_recorder->answer({Answer{.id = 1, .status = 204}});
    QVERIFY(answers.wait());
    QCOMPARE((*m_recorder->store()->record(1))->answer->status, 204);
}

void TstRecorder::keepsOnRefusingWithoutAStore()
{
    m_recorder->close();
    QSignalSpy refused(m_recorder.get(), &Recorder::notStored);
    m_recorder->record(some(2));
    QVERIFY(refused.wait());
    QCOMPARE(refused[0][0].toLongLong(), 2);
}

void TstRecorder::saysOnceThatItCannotStoreAndOnceThatItCanAgain()
{
    QSignalSpy failed(m_recorder.get(), &Recorder::storeFailed);
    QSignalSpy refused(m_recorder.get(), &Recorder::notStored);
    QSignalSpy recovered(m_recorder.get(), &Recorder::recovered);
    // The answer's delivery has one already: a constraint that the whole batch founders on.
    m_recorder->record(some(1));
    m_recorder->answer({Answer{.id = 1, .status = 200}});
    QSignalSpy stored(m_recorder.get(), &Recorder::stored);
    QVERIFY(stored.wait());
    for (int i = 0; i < 2; ++i) {
        m_recorder->record(some(1));
        m_recorder->answer({Answer{.id = 1, .status = 200}});
        QVERIFY(refused.wait());
    }
    QCOMPARE(failed.size(), 1);
    QCOMPARE(recovered.size(), 0);
    m_recorder->record(some(1));
    QVERIFY(recovered.wait());
    QCOMPARE(stored.last()[0].value<QList<qint64>>(), QList<qint64>{2});
}

void TstRecorder::triesAgainWhenAsked()
{
    QSignalSpy recovered(m_recorder.get(), &Recorder::recovered);
    m_recorder->tryAgain();
    QCOMPARE(recovered.size(), 0); // nothing was wrong
    QSignalSpy failed(m_recorder.get(), &Recorder::storeFailed);
    m_recorder->record(some(1));
    m_recorder->answer({Answer{.id = 1, .status = 200}, Answer{.id = 1, .status = 200}});
    QVERIFY(failed.wait());
    m_recorder->tryAgain();
    QCOMPARE(recovered.size(), 1);
    QCOMPARE(failed.size(), 1);
}

void TstRecorder::refusesWhatWouldGoIntoARemovedStore()
{
    QSignalSpy stored(m_recorder.get(), &Recorder::stored);
    QSignalSpy refused(m_recorder.get(), &Recorder::notStored);
    QSignalSpy failed(m_recorder.get(), &Recorder::storeFailed);
    QSignalSpy recovered(m_recorder.get(), &Recorder::recovered);
    QVERIFY(QFile::remove(m_folder->filePath(u"s.hookglass"_s)));
    m_recorder->record(some(1));
    QVERIFY(refused.wait());
    QCOMPARE(stored.size(), 0);
    m_recorder->tryAgain();
    QCOMPARE(failed.size(), 2);
    QCOMPARE(recovered.size(), 0);
}

void TstRecorder::keepsItsStoreWhenAnotherCannotBeOpened()
{
    QVERIFY(!m_recorder->open(m_folder->path(), Access::Write)); // a folder is no store
    QSignalSpy stored(m_recorder.get(), &Recorder::stored);
    m_recorder->record(some(1));
    QVERIFY(stored.wait());
}

void TstRecorder::opensItsOwnStoreAnew()
{
    QVERIFY(m_recorder->open(m_folder->filePath(u"./s.hookglass"_s), Access::Read));
    QCOMPARE(m_recorder->store()->access(), Access::Read);
    QVERIFY(m_recorder->open(m_folder->filePath(u"s.hookglass"_s), Access::Write));
}

void TstRecorder::writesWhatIsPendingWhenItCloses()
{
    m_recorder->record(some(1));
    m_recorder->close();
    const auto store = Store::open(m_folder->filePath(u"s.hookglass"_s), Access::Read);
    QVERIFY(store);
    QCOMPARE(*(*store)->deliveryCount(), 1);
}

QTEST_GUILESS_MAIN(TstRecorder)
#include "tst_recorder.moc"
