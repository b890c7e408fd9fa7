// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/drafts.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using ui::Draft;
using ui::Drafts;
using ui::SigningTime;

constexpr qint64 arrival = 1'795'428'000'000'000;

class TstDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void givesBackWhatItKept_data();
    void givesBackWhatItKept();
    void knowsNothingOf_data();
    void knowsNothingOf();
    void refusesALargeBody();
    void letsNobodyElseRead();
    void discards();
    void keepsTheLatest();

private:
    Drafts drafts(const QString &store = u"a"_s) const
    {
        return Drafts(m_folder->filePath(u"drafts"_s), store);
    }
    QStringList files() const
    {
        return QDir(m_folder->filePath(u"drafts"_s)).entryList(QDir::Files);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

static Draft sample()
{
    return {.method = "PUT",
            .fields
            = {{{"Host", "localhost"}}, {{"X-A", "\xff\x01 \xc3\xa9"}, false}, {{"x-a", ""}}},
            .body = QByteArray("\x00\xff{}", 4),
            .target = {.url = u"https://example.org/ä"_s,
                       .authorityFile = u"/ca.pem"_s,
                       .pin = QString(u"3F:"_s).repeated(31) + u"3F"_s,
                       .checkCertificate = false},
            .signing = {.signature = resend::SignatureChoice::Wrong,
                        .time = SigningTime::Shift,
                        .shift = -600'000'000,
                        .secret = u"Dev store"_s},
            .began = ui::BeganAs{.id = "altered-body",
                                 .signing = u"wrong"_s,
                                 .secret = u"primary"_s,
                                 .ready = true},
            .testCase = "stale"};
}

void TstDrafts::init() { m_folder = std::make_unique<QTemporaryDir>(); }

void TstDrafts::givesBackWhatItKept_data()
{
    QTest::addColumn<Draft>("draft");
    QTest::newRow("all of it changed") << sample();
    Draft draft = sample();
    draft.began.reset();
    draft.testCase.clear();
    QTest::newRow("begun with no test case") << draft;
    draft.body.reset();
    QTest::newRow("the body as received") << draft;
    draft.body = QByteArray();
    QTest::newRow("an empty body") << draft;
    for (int choice = 0; choice < 4; ++choice) {
        draft.signing.signature = resend::SignatureChoice(choice);
        draft.signing.time = SigningTime(choice);
        QTest::addRow("the choice at place %d", choice) << draft;
    }
}

void TstDrafts::givesBackWhatItKept()
{
    QFETCH(Draft, draft);
    QVERIFY(drafts().keep(7, arrival, {draft, 17}));
    const auto kept = drafts().read(7, arrival);
    QVERIFY(kept);
    QVERIFY(kept->draft == draft);
    QCOMPARE(kept->at, 17);
}

void TstDrafts::knowsNothingOf_data()
{
    QTest::addColumn<QString>("store");
    QTest::addColumn<qint64>("id");
    QTest::addColumn<qint64>("receivedAt");
    QTest::newRow("another store") << u"b"_s << qint64(7) << arrival;
    QTest::newRow("another webhook") << u"a"_s << qint64(8) << arrival;
    QTest::newRow("another webhook with its id") << u"a"_s << qint64(7) << arrival + 1;
}

void TstDrafts::knowsNothingOf()
{
    QFETCH(QString, store);
    QFETCH(qint64, id);
    QFETCH(qint64, receivedAt);
    QVERIFY(drafts().keep(7, arrival, {sample(), 17}));
    QVERIFY(!drafts(store).read(id, receivedAt));
}

void TstDrafts::refusesALargeBody()
{
    Draft draft = sample();
    draft.body = QByteArray(Drafts::largestBody + 1, 'a');
    QVERIFY(!drafts().keep(7, arrival, {draft, 17}));
    draft.body = QByteArray(Drafts::largestBody, 'a');
    QVERIFY(drafts().keep(7, arrival, {draft, 17}));
    QVERIFY(drafts().read(7, arrival));
}

void TstDrafts::letsNobodyElseRead()
{
    QVERIFY(drafts().keep(7, arrival, {sample(), 17}));
    const QString folder = m_folder->filePath(u"drafts"_s);
    QCOMPARE(files().size(), 1);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(folder) & others));
    QVERIFY(!(QFile::permissions(folder + u'/' + files().constFirst()) & others));
}

void TstDrafts::discards()
{
    for (const qint64 id : {3, 7, 12})
        QVERIFY(drafts().keep(id, arrival, {sample(), 17}));
    QVERIFY(drafts(u"b"_s).keep(1, arrival, {sample(), 17}));
    drafts().discard(3);
    QVERIFY(!drafts().read(3, arrival));
    for (const qint64 id : drafts().ids()) {
        if (id <= 7)
            drafts().discard(id);
    }
    QVERIFY(!drafts().read(7, arrival));
    QVERIFY(drafts().read(12, arrival));
    QVERIFY(drafts(u"b"_s).read(1, arrival));
}

void TstDrafts::keepsTheLatest()
{
    for (qint64 id = 1; id <= Drafts::mostDrafts + 5; ++id)
        QVERIFY(drafts().keep(id, arrival, {{.method = "POST"}, 17}));
    QCOMPARE(files().size(), Drafts::mostDrafts);
}

QTEST_APPLESS_MAIN(TstDrafts)
#include "tst_drafts.moc"
