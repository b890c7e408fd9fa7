// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/builders.h"
#include "ui/views/linkbutton.h"
#include "ui/views/overviewview.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstOverviewView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsKnown();
    void tellsWhatIsNotKnown();
    void tellsThatNobodyRecordedTheSender();
    void tellsWhatIsACopy();
    void tellsOurAnswer();
    void namesTheRuleThatAnswered_data();
    void namesTheRuleThatAnswered();
    void namesTheTargetThatAnswered();
    void tellsWhyAChallengeWasNotAnswered();
    void tellsHowItWasJudgedOverTime();
    void tellsWhatWasThereBefore();
    void leadsToThoseBefore_data();
    void leadsToThoseBefore();
    void tellsWhereAnImportComesFrom();
    void saysNothingForAFileThatTellsNoVerdict();
    void tellsWhatIsOddBesideThoseBefore();
};

void TstOverviewView::tellsWhatIsKnown()
{
    capture::Delivery made = builders::delivery();
    made.peer.address = u"::1"_s;
    made.test = true;
    OverviewView view;
    view.show({.id = 1, .delivery = builders::stored(made)});
    for (const QString &fact : {u"[::1]:51234"_s, u"TLSv1.3 · TLS_AES_128_GCM_SHA256"_s,
                                u"this program, to test its listener"_s, u"localhost"_s,
                                u"HTTP/1.1"_s, u"POST /"_s, u"1.0 s"_s})
        QVERIFY2(view.text().split(u'\n').contains(fact), qPrintable(fact));
}

void TstOverviewView::tellsWhatIsNotKnown()
{
    capture::Delivery made = builders::delivery();
    made.tls->serverName.reset();
    made.endpoint.clear();
    OverviewView view;
    view.show({.id = 1, .delivery = builders::stored(made)});
    for (const QString &fact : {u"not known"_s, u"none matched"_s, u"No answer is recorded."_s})
        QVERIFY2(view.text().split(u'\n').contains(fact), qPrintable(fact));
}

// A HAR without serverIPAddress says nothing of it.
void TstOverviewView::tellsThatNobodyRecordedTheSender()
{
    capture::Delivery made = builders::delivery();
    made.peer = {};
    OverviewView view;
    view.show({.id = 1, .delivery = builders::stored(made)});
    const QStringList lines = view.text().split(u'\n');
    QVERIFY(lines.contains(u"address not recorded"_s));
    QVERIFY(!lines.contains(u":0"_s));
}

void TstOverviewView::tellsWhatIsACopy()
{
    OverviewView view;
    view.show({.id = 7, .delivery = builders::stored(builders::delivery())},
              models::Repeat{.first = 3, .copied = true});
    for (const QString &fact :
         {u"Imported copy"_s,
          u"An import brought #3 again: this is neither a retry nor a replay."_s})
        QVERIFY2(view.text().split(u'\n').contains(fact), qPrintable(view.text()));
    QSignalSpy wanted(&view, &OverviewView::rowWanted);
    auto *link = view.findChild<LinkButton *>();
    QVERIFY(link);
    link->click();
    QCOMPARE(wanted.first().first().toLongLong(), 3);
}

void TstOverviewView::tellsOurAnswer()
{
    OverviewView view;
    view.show({.id = 1,
               .delivery = builders::stored(builders::delivery()),
               .answer = capture::Answer{.id = 1,
                                         .status = 503,
                                         .fields = {{"Retry-After", "1"}},
                                         .body = "later",
                                         .latency = 812}});
    for (const QString &fact :
         {u"503 Service Unavailable"_s, u"812 µs"_s, u"Retry-After: 1"_s, u"later"_s})
        QVERIFY2(view.text().split(u'\n').contains(fact), qPrintable(fact));
}

