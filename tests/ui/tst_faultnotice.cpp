// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/clock.h"
#include "support/liveinspector.h"
#include "ui/faultnotice.h"
#include "ui/messagebar.h"
#include "ui/plurals.h"

#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ui;
using capture::Endpoint;

static constexpr qint64 minute = 60'000'000; // microseconds

class TstFaultNotice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCoreApplication::installTranslator(&m_plurals); }
    void init();
    void cleanup();
    void isQuietWhileAllIsWell();
    void warnsOfABadReply();
    void countsDown();
    void tellsTwoRulesAndTheTime_data();
    void tellsTwoRulesAndTheTime();
    void leadsToTheRules();
    void goesWhenItsTimeIsOver();
    void namesEachEndpoint();
    void saysWhichWebhooksARuleIsFor();
    void answersWellAgain();

private:
    QString words() const;
    void click(const QString &button);

    Plurals m_plurals;
    std::unique_ptr<support::LiveInspector> m_live;
    std::unique_ptr<MessageBar> m_bar;
    FaultNotice *m_notice = nullptr;
};

void TstFaultNotice::init()
{
    m_live = std::make_unique<support::LiveInspector>();
    QVERIFY(m_live->open());
    m_bar = std::make_unique<MessageBar>();
    m_notice = new FaultNotice(**m_live, *m_bar);
}

void TstFaultNotice::cleanup()
{
    m_bar.reset();
    m_live.reset();
}

QString TstFaultNotice::words() const
{
    QStringList words;
    for (const auto *label : m_bar->findChildren<QLabel *>()) {
        if (label->isVisible())
            words.append(label->text());
    }
    return words.join(u'|');
}

void TstFaultNotice::click(const QString &button)
{
    for (auto *one : m_bar->findChildren<QPushButton *>()) {
        if (one->text() == button && one->isVisible())
            return one->click();
    }
    QFAIL(qPrintable(u"no button "_s + button));
}

void TstFaultNotice::isQuietWhileAllIsWell()
{
    (*m_live)->setEndpoints({Endpoint{.profile = {.status = 204}}});
    QVERIFY(m_bar->keys().isEmpty());
}

void TstFaultNotice::warnsOfABadReply()
{
    (*m_live)->setEndpoints({Endpoint{.profile = {.status = 500}}});
    QVERIFY2(words().contains(u"At / every webhook is answered 500, until you change it."_s),
             qPrintable(words()));
    QVERIFY2(words().contains(u"24 hours"_s), qPrintable(words()));
    QSignalSpy wanted(m_notice, &FaultNotice::settingsWanted);
    click(u"Endpoints…"_s);
    QCOMPARE(wanted.size(), 1);
    QTRY_VERIFY(m_bar->isVisible()); // it stands until the answer is well
}

void TstFaultNotice::countsDown()
{
    const qint64 until = core::now() + 2 * minute;
    (*m_live)->setEndpoints(
        {Endpoint{.rules = {.answers = {{.fault = capture::Fault::Hang, .until = until}}}}});
    static const QRegularExpression timed(
        u"At / every webhook is left hanging, "
        "until \\d\\d:\\d\\d, in [12]:\\d\\d; then 200 again\\."_s);
    QVERIFY2(timed.match(words()).hasMatch(), qPrintable(words()));
    const QString before = words();
    QTRY_VERIFY(words() != before);
    QVERIFY2(words().contains(u", in 1:5"_s), qPrintable(words()));
}

static capture::AnswerRule ruleAt(const QString &path, int status, qint64 until)
{
    return {.when = {.path = path}, .answer = {.status = status}, .until = until};
}

void TstFaultNotice::tellsTwoRulesAndTheTime_data()
{
    QTest::addColumn<QList<int>>("minutes"); // of each rule; 0: for good
    QTest::addColumn<int>("status"); // of all else
    QTest::addColumn<QString>("end");
    const QString two = u"At / what fits /0 is answered 500, what fits /1 is answered 500, "_s;
    const QString clock = u"until \\d\\d:\\d\\d, in "_s;
    QTest::newRow("two rules for the same time")
        << QList<int>{10, 10} << 200 << two + clock + u"10:\\d\\d; then 200 again\\."_s;
    QTest::newRow("two rules, each for its own")
        << QList<int>{1, 10} << 204 << two + u"the last "_s + clock + u"10:\\d\\d; then 204"_s;
    QTest::newRow("three rules") << QList<int>{10, 10, 10} << 200
                                 << two + u"and 1 more rule, "_s + clock + u"10:"_s;
    QTest::newRow("five rules") << QList<int>{10, 10, 5, 20, 7} << 200
                                << two + u"and 3 more rules, the last "_s + clock + u"20:"_s;
    QTest::newRow("one of many for good")
        << QList<int>{10, 10, 0} << 200
        << two + u"and 1 more rule, some of it until you change it\\."_s;
    QTest::newRow("rules and all else")
        << QList<int>{10, 10, 10} << 500
        << two + u"and 1 more rule, all else is answered 500, some of it until you change it\\."_s;
}

