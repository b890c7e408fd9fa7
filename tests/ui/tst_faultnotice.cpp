// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/clock.h"
#include "support/liveinspector.h"
#include "ui/faultnotice.h"
#include "ui/messagebar.h"

#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;
using namespace ui;
using capture::Endpoint;

static constexpr qint64 minute = 60'000'000; // microseconds

class TstFaultNotice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void isQuietWhileAllIsWell();
    void warnsOfABadReply();
    void countsDown();
    void tellsEachRulesOwnTime();
    void tellsATimeThatAllShareOnce();
    void countsWhatIsTooMuchToTell_data();
    void countsWhatIsTooMuchToTell();
    void goesWhenItsTimeIsOver();
    void namesEachEndpoint();
    void saysWhichWebhooksARuleIsFor();
    void answersWellAgain();

private:
    QString words() const;
    void click(const QString &button);

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
    QVERIFY2(words().contains(u"At / every webhook is answered 500 until you change it."_s),
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
    const QString begin = u"At / every webhook is left hanging for "_s;
    QVERIFY2(words().contains(begin + u"2:00 more, then 200 again."_s)
                 || words().contains(begin + u"1:5"_s),
             qPrintable(words()));
    const QString before = words();
    QTRY_VERIFY(words() != before);
    QVERIFY2(words().contains(begin + u"1:5"_s), qPrintable(words()));
}

static capture::AnswerRule ruleAt(const QString &path, int status, qint64 until)
{
    return {.when = {.path = path}, .answer = {.status = status}, .until = until};
}

void TstFaultNotice::tellsEachRulesOwnTime()
{
    const qint64 now = core::now() + minute / 2; // so that a slow second tells the same minute
    (*m_live)->setEndpoints(
        {Endpoint{.rules = {.answers = {ruleAt(u"/five"_s, 500, now + minute),
                                        ruleAt(u"/ten"_s, 503, now + 10 * minute)}}}});
    static const QRegularExpression timed(
        u"At / what fits /five is answered 500 for 1:\\d\\d more, "
        "what fits /ten is answered 503 for 10:\\d\\d more, then 200 again\\."_s);
    QVERIFY2(timed.match(words()).hasMatch(), qPrintable(words()));
    (*m_live)->setEndpoints(
        {Endpoint{.rules = {.answers = {ruleAt(u"/five"_s, 500, now + minute),
                                        ruleAt(u"/ten"_s, 503, now + 10 * minute),
                                        ruleAt(u"/nine"_s, 502, now + 9 * minute)}}}});
    static const QRegularExpression third(
        u"500 for 1:\\d\\d more, what fits /ten is answered 503 for 10:\\d\\d more, "
        "what fits /nine is answered 502 for 9:\\d\\d more, then 200 again\\."_s);
    QVERIFY2(third.match(words()).hasMatch(), qPrintable(words()));
    (*m_live)->setEndpoints(
        {Endpoint{.profile = {.status = 500},
                  .rules = {.answers = {ruleAt(u"/ten"_s, 503, now + 10 * minute)}}}});
    static const QRegularExpression forGood(
        u"At / what fits /ten is answered 503 for 10:\\d\\d more, "
        "all else is answered 500 until you change it\\."_s);
    QVERIFY2(forGood.match(words()).hasMatch(), qPrintable(words()));
}

void TstFaultNotice::tellsATimeThatAllShareOnce()
{
    const qint64 until = core::now() + 10 * minute + minute / 2;
    (*m_live)->setEndpoints(
        {Endpoint{.rules = {.answers = {ruleAt(u"/a"_s, 500, until), ruleAt(u"/b"_s, 503, until),
                                        ruleAt(u"/c"_s, 502, until)}}}});
    static const QRegularExpression once(u"At / what fits /a is answered 500, what fits /b is "
                                         u"answered 503, what fits /c is answered "
                                         "502 for 10:\\d\\d more, then 200 again\\."_s);
    QVERIFY2(once.match(words()).hasMatch(), qPrintable(words()));
}

void TstFaultNotice::countsWhatIsTooMuchToTell_data()
{
    QTest::addColumn<QList<int>>("minutes"); // of each rule; 0: for good
    QTest::addColumn<QString>("end");
    QTest::newRow("all for the same time")
        << QList<int>{10, 10, 10, 10, 10, 10}
        << u"/3 is answered 500, and 2 more for 10:\\d\\d more"_s;
    QTest::newRow("each for its own")
        << QList<int>{10, 10, 10, 10, 5, 7}
        << u"/3 is answered 500 for 10:\\d\\d more, and 2 more for up to 7:\\d\\d, then 200"_s;
    QTest::newRow("the last one for good")
        << QList<int>{10, 10, 10, 10, 0}
        << u"/3 is answered 500 for 10:\\d\\d more, and 1 more until you change it\\."_s;
}

void TstFaultNotice::countsWhatIsTooMuchToTell()
{
    QFETCH(QList<int>, minutes);
    QFETCH(QString, end);
    const qint64 now = core::now() + minute / 2;
    capture::Rules rules;
    for (const int time : minutes)
        rules.answers.append(
            ruleAt(u"/%1"_s.arg(rules.answers.size()), 500, time == 0 ? 0 : now + time * minute));
    (*m_live)->setEndpoints({Endpoint{.rules = rules}});
    QVERIFY2(QRegularExpression(end).match(words()).hasMatch(), qPrintable(words()));
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
    QVERIFY2(words().contains(u"At /a every webhook is answered 500 until you change it. "
                              "At /c every webhook is answered 404 until you change it."_s),
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
                              "all else is answered 500 until you change it"_s),
             qPrintable(words()));
    (*m_live)->setEndpoints({Endpoint{.rules = {.answers = {second}}}});
    QVERIFY2(words().contains(u"At / what fits ping is reset until you change it."_s),
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
