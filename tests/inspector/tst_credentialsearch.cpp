// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/credentialsearch.h"
#include "support/builders.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using formats::Format;
using inspector::ExportOrder;

Q_DECLARE_METATYPE(inspector::ExportOrder)

// Two deliveries: what looks like a header stands in the body of the first, and the second has one
// with a credential; it was answered with a cookie.
class TstCredentialSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsWhatIsWritten_data();
    void findsWhatIsWritten();
    void looksNoFurtherThanItMay();

private:
    static ExportOrder hiding(const QString &rules)
    {
        return {.redaction = *formats::Redaction::read(rules, {})};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<capture::Store> m_store;
};

void TstCredentialSearch::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::move(
        *capture::Store::open(m_folder->filePath(u"a.hookglass"_s), capture::Access::Write));
    capture::Delivery second = builders::delivery();
    second.request.head.replace("\r\n\r\n", "\r\nAUTHORIZATION: Bearer b3Blbg\r\n\r\n");
    capture::Batch batch;
    batch.deliveries
        = {builders::stored(builders::delivery(R"([["Cookie","a=b"]])")), builders::stored(second)};
    QVERIFY(m_store->append(batch));
    capture::Batch answers;
    answers.answers = {{.id = 1, .status = 200, .fields = {{"Set-Cookie", "a=b"}}}};
    QVERIFY(m_store->append(answers));
}

void TstCredentialSearch::findsWhatIsWritten_data()
{
    QTest::addColumn<ExportOrder>("order");
    QTest::addColumn<QString>("header");
    const auto headers = formats::csvNames().indexOf("headers");
    QTest::newRow("JSON Lines, which have answers")
        << ExportOrder{.format = Format::Ndjson} << u"Set-Cookie"_s;
    QTest::newRow("JSON Lines without headers")
        << ExportOrder{.leftOut = {.fields = true, .answerFields = true}} << QString();
    QTest::newRow("HAR") << ExportOrder{.format = Format::Har} << u"Set-Cookie"_s;
    QTest::newRow("curl, of requests") << ExportOrder{.format = Format::Curl} << u"AUTHORIZATION"_s;
    QTest::newRow("curl for cmd") << ExportOrder{.format = Format::CurlCmd} << u"AUTHORIZATION"_s;
    QTest::newRow("bodies alone") << ExportOrder{.format = Format::Body} << QString();
    QTest::newRow("a whole table") << ExportOrder{.format = Format::Csv} << u"AUTHORIZATION"_s;
    QTest::newRow("a table of headers")
        << ExportOrder{.format = Format::Csv, .columns = {headers}} << u"AUTHORIZATION"_s;
    QTest::newRow("a table without headers")
        << ExportOrder{.format = Format::Csv, .columns = {headers + 1}} << QString();
    QTest::newRow("hidden with signatures") << hiding(u"signatures"_s) << QString();
    QTest::newRow("hidden by their names")
        << hiding(u"header:authorization,header:set-cookie"_s) << QString();
    QTest::newRow("the other one is hidden")
        << hiding(u"header:set-cookie"_s) << u"AUTHORIZATION"_s;
}

void TstCredentialSearch::findsWhatIsWritten()
{
    QFETCH(const ExportOrder, order);
    QTEST(inspector::findCredential(*m_store, order, [](qint64) { return true; }), "header");
}

void TstCredentialSearch::looksNoFurtherThanItMay()
{
    const ExportOrder order{.format = Format::Curl};
    const auto first = [](qint64 done) { return done < 1; };
    QCOMPARE(inspector::findCredential(*m_store, order, first), QString());
}

QTEST_GUILESS_MAIN(TstCredentialSearch)
#include "tst_credentialsearch.moc"
