// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/sending.h"
#include "inspector/unwritten.h"
#include "support/fulldisk.h"
#include "support/liveinspector.h"

#include <QElapsedTimer>

#include <atomic>

using namespace inspector;
using namespace Qt::Literals::StringLiterals;
using support::FullDisk;

class TstUnwritten : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_live.reset(); }
    void judgesAgainOnceItCanWrite();
    void keepsANoteUntilItCanWrite();
    void writesOnlyTheLatestNote();
    void marksOnceItCanWrite();
    void marksNothingThatWasTakenBack();
    void removesNothingLater();
    void triesAgainByItself();
    void forgetsWhatWasForAnotherStore();
    void keepsWhatWasForTheSameStore();
    void triesEverMoreSeldomWhatFailsWhereThereIsRoom();
    void tellsAgainWhatFailsForAnotherReason();
    void tellsAgainWhoTriesAgain();
    void tellsOfTheOtherOnceOneIsWritten();

private:
    void ping();
    QString note();
    core::Error lastFailure() const { return m_failed->last()[0].value<core::Error>(); }

    std::unique_ptr<support::LiveInspector> m_live;
    std::unique_ptr<QSignalSpy> m_failed;
};

void TstUnwritten::init()
{
    m_live = std::make_unique<support::LiveInspector>();
    QVERIFY(m_live->open() && m_live->listen());
    ping();
    m_failed = std::make_unique<QSignalSpy>(&**m_live, &Inspector::failed);
}

// Until all of it is written, or the rest would be what cannot be.
void TstUnwritten::ping()
{
    QSignalSpy answered(&**m_live, &Inspector::answered);
    QSignalSpy kept(&(*m_live)->sending(), &Sending::kept);
    QVERIFY(m_live->ping());
    QTRY_VERIFY(!answered.isEmpty());
    QTRY_VERIFY(!kept.isEmpty());
}

QString TstUnwritten::note()
{
    QSignalSpy fetched(&**m_live, &Inspector::fetched);
    (*m_live)->fetch(1);
    return fetched.wait() ? fetched.last()[0].value<Details>().note : u"(not fetched)"_s;
}

void TstUnwritten::judgesAgainOnceItCanWrite()
{
    QByteArray key = "abcdefghijkl";
    (*m_live)->useSecrets(u"/"_s, {signature::Secret::take(u"A"_s, key)});
    ping();
    QSignalSpy judged(&**m_live, &Inspector::judged);
    QSignalSpy rejudged(&**m_live, &Inspector::rejudged);
    {
        const FullDisk full;
        (*m_live)->forgetSecret(u"/"_s, u"A"_s);
        QTRY_VERIFY(m_failed->size() > 0
                    && lastFailure().what
                        == u"The new verdicts of the webhooks at / are not saved."_s);
        QVERIFY(lastFailure().why.endsWith(u"It is tried again by itself."_s));
        QCOMPARE(rejudged.size(), 0);
    }
    (*m_live)->retryStore();
    QTRY_COMPARE(rejudged.size(), 1);
    const auto changed = judged.last()[0].value<QList<capture::Judgement>>();
    QCOMPARE(changed.last().id, 2);
    QCOMPARE(changed.last().verdict.signature, signature::Signature::NoSecret);
}

void TstUnwritten::keepsANoteUntilItCanWrite()
{
    QSignalSpy noted(&**m_live, &Inspector::noteChanged);
    QSignalSpy recovered(&**m_live, &Inspector::storeRecovered);
    {
        const FullDisk full;
        (*m_live)->setNote(1, u"look"_s);
        QTRY_COMPARE(m_failed->size(), 1);
        QCOMPARE(lastFailure().what, u"The note of #1 is not saved."_s);
        QCOMPARE(note(), u"look"_s);
        QCOMPARE(noted.size(), 0);
    }
    (*m_live)->retryStore();
    QTRY_COMPARE(noted.size(), 1);
    QCOMPARE(recovered.size(), 1);
    QVERIFY(m_live->open());
    QCOMPARE(note(), u"look"_s);
}

