// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/store.h"
#include "commands/command.h"
#include "commands/output.h"
#include "support/builders.h"
#include "support/capturedoutput.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;

// The commands that take --filter, on a store of three.
class TstFilterOption : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void exportsWhatMatches_data();
    void exportsWhatMatches();
    void resendsWhatMatches();
    void pointsAtWhatIsWrong_data();
    void pointsAtWhatIsWrong();
    void offersQuotesAsAPartOfTheFilter();

private:
    struct Outcome {
        int status = 0;
        QByteArray data;
        QByteArray words;
    };
    static Outcome run(const QString &command, const QStringList &arguments);

    QTemporaryDir m_folder;
    QString m_store;
};

void TstFilterOption::initTestCase()
{
    m_store = m_folder.filePath(u"a.hookglass"_s);
    const auto store = capture::Store::open(m_store, capture::Access::Write);
    QVERIFY(bool(store));
    capture::Batch batch;
    quint64 print = 0; // the third's is that of the first
    for (const QByteArray name : {"maya", "rui", "zoe"}) {
        auto delivery = builders::delivery(R"({"name":")" + name + R"("})");
        delivery.event.topic = QString::fromLatin1("customer/" + name);
        delivery.prints.body = 1 + print++ % 2;
        batch.deliveries.append(builders::stored(delivery));
    }
    QVERIFY(bool((*store)->append(batch)));
}

TstFilterOption::Outcome TstFilterOption::run(const QString &command, const QStringList &arguments)
{
    CapturedOutput data(STDOUT_FILENO);
    CapturedOutput words(STDERR_FILENO);
    const int status = commands::find(command)->run(arguments);
    return {.status = status, .data = data.text(), .words = words.text()};
}

void TstFilterOption::exportsWhatMatches_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("lines");
    QTest::newRow("all") << u""_s << 3;
    QTest::newRow("by topic") << u"topic:customer/maya"_s << 1;
    QTest::newRow("by what is in the body") << u"$.name:rui OR body:zoe"_s << 2;
    QTest::newRow("that was there before") << u"is:repeated"_s << 1;
    QTest::newRow("that was not, by its body") << u"-is:repeated body:maya"_s << 1;
    QTest::newRow("nothing") << u"is:rejected"_s << 0;
}

void TstFilterOption::exportsWhatMatches()
{
    QFETCH(QString, filter);
    const Outcome outcome = run(
        u"export"_s, {u"--store"_s, m_store, u"--format"_s, u"ndjson"_s, u"--filter"_s, filter});
    QCOMPARE(outcome.status, int(commands::Done));
    QTEST(int(outcome.data.count('\n')), "lines");
}

// Nobody listens there, so each is tried and fails.
void TstFilterOption::resendsWhatMatches()
{
    const Outcome outcome = run(u"resend"_s,
                                {u"--store"_s, m_store, u"--json"_s, u"--filter"_s,
                                 u"-topic:*/rui"_s, u"http://127.0.0.1:1/"_s});
    QCOMPARE(outcome.status, int(commands::SaidNo));
    QCOMPARE(outcome.data.count('\n'), 2);
}

void TstFilterOption::pointsAtWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("export") << QStringList{u"export"_s, u"--format"_s, u"ndjson"_s};
    QTest::newRow("resend") << QStringList{u"resend"_s, u"http://127.0.0.1:1/"_s};
}

void TstFilterOption::pointsAtWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    const QString command = arguments.takeFirst();
    const Outcome outcome = run(
        command, QStringList{u"--store"_s, m_store, u"--filter"_s, u"a tpoic:b"_s} + arguments);
    QCOMPARE(outcome.status, int(commands::BadUsage));
    QCOMPARE(outcome.data, QByteArray());
    QVERIFY2(outcome.words.contains("\na tpoic:b\n  ^^^^^\n"), outcome.words.constData());
    QVERIFY2(outcome.words.contains("Did you mean topic?"), outcome.words.constData());
}

void TstFilterOption::offersQuotesAsAPartOfTheFilter()
{
    const Outcome outcome
        = run(u"resend"_s,
              {u"--store"_s, m_store, u"--filter"_s, u"bogus:("_s, u"http://127.0.0.1:1/"_s});
    QCOMPARE(outcome.status, int(commands::BadUsage));
    QVERIFY2(outcome.words.contains("they belong to the filter: \"bogus:(\"\n"),
             outcome.words.constData());
    QVERIFY2(!outcome.words.contains("Did you mean"), outcome.words.constData());
}

QTEST_GUILESS_MAIN(TstFilterOption)
#include "tst_filteroption.moc"