void TstFaultNotice::tellsTwoRulesAndTheTime()
{
    QFETCH(QList<int>, minutes);
    QFETCH(int, status);
    QFETCH(QString, end);
    const qint64 now = core::now() + minute / 2; // so that a slow second tells the same minute
    capture::Rules rules;
    for (const int time : minutes)
        rules.answers.append(
            ruleAt(u"/%1"_s.arg(rules.answers.size()), 500, time == 0 ? 0 : now + time * minute));
    (*m_live)->setEndpoints({Endpoint{.profile = {.status = status}, .rules = rules}});
    QVERIFY2(QRegularExpression(end).match(words()).hasMatch(), qPrintable(words()));
}

void TstFaultNotice::leadsToTheRules()
{
    QSignalSpy wanted(m_notice, &FaultNotice::rulesWanted);
    const auto offered = [this] {
        const auto buttons = m_bar->findChildren<QPushButton *>();
        return std::ranges::any_of(buttons, [](const QPushButton *one) {
            return one->text() == u"Answer rules…"_s && one->isVisibleTo(one->window());
        });
    };
    (*m_live)->setEndpoints({Endpoint{.path = u"/a"_s, .profile = {.status = 500}}});
    QVERIFY(!offered()); // there are none
    (*m_live)->setEndpoints(
        {Endpoint{.path = u"/a"_s, .profile = {.status = 500}},
         Endpoint{.path = u"/b"_s, .rules = {.answers = {ruleAt(u"/b"_s, 500, 0)}}}});
    QVERIFY(offered());
    click(u"Answer rules…"_s);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toString(), u"/b"_s);
}

void TstFaultNotice::goesWhenItsTimeIsOver()
{
    const qint64 until = core::now() + 300'000;
    (*m_live)->setEndpoints(
        {Endpoint{.rules = {.answers = {{.answer = {.status = 503}, .until = until}}}}});
    QCOMPARE(m_bar->keys().size(), 1);
    QTRY_VERIFY(m_bar->keys().isEmpty());
}

void TstFaultNotice::namesEachEndpoint()
{
    (*m_live)->setEndpoints(
        {Endpoint{.path = u"/a"_s, .scheme = u"github"_s, .profile = {.status = 500}},
         Endpoint{.path = u"/b"_s, .scheme = u"github"_s},
         Endpoint{.path = u"/c"_s, .scheme = u"github"_s, .profile = {.status = 404}}});
    QVERIFY2(words().contains(u"At /a every webhook is answered 500, until you change it. "
                              "At /c every webhook is answered 404, until you change it."_s),
             qPrintable(words()));
    QVERIFY2(!words().contains(u"Smile"_s), qPrintable(words()));
}

void TstFaultNotice::saysWhichWebhooksARuleIsFor()
{
    const capture::AnswerRule first{
        .when = {.topic = u"customer/*"_s}, .answer = {.status = 503}, .failFirst = 2};
    const capture::AnswerRule second{.when = {.topic = u"ping"_s}, .fault = capture::Fault::Reset};
    (*m_live)->setEndpoints({Endpoint{.profile = {.status = 500}, .rules = {.answers = {first}}}});
    QVERIFY2(words().contains(u"what fits customer/*, the first 2 of each event is answered 503, "
                              "all else is answered 500, until you change it"_s),
             qPrintable(words()));
    (*m_live)->setEndpoints({Endpoint{.rules = {.answers = {second}}}});
    QVERIFY2(words().contains(u"At / what fits ping is reset, until you change it."_s),
             qPrintable(words()));
}

void TstFaultNotice::answersWellAgain()
{
    const capture::AnswerRule good{.when = {.topic = u"ping"_s}, .answer = {.status = 202}};
    const capture::AnswerRule bad{.answer = {.status = 503}};
    (*m_live)->setEndpoints(
        {Endpoint{.profile = {.status = 500}, .rules = {.answers = {good, bad}}}});
    click(u"Answer 200 again"_s);
    QTRY_VERIFY(m_bar->keys().isEmpty());
    const Endpoint endpoint = (*m_live)->endpoints().first();
    QCOMPARE(endpoint.profile.status, 200);
    QCOMPARE(endpoint.rules.answers.size(), 2);
    QCOMPARE(endpoint.rules.answers.first(), good);
    QVERIFY(endpoint.rules.answers.last().until > 0);
    QVERIFY(endpoint.rules.answers.last().until <= core::now());
}

QTEST_MAIN(TstFaultNotice)
#include "tst_faultnotice.moc"
