// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/repeats.h"
#include "capture/store.h"
#include "support/builders.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using capture::Repeats;
using capture::Summary;

class TstRepeats : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 start = 1'795'428'000'000'000;
    static constexpr qint64 hour = 3'600'000'000; // in microseconds

    static Summary row(qint64 id, quint64 body, quint32 signature, qint64 receivedAt = start)
    {
        return {.id = id,
                .receivedAt = receivedAt,
                .endpoint = u"/"_s,
                .prints = {.body = body, .signature = signature}};
    }

    // What is known of each row's record: "-" nothing, "r" repeated, "R" replayed.
    static QString told(const QList<Summary> &rows)
    {
        Repeats repeats;
        for (const Summary &row : rows)
            repeats.add(row);
        QString all;
        for (const Summary &row : rows)
            all += letter(repeats, row.id);
        return all;
    }

    static QChar letter(const Repeats &repeats, qint64 id)
    {
        capture::Delivery delivery = builders::delivery();
        delivery.id = id;
        capture::Record record;
        record.delivery = builders::stored(delivery);
        repeats.tell(record);
        return record.replayed ? u'R' : record.repeated ? u'r' : u'-';
    }

private Q_SLOTS:
    void findsWhatWasThereBefore_data()
    {
        QTest::addColumn<QList<Summary>>("rows");
        QTest::addColumn<QString>("told");
        QTest::newRow("different bodies") << QList{row(1, 5, 1), row(2, 6, 2)} << u"--"_s;
        QTest::newRow("a body signed anew")
            << QList{row(1, 5, 1), row(2, 6, 2), row(3, 5, 3)} << u"--r"_s;
        QTest::newRow("a body that nobody signed") << QList{row(1, 5, 0), row(2, 5, 0)} << u"-r"_s;
        QTest::newRow("the same signature") << QList{row(1, 5, 1), row(2, 5, 1)} << u"-R"_s;
        QTest::newRow("the same signature as one in between")
            << QList{row(1, 5, 1), row(2, 5, 2), row(3, 5, 2)} << u"-rR"_s;
        QTest::newRow("no body") << QList{row(1, 0, 0), row(2, 0, 0)} << u"--"_s;
        QTest::newRow("a body at the end of 24 hours")
            << QList{row(1, 5, 1), row(2, 5, 2, start + 24 * hour)} << u"-r"_s;
        QTest::newRow("a body after more than 24 hours, and its retry")
            << QList{row(1, 5, 1), row(2, 5, 2, start + 24 * hour + 1),
                     row(3, 5, 3, start + 25 * hour)}
            << u"--r"_s;
        QTest::newRow("a signature after days")
            << QList{row(1, 5, 1), row(2, 5, 1, start + 100 * hour)} << u"-R"_s;
        const auto imported = [](Summary row, qint64 at = 1) {
            row.importedAt = at;
            return row;
        };
        QTest::newRow("an imported copy")
            << QList{row(1, 5, 1), imported(row(2, 5, 1, start + hour))} << u"--"_s;
        QTest::newRow("an imported copy whose signature is hidden")
            << QList{row(1, 5, 1), imported(row(2, 5, 9))} << u"--"_s;
        QTest::newRow("an imported copy that nobody signed")
            << QList{row(1, 5, 0), imported(row(2, 5, 0, start + hour))} << u"--"_s;
        QTest::newRow("a retry that both were imported with")
            << QList{imported(row(1, 5, 1)), imported(row(2, 5, 2, start + hour))} << u"-r"_s;
        QTest::newRow("a file imported twice")
            << QList{imported(row(1, 5, 1)), imported(row(2, 5, 1), 2)} << u"--"_s;
        QTest::newRow("a replay that one import has")
            << QList{imported(row(1, 5, 1)), imported(row(2, 5, 1, start + hour))} << u"-R"_s;
        QTest::newRow("a replay that two imports tell at different times")
            << QList{imported(row(1, 5, 1)), imported(row(2, 5, 1, start + hour), 2)} << u"--"_s;
        QTest::newRow("a replay that was received here, and its import")
            << QList{row(1, 5, 1), row(2, 5, 1, start + hour), imported(row(3, 5, 1, start + 1)),
                     imported(row(4, 5, 1, start + hour + 1))}
            << u"-R--"_s;
        QTest::newRow("a retry behind a copy")
            << QList{row(1, 5, 1), imported(row(2, 5, 1)), row(3, 5, 3, start + hour)} << u"--r"_s;
        Summary elsewhere = row(2, 5, 1);
        elsewhere.endpoint = u"/other"_s;
        QTest::newRow("another endpoint") << QList{row(1, 5, 1), elsewhere} << u"--"_s;
        Summary first = row(1, 5, 1);
        Summary second = row(2, 6, 2, start + 100 * hour);
        first.eventId = second.eventId = u"evt_1"_s;
        QTest::newRow("an id with another body, days later") << QList{first, second} << u"-r"_s;
        second = row(2, 5, 2);
        second.eventId = u"evt_2"_s;
        QTest::newRow("another id with the same body") << QList{first, second} << u"--"_s;
        first.eventId = second.eventId = QString(119, u'a') + u'…';
        QTest::newRow("ids that are cut, with the same body") << QList{first, second} << u"-r"_s;
        second.prints.body = 6;
        QTest::newRow("ids that are cut, with another body") << QList{first, second} << u"--"_s;
        const auto ping = [](Summary row) {
            row.topic = u"ping"_s;
            return row;
        };
        QTest::newRow("pings, which have one body")
            << QList{ping(row(1, 5, 1)), ping(row(2, 5, 2, start + 1))} << u"--"_s;
        QTest::newRow("pings that nobody signed")
            << QList{ping(row(1, 5, 0)), ping(row(2, 5, 0, start + 1))} << u"--"_s;
        QTest::newRow("a ping that was replayed")
            << QList{ping(row(1, 5, 1)), ping(row(2, 5, 2, start + 1)),
                     ping(row(3, 5, 1, start + 2))}
            << u"--R"_s;
        first = second = ping(row(1, 5, 1));
        second.id = 2;
        second.prints.signature = 2;
        first.eventId = second.eventId = u"evt_1"_s;
        QTest::newRow("pings of one id") << QList{first, second} << u"-r"_s;
        QTest::newRow("imported copies of pings")
            << QList{ping(row(1, 5, 1)), imported(ping(row(2, 5, 1))),
                     ping(row(3, 5, 0, start + 1)), imported(ping(row(4, 5, 0, start + 1)))}
            << u"----"_s;
        Summary own = row(1, 5, 1);
        own.test = true;
        QTest::newRow("a test of our own") << QList{own, row(2, 5, 1)} << u"--"_s;
        Summary refused = row(1, 5, 1);
        refused.rejection = capture::Reason::MalformedHttp;
        QTest::newRow("a rejection") << QList{refused, row(2, 5, 1)} << u"--"_s;
    }

    void findsWhatWasThereBefore()
    {
        QFETCH(const QList<Summary>, rows);
        QTEST(told(rows), "told");
    }

    void readsAStore()
    {
        const QTemporaryDir folder;
        const auto store
            = capture::Store::open(folder.filePath(u"a.hookglass"_s), capture::Access::Write);
        QVERIFY(store);
        capture::Batch batch;
        for (const quint64 body : {~0ULL, 7ULL, ~0ULL}) {
            auto delivery = builders::delivery();
            delivery.prints = {.body = body, .signature = ~0U};
            batch.deliveries.append(builders::stored(delivery));
        }
        QVERIFY((*store)->append(batch));
        const auto repeats = Repeats::read(**store);
        QVERIFY(repeats);
        QCOMPARE(letter(*repeats, 1), QChar(u'-'));
        QCOMPARE(letter(*repeats, 2), QChar(u'-'));
        QCOMPARE(letter(*repeats, 3), QChar(u'R'));
    }
};

QTEST_GUILESS_MAIN(TstRepeats)
#include "tst_repeats.moc"
