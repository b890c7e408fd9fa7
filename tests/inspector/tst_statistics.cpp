// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/parse.h"
#include "inspector/statistics.h"
#include "support/builders.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using inspector::Statistics;
using signature::Signature;

namespace
{

capture::DeliveryPtr delivery(const QByteArray &body, const QString &topic, qint64 receivedAt,
                              Signature signature = Signature::Verified)
{
    capture::Delivery made = builders::delivery(body);
    made.event.topic = topic;
    made.receivedAt = receivedAt;
    made.verdict.signature = signature;
    return builders::stored(made);
}

} // namespace

// Four deliveries, of which the last one came before the one that stands before it, and a
// rejection.
class TstStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void countsWhatTheFilterFinds_data();
    void countsWhatTheFilterFinds();
    void tellsTheSizesAndTimesOfTheseAlone();
    void goesByTheLatestJudgement();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<capture::Store> m_store;
};

void TstStatistics::initTestCase()
{
    m_store = std::move(
        *capture::Store::open(m_folder.filePath(u"a.hookglass"_s), capture::Access::Write));
    capture::Batch batch;
    batch.deliveries
        = {delivery(R"({"n":1})", u"ping"_s, 1000),
           delivery(R"({"n":22})", u"pong"_s, 2000, Signature::Invalid),
           delivery(R"({"n":333})", u"pong"_s, 4000), delivery(R"({"n":333})", u"pong"_s, 3000)};
    batch.rejections.append(capture::Rejection{.reason = capture::Reason::Timeout});
    QVERIFY(m_store->append(batch));
}

void TstStatistics::countsWhatTheFilterFinds_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<qint64>("deliveries");
    QTest::addColumn<qint64>("rejections");
    const auto row = [](const char *name, const QString &filter, int deliveries, int rejections) {
        QTest::newRow(name) << filter << qint64(deliveries) << qint64(rejections);
    };
    row("all", {}, 4, 1);
    row("a field", u"topic:pong"_s, 3, 0);
    row("a verdict", u"sig:invalid"_s, 1, 0);
    row("rejections", u"is:rejected"_s, 0, 1);
    row("a path of the bodies", u"$.n:>100"_s, 2, 0);
    row("what stands in a body", u"body:22"_s, 1, 0);
    row("a header", u"h.Host:localhost*"_s, 4, 0);
    row("a field and what stands in a body", u"topic:pong -body:22"_s, 2, 0);
    row("nothing", u"topic:none"_s, 0, 0);
}

void TstStatistics::countsWhatTheFilterFinds()
{
    QFETCH(const QString, filter);
    const filter::Parsed parsed = filter::parse(filter);
    QVERIFY(!parsed.fault);
    const auto counted = inspector::statistics(*m_store, parsed.filter);
    QVERIFY(counted);
    QTEST(counted->deliveries, "deliveries");
    QTEST(counted->rejections, "rejections");
}

void TstStatistics::tellsTheSizesAndTimesOfTheseAlone()
{
    for (const QString &text : {u"topic:pong sig:verified"_s, u"$.n:333"_s}) {
        const auto counted = inspector::statistics(*m_store, filter::parse(text).filter);
        QVERIFY(counted);
        QCOMPARE(counted->bodyBytes, 18);
        QCOMPARE(counted->first, 3000);
        QCOMPARE(counted->last, 4000);
        QCOMPARE(counted->topics, (QMap<QString, qint64>{{u"pong"_s, 2}}));
        QCOMPARE(counted->signatures, (QMap<Signature, qint64>{{Signature::Verified, 2}}));
    }
}

void TstStatistics::goesByTheLatestJudgement()
{
    signature::Verdict verdict{.scheme = u"smile"_s, .signature = Signature::Unsigned};
    const auto now = inspector::statistics(*m_store, filter::parse(u"sig:unsigned"_s).filter);
    QVERIFY(now);
    QCOMPARE(now->deliveries, 0);
    QVERIFY(m_store->append(
        QList<capture::Judgement>{{.id = 1, .judgedAt = 5000, .verdict = verdict}}));
    const auto later = inspector::statistics(*m_store, filter::parse(u"sig:unsigned"_s).filter);
    QVERIFY(later);
    QCOMPARE(later->deliveries, 1);
}

QTEST_GUILESS_MAIN(TstStatistics)
#include "tst_statistics.moc"