void TstUnwritten::writesOnlyTheLatestNote()
{
    QSignalSpy noted(&**m_live, &Inspector::noteChanged);
    {
        const FullDisk full;
        (*m_live)->setNote(1, u"first"_s);
        (*m_live)->setNote(1, u"second"_s);
        QTRY_COMPARE(m_failed->size(), 2);
    }
    (*m_live)->retryStore();
    QTRY_COMPARE(noted.size(), 1);
    QCOMPARE(noted[0][1].toString(), u"second"_s);
    QCOMPARE(note(), u"second"_s);
}

void TstUnwritten::marksOnceItCanWrite()
{
    QSignalSpy marked(&**m_live, &Inspector::marked);
    {
        const FullDisk full;
        (*m_live)->mark({1}, true);
        QTRY_COMPARE(m_failed->size(), 1);
        QCOMPARE(lastFailure().what, u"#1 is not marked."_s);
        QCOMPARE(marked.size(), 0);
    }
    (*m_live)->retryStore();
    QTRY_COMPARE(marked.size(), 1);
}

void TstUnwritten::marksNothingThatWasTakenBack()
{
    QSignalSpy marked(&**m_live, &Inspector::marked);
    QSignalSpy recovered(&**m_live, &Inspector::storeRecovered);
    {
        const FullDisk full;
        (*m_live)->mark({1}, true);
        QTRY_COMPARE(m_failed->size(), 1);
    }
    (*m_live)->mark({1}, false);
    (*m_live)->retryStore();
    QTRY_COMPARE(recovered.size(), 1);
    QCOMPARE(note(), QString()); // behind whatever would have followed
    QCOMPARE(marked.size(), 1);
    QCOMPARE(marked[0][1].toBool(), false);
}

// Who sees that the rows are still there decides anew.
void TstUnwritten::removesNothingLater()
{
    QSignalSpy cleared(&**m_live, &Inspector::cleared);
    QSignalSpy removed(&**m_live, &Inspector::removed);
    QSignalSpy recovered(&**m_live, &Inspector::storeRecovered);
    {
        const FullDisk full;
        (*m_live)->clear(1, 7);
        QTRY_COMPARE(m_failed->size(), 1);
        QCOMPARE(lastFailure().what, u"The webhooks were not cleared."_s);
        QCOMPARE(removed.size(), 1);
        QVERIFY(removed[0][0].value<QList<qint64>>().isEmpty());
        QCOMPARE(removed[0][1].toInt(), 7);
    }
    (*m_live)->retryStore();
    QTRY_COMPARE(recovered.size(), 1);
    QCOMPARE(note(), QString()); // behind whatever would have followed
    QCOMPARE(cleared.size(), 0);
}