void TstOverviewView::namesTheRuleThatAnswered_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("fact");
    QTest::newRow("slowly") << 200 << u"rule: customer/*: 200 with a slow body"_s
                            << u"the rule “customer/*: 200 with a slow body”"_s;
    QTest::newRow("not at all") << 0 << u"reset: customer/*: reset"_s
                                << u"the rule “customer/*: reset”"_s;
    QTest::newRow("before rules were named") << 503 << u"rule"_s << u"a rule"_s;
    QTest::newRow("slowly, until its sender left")
        << 503 << u"rule: a: 503 with a slow body (19 of 30 bytes, then the connection ended)"_s
        << u"the rule “a: 503 with a slow body”. The connection ended after 19 of 30 bytes."_s;
    QTest::newRow("when none decided") << 200 << u"profile"_s << u"the endpoint's reply"_s;
    QTest::newRow("as a target did") << 200 << u"forward"_s << u"the target's answer"_s;
    QTest::newRow("as a challenge wants it")
        << 200 << u"handshake"_s << u"the answer to a challenge"_s;
}

void TstOverviewView::namesTheRuleThatAnswered()
{
    QFETCH(int, status);
    QFETCH(QString, source);
    QFETCH(QString, fact);
    OverviewView view;
    view.show({.id = 1,
               .delivery = builders::stored(builders::delivery()),
               .answer = capture::Answer{.id = 1, .status = status, .source = source}});
    QVERIFY2(view.text().split(u'\n').contains(fact), qPrintable(view.text()));
}

void TstOverviewView::namesTheTargetThatAnswered()
{
    const capture::Attempt attempt{.target = u"http://localhost:3000/hook"_s,
                                   .source = u"forward"_s,
                                   .response = http::Response{.status = 418}};
    inspector::Details details{.id = 1,
                               .delivery = builders::stored(builders::delivery()),
                               .answer
                               = capture::Answer{.id = 1, .status = 418, .source = u"forward"_s},
                               .attempts = {attempt}};
    OverviewView view;
    view.show(details);
    QVERIFY2(view.text().contains(u"the target's answer (http://localhost:3000/hook)"_s),
             qPrintable(view.text()));
    details.attempts += attempt;
    details.attempts.last().target = u"http://localhost:4000"_s;
    view.show(details);
    QVERIFY2(view.text().contains(u"the target's answer\n"_s), qPrintable(view.text()));
}

void TstOverviewView::tellsWhyAChallengeWasNotAnswered()
{
    OverviewView view;
    view.show(
        {.id = 1,
         .delivery = builders::stored(builders::delivery()),
         .answer = capture::Answer{.id = 1, .status = 503, .source = u"handshake: no secret"_s}});
    QVERIFY2(view.text().contains(u"A challenge came. Its answer needs a secret"_s),
             qPrintable(view.text()));
}

void TstOverviewView::tellsHowItWasJudgedOverTime()
{
    capture::Delivery made = builders::delivery();
    made.verdict.signature = signature::Signature::NoSecret;
    made.verdict.secret.clear();
    OverviewView view;
    view.show({.id = 1,
               .delivery = builders::stored(made),
               .judgements = {{.id = 1, .verdict = builders::delivery().verdict}}});
    const QString text = view.text();
    QVERIFY2(text.contains(u"No secret · Fresh"_s), qPrintable(text));
    QVERIFY2(text.contains(u"Verified with secret “primary” · Fresh"_s), qPrintable(text));
    QVERIFY(text.indexOf(u"No secret · Fresh"_s) < text.indexOf(u"Verified with"_s));
}

void TstOverviewView::tellsWhatWasThereBefore()
{
    const inspector::Details details{.id = 12, .delivery = builders::stored(builders::delivery())};
    OverviewView view;
    view.show(details);
    QVERIFY(!view.text().contains(u"Attempts"_s));
    view.show(details,
              models::Repeat{.attempt = 2,
                             .attempts = 2,
                             .first = 10,
                             .previous = 10,
                             .firstStatus = 500,
                             .signing = models::Repeat::Signing::Same});
    const QStringList lines = view.text().split(u'\n');
    QVERIFY2(lines.contains(u"Attempt 2 of 2"_s), qPrintable(view.text()));
    QVERIFY2(view.text().contains(u"#10"_s), qPrintable(view.text()));
    QVERIFY2(view.text().contains(u"replayed"_s), qPrintable(view.text()));
    QVERIFY2(view.text().contains(u"answered 500"_s), qPrintable(view.text()));
}

