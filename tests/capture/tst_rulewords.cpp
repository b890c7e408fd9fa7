// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/rulewords.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace capture;

class TstRuleWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesARule_data();
    void namesARule();
    void saysWhatASenderGets();
};

void TstRuleWords::namesARule_data()
{
    QTest::addColumn<AnswerRule>("rule");
    QTest::addColumn<QString>("title");
    QTest::newRow("for every webhook")
        << AnswerRule{.answer = {.status = 503}} << u"Every webhook: 503"_s;
    QTest::newRow("for the first of every event")
        << AnswerRule{.fault = Fault::Hang, .failFirst = 2}
        << u"Every webhook, the first 2 of each event: left hanging"_s;
    QTest::newRow("for an account")
        << AnswerRule{.when = {.account = u"111"_s}, .answer = {.status = 418}}
        << u"account 111: 418"_s;
    QTest::newRow("for all at once")
        << AnswerRule{.when = {.method = "POST",
                               .path = u"/hooks/*"_s,
                               .topic = u"customer/*"_s,
                               .signature = signature::Signature::Malformed,
                               .freshness = signature::Freshness::Missing},
                      .fault = Fault::SlowBody}
        << u"POST, /hooks/*, customer/*, Malformed signature, No timestamp: 200 with a slow body"_s;
}

void TstRuleWords::namesARule()
{
    QFETCH(AnswerRule, rule);
    QTEST(ruleTitle(rule), "title");
}

void TstRuleWords::saysWhatASenderGets()
{
    QCOMPARE(answeredText({.answer = {.status = 503}}), u"answered 503"_s);
    QCOMPARE(answeredText({.fault = Fault::SlowBody}), u"answered 200 with a slow body"_s);
    QCOMPARE(answeredText({.fault = Fault::Close}), u"closed without an answer"_s);
}

QTEST_APPLESS_MAIN(TstRuleWords)
#include "tst_rulewords.moc"