void TstUnwritten::triesAgainByItself()
{
    QSignalSpy noted(&**m_live, &Inspector::noteChanged);
    {
        const FullDisk full;
        (*m_live)->setNote(1, u"look"_s);
        QTRY_COMPARE(m_failed->size(), 1);
    }
    QTRY_COMPARE_WITH_TIMEOUT(noted.size(), 1, 20'000);
}

void TstUnwritten::forgetsWhatWasForAnotherStore()
{
    {
        const FullDisk full;
        (*m_live)->setNote(1, u"look"_s);
        QTRY_COMPARE(m_failed->size(), 1);
    }
    QSignalSpy noted(&**m_live, &Inspector::noteChanged);
    QSignalSpy opened(&**m_live, &Inspector::opened);
    (*m_live)->open(m_live->path(u"other.hookglass"_s));
    QVERIFY(opened.wait());
    QVERIFY(m_live->open());
    (*m_live)->retryStore();
    QCOMPARE(note(), QString());
    QCOMPARE(noted.size(), 0);
}

void TstUnwritten::keepsWhatWasForTheSameStore()
{
    {
        const FullDisk full;
        (*m_live)->setNote(1, u"look"_s);
        QTRY_COMPARE(m_failed->size(), 1);
    }
    QSignalSpy noted(&**m_live, &Inspector::noteChanged);
    QVERIFY(m_live->open());
    (*m_live)->retryStore();
    QTRY_COMPARE(noted.size(), 1);
    QCOMPARE(note(), u"look"_s);
}

// A store with room, and a change that it refuses for a reason of its own, or takes.
class Stubborn
{
public:
    [[nodiscard]] bool open()
    {
        bool isOpen = false;
        m_since.start();
        m_thread.ask(
            &m_unwritten,
            [file = m_folder.filePath(u"test.hookglass"_s)](capture::Recorder &recorder) {
                const bool opened = bool(recorder.open(file, capture::Access::Write));
                return opened ? recorder.store()->id() : QString();
            },
            [this, &isOpen](const QString &id) {
                m_unwritten.setStore(id);
                isOpen = !id.isEmpty();
            });
        return QTest::qWaitFor([&isOpen] { return isOpen; });
    }

    void change(const QString &key)
    {
        m_unwritten.change({.work = [this, key](capture::Store &) -> core::Status {
                                if (m_taken == key.size())
                                    return core::Done();
                                return core::Error{.what = {},
                                                   .why = m_another ? u"Another."_s : u"One."_s};
                            },
                            .done = [this] { ++m_done; },
                            .notDone = [this](bool) { m_tries.append(m_since.elapsed()); },
                            .trouble = key,
                            .repeats = true,
                            .key = key});
    }

    QElapsedTimer m_since;
    QList<qint64> m_tries; // that failed: when, in milliseconds
    int m_done = 0;
    std::atomic<bool> m_another = false;
    std::atomic<qsizetype> m_taken = -1; // changes with a key of this length

private:
    QTemporaryDir m_folder;

public:
    Unwritten m_unwritten{m_thread}; // outlives the thread, which tells it what was done
    QSignalSpy m_failed{&m_unwritten, &Unwritten::failed};
    QSignalSpy m_recovered{&m_unwritten, &Unwritten::recovered};

private:
    StoreThread m_thread;
};

void TstUnwritten::triesEverMoreSeldomWhatFailsWhereThereIsRoom()
{
    Stubborn stubborn;
    QVERIFY(stubborn.open());
    stubborn.change(u"x"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stubborn.m_tries.size(), 3, 20'000);
    const QList<qint64> tries = stubborn.m_tries;
    QVERIFY(tries[2] - tries[1] > tries[1] - tries[0]);
    QCOMPARE(stubborn.m_failed.size(), 1);
    QVERIFY(stubborn.m_recovered.isEmpty()); // which would take back what was told
    stubborn.m_taken = 1;
    stubborn.m_unwritten.tryNow();
    QTRY_COMPARE(stubborn.m_recovered.size(), 1);
    QCOMPARE(stubborn.m_done, 1);
}

void TstUnwritten::tellsAgainWhatFailsForAnotherReason()
{
    Stubborn stubborn;
    QVERIFY(stubborn.open());
    stubborn.change(u"x"_s);
    QTRY_COMPARE(stubborn.m_failed.size(), 1);
    stubborn.m_another = true;
    QTRY_COMPARE_WITH_TIMEOUT(stubborn.m_failed.size(), 2, 20'000);
    QVERIFY(stubborn.m_failed.last()[0].value<core::Error>().why.startsWith(u"Another."_s));
    QVERIFY(stubborn.m_recovered.isEmpty());
}

void TstUnwritten::tellsAgainWhoTriesAgain()
{
    Stubborn stubborn;
    QVERIFY(stubborn.open());
    stubborn.change(u"x"_s);
    QTRY_COMPARE(stubborn.m_failed.size(), 1);
    stubborn.m_unwritten.tryNow();
    QTRY_COMPARE(stubborn.m_failed.size(), 2);
}

// Of several that failed the last one may be all that is seen.
void TstUnwritten::tellsOfTheOtherOnceOneIsWritten()
{
    Stubborn stubborn;
    QVERIFY(stubborn.open());
    stubborn.change(u"long"_s);
    stubborn.change(u"x"_s);
    QTRY_COMPARE(stubborn.m_failed.size(), 2);
    stubborn.m_taken = 1;
    QTRY_COMPARE_WITH_TIMEOUT(stubborn.m_failed.size(), 3, 20'000);
    QCOMPARE(stubborn.m_failed.last()[0].value<core::Error>().what, u"long"_s);
    QCOMPARE(stubborn.m_done, 1);
    QVERIFY(stubborn.m_recovered.isEmpty());
}

QTEST_GUILESS_MAIN(TstUnwritten)
#include "tst_unwritten.moc"
