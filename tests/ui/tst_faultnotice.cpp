// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/clock.h"
#include "support/liveinspector.h"
#include "ui/faultnotice.h"
#include "ui/messagebar.h"

#include <QLabel>
#include <QPushButton>

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