void TstOverviewView::leadsToThoseBefore_data()
{
    QTest::addColumn<models::Repeat>("repeat");
    QTest::addColumn<QList<qint64>>("rows");
    QTest::newRow("the first, which came again")
        << models::Repeat{.attempt = 1, .attempts = 2, .first = 10} << QList<qint64>();
    QTest::newRow("the second: the first is the one before")
        << models::Repeat{.attempt = 2, .attempts = 2, .first = 10, .previous = 10}
        << QList<qint64>{10};
    QTest::newRow("the third: both")
        << models::Repeat{.attempt = 3, .attempts = 3, .first = 10, .previous = 12}
        << QList<qint64>{12, 10};
    QTest::newRow("the first is no longer in the list")
        << models::Repeat{.attempt = 3, .attempts = 3, .previous = 12} << QList<qint64>{12};
}

void TstOverviewView::leadsToThoseBefore()
{
    QFETCH(models::Repeat, repeat);
    const inspector::Details details{.id = 14, .delivery = builders::stored(builders::delivery())};
    OverviewView view;
    view.show(details, repeat);
    QSignalSpy wanted(&view, &OverviewView::rowWanted);
    const auto links = view.widget()->findChildren<LinkButton *>();
    for (LinkButton *link : links)
        link->click();
    QList<qint64> rows;
    for (const QList<QVariant> &arguments : wanted)
        rows += arguments.first().toLongLong();
    QTEST(rows, "rows");
}

void TstOverviewView::tellsWhereAnImportComesFrom()
{
    inspector::Details details{.id = 14, .delivery = builders::stored(builders::delivery())};
    OverviewView view;
    view.show(details);
    QVERIFY(view.text().contains(u"At arrival"_s));
    details.import = capture::Import{.origin = u"theirs.har"_s, .importedAt = 5};
    view.show(details);
    QVERIFY2(view.text().contains(u"theirs.har"_s), qPrintable(view.text()));
    QVERIFY(view.text().contains(u"By its file"_s));
    QVERIFY(!view.text().contains(u"At arrival"_s));
}

void TstOverviewView::saysNothingForAFileThatTellsNoVerdict()
{
    capture::Delivery made = builders::delivery();
    made.verdict = {};
    OverviewView view;
    view.show({.id = 14,
               .delivery = builders::stored(made),
               .judgements = {{.id = 14, .verdict = builders::delivery().verdict}},
               .import = capture::Import{.origin = u"browser.har"_s, .importedAt = 5}});
    QVERIFY2(!view.text().contains(u"By its file"_s), qPrintable(view.text()));
    QVERIFY(view.text().contains(u"Verified with secret “primary” · Fresh"_s));
}

void TstOverviewView::tellsWhatIsOddBesideThoseBefore()
{
    inspector::Details details{.id = 14, .delivery = builders::stored(builders::delivery())};
    OverviewView view;
    view.show(details);
    QVERIFY(!view.text().contains(u"Beside those before"_s));
    details.oddities = {.drift = {{.pointer = "/a"}}, .newer = 9};
    details.previousOfSubject = 12;
    view.show(details);
    QVERIFY2(view.text().contains(u"/a was never there before in this topic."_s),
             qPrintable(view.text()));
    QVERIFY2(view.text().contains(u"A newer state of the same came before."_s),
             qPrintable(view.text()));
    QSignalSpy wanted(&view, &OverviewView::rowWanted);
    QSignalSpy compared(&view, &OverviewView::compareWanted);
    const auto links = view.widget()->findChildren<LinkButton *>();
    for (LinkButton *link : links)
        link->click();
    QCOMPARE(wanted, QList<QList<QVariant>>({{9LL}}));
    QCOMPARE(compared, QList<QList<QVariant>>({{12LL}}));
}

QTEST_MAIN(TstOverviewView)
#include "tst_overviewview.moc"
