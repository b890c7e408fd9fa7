// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/clock.h"
#include "support/accessiblewalk.h"
#include "ui/dialogs/rulesdialog.h"

#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ui;
using capture::AnswerRule;
using capture::Fault;

static constexpr qint64 minute = 60'000'000; // microseconds

class TstRulesDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesRules_data();
    void describesRules();
    void runsANewRuleForAWhile();
    void takesWhatIsFilledIn();
    void goesOnWithWhatWasNotTouched();
    void runsAgainWhatIsSwitchedOn();
    void offersTheTimeThatItHad();
    void stopsWhatIsSwitchedOff();
    void keepsTheOrder();
    void explainsAHeaderThatIsNone();
    void staysAsLargeWhateverItSays();
    void hasNothingToAnswerWhereItHangs();
    void switchesOffWhatEndsMeanwhile();
    void namesEverythingForScreenReaders();

private:
    void make(const QList<AnswerRule> &rules);
    template <typename Widget> Widget *field(const QString &label) const;
    void click(const QString &button);
    QListWidget *list() const { return m_dialog->findChild<QListWidget *>(); }
    QList<AnswerRule> taken();
    bool says(const QString &words) const;

    std::unique_ptr<RulesDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_taken;
};

void TstRulesDialog::make(const QList<AnswerRule> &rules)
{
    m_dialog = std::make_unique<RulesDialog>(u"/"_s, rules);
    m_taken = std::make_unique<QSignalSpy>(m_dialog.get(), &RulesDialog::taken);
    m_dialog->show();
}

template <typename Widget> Widget *TstRulesDialog::field(const QString &label) const
{
    for (auto *one : m_dialog->findChildren<QLabel *>()) {
        if (QString(one->text()).remove(u'&') == label)
            return qobject_cast<Widget *>(one->buddy());
    }
    return nullptr;
}

void TstRulesDialog::click(const QString &button)
{
    for (auto *one : m_dialog->findChildren<QPushButton *>()) {
        if (QString(one->text()).remove(u'&') == button)
            return one->click();
    }
    QFAIL(qPrintable(u"no button "_s + button));
}

bool TstRulesDialog::says(const QString &words) const
{
    for (const auto *label : m_dialog->findChildren<QLabel *>()) {
        if (label->text().contains(words))
            return true;
    }
    return false;
}

QList<AnswerRule> TstRulesDialog::taken()
{
    click(u"Use these rules"_s);
    return m_taken->isEmpty() ? QList<AnswerRule>()
                              : m_taken->first().first().value<QList<AnswerRule>>();
}

void TstRulesDialog::describesRules_data()
{
    QTest::addColumn<TimedRule>("rule");
    QTest::addColumn<QString>("words");
    QTest::newRow("every one, for good")
        << TimedRule{.rule = {.answer = {.status = 503}}} << u"Every webhook: 503, until changed"_s;
    QTest::newRow("a topic, for a while")
        << TimedRule{.rule = {.when = {.topic = u"customer/*"_s}, .fault = Fault::Reset},
                     .minutes = 10}
        << u"customer/*: reset, for 10 min"_s;
    QTest::newRow("the first of an event")
        << TimedRule{.rule = {.when = {.method = "POST"}, .fault = Fault::Hang, .failFirst = 2},
                     .minutes = 1}
        << u"POST, the first 2 of each event: left hanging, for 1 min"_s;
    QTest::newRow("by verdict") << TimedRule{.rule = {.when = {.signature
                                                               = signature::Signature::Invalid},
                                                      .answer = {.status = 401}}}
                                << u"Invalid signature: 401, until changed"_s;
    QTest::newRow("by freshness") << TimedRule{.rule = {.when = {.freshness
                                                                 = signature::Freshness::Stale},
                                                        .answer = {.status = 401}}}
                                  << u"Stale: 401, until changed"_s;
    QTest::newRow("switched off, for good")
        << TimedRule{.rule = {.answer = {.status = 503}}, .on = false, .offered = 0}
        << u"Every webhook: 503, off"_s;
    const AnswerRule past{.answer = {.status = 503}, .until = 3 * minute};
    const QString then
        = QDateTime::fromMSecsSinceEpoch(3 * 60'000).toString(u"d MMM HH:mm"_s); // local
    QTest::newRow("over") << TimedRule{.rule = past, .minutes = 10, .on = false, .offered = 10}
                          << u"Every webhook: 503, over since "_s + then;
    QTest::newRow("over and switched on") << TimedRule{.rule = past, .minutes = 10, .offered = 10}
                                          << u"Every webhook: 503, for 10 min"_s;
    const AnswerRule running{.answer = {.status = 503}, .until = 25 * minute};
    const QString end = QDateTime::fromMSecsSinceEpoch(25 * 60'000).toString(u"d MMM HH:mm"_s);
    QTest::newRow("running") << TimedRule{.rule = running, .minutes = 5, .offered = 5}
                             << u"Every webhook: 503, until "_s + end;
    QTest::newRow("running, to begin anew")
        << TimedRule{.rule = running, .minutes = 9, .offered = 5}
        << u"Every webhook: 503, for 9 min"_s;
}

void TstRulesDialog::describesRules()
{
    QFETCH(TimedRule, rule);
    QTEST(describe(rule, 20 * minute), "words");
}

void TstRulesDialog::runsANewRuleForAWhile()
{
    make({});
    QVERIFY(!m_dialog->findChild<RuleForm *>()->isEnabled());
    click(u"Add rule"_s);
    const qint64 before = core::now();
    const QList<AnswerRule> rules = taken();
    QCOMPARE(rules.size(), 1);
    QCOMPARE(rules.first().answer.status, 503);
    QVERIFY(rules.first().until >= before + 10 * minute);
    QVERIFY(rules.first().until <= core::now() + 10 * minute);
}

void TstRulesDialog::takesWhatIsFilledIn()
{
    make({});
    click(u"Add rule"_s);
    QTest::keyClicks(field<QLineEdit>(u"Method"_s), u"post"_s);
    QTest::keyClicks(field<QLineEdit>(u"Path"_s), u"/a*"_s);
    QTest::keyClicks(field<QLineEdit>(u"Topic"_s), u"ping"_s);
    QTest::keyClicks(field<QLineEdit>(u"Account"_s), u"7"_s);
    field<QComboBox>(u"Signature"_s)->setCurrentText(u"Unsigned"_s);
    field<QComboBox>(u"Freshness"_s)->setCurrentIndex(int(signature::Freshness::Future) + 1);
    field<QSpinBox>(u"Deliveries"_s)->setValue(3);
    field<QComboBox>(u"What happens"_s)->setCurrentText(u"Answer with a slow body"_s);
    field<QSpinBox>(u"Status"_s)->setValue(429);
    field<QSpinBox>(u"After"_s)->setValue(250);
    field<QPlainTextEdit>(u"Headers"_s)->setPlainText(u"Retry-After: 30"_s);
    QTest::keyClicks(field<QPlainTextEdit>(u"Body"_s), u"later"_s);
    field<QSpinBox>(u"Runs for"_s)->setValue(0);
    const QList<AnswerRule> rules = taken();
    QCOMPARE(rules.size(), 1);
    const AnswerRule expected{.when = {.method = "POST",
                                       .path = u"/a*"_s,
                                       .topic = u"ping"_s,
                                       .account = u"7"_s,
                                       .signature = signature::Signature::Unsigned,
                                       .freshness = signature::Freshness::Future},
                              .answer = {.status = 429,
                                         .fields = {{"Retry-After", "30"}},
                                         .body = "later",
                                         .delayMilliseconds = 250},
                              .fault = Fault::SlowBody,
                              .failFirst = 3};
    QCOMPARE(rules.first(), expected);
}

void TstRulesDialog::goesOnWithWhatWasNotTouched()
{
    const AnswerRule running{.answer = {.status = 500, .body = "\xff"},
                             .until = core::now() + 5 * minute + 1};
    const AnswerRule lasting{.fault = Fault::Close};
    const AnswerRule past{.answer = {.status = 500}, .until = 17};
    make({running, lasting, past});
    field<QSpinBox>(u"Status"_s)->setValue(502);
    QList<AnswerRule> expected{running, lasting, past};
    expected.first().answer.status = 502;
    QCOMPARE(taken(), expected);
}

void TstRulesDialog::runsAgainWhatIsSwitchedOn()
{
    make({{.answer = {.status = 500}, .until = 17}});
    QCOMPARE(list()->item(0)->checkState(), Qt::Unchecked);
    QVERIFY(says(u"Its time was over at "_s));
    list()->item(0)->setCheckState(Qt::Checked);
    QVERIFY(says(u"From when you use these rules."_s));
    const qint64 before = core::now();
    const QList<AnswerRule> rules = taken();
    QVERIFY(rules.value(0).until >= before + 10 * minute);
}

void TstRulesDialog::offersTheTimeThatItHad()
{
    make({{.answer = {.status = 500}, .until = 17, .minutes = 45}});
    QCOMPARE(field<QSpinBox>(u"Runs for"_s)->value(), 45);
    list()->item(0)->setCheckState(Qt::Checked);
    field<QSpinBox>(u"Runs for"_s)->setValue(30);
    const qint64 before = core::now();
    const QList<AnswerRule> rules = taken();
    QVERIFY(rules.value(0).until >= before + 30 * minute);
    QCOMPARE(rules.value(0).minutes, 30);
    make(rules); // it runs
    QCOMPARE(taken().value(0).minutes, 30);
}

void TstRulesDialog::stopsWhatIsSwitchedOff()
{
    make({{.answer = {.status = 500}}});
    QCOMPARE(list()->item(0)->checkState(), Qt::Checked);
    list()->item(0)->setCheckState(Qt::Unchecked);
    const QList<AnswerRule> rules = taken();
    QVERIFY(rules.value(0).until > 0);
    QVERIFY(rules.value(0).until <= core::now());
}

void TstRulesDialog::keepsTheOrder()
{
    const AnswerRule first{.answer = {.status = 501}};
    const AnswerRule second{.answer = {.status = 502}};
    const AnswerRule third{.answer = {.status = 503}};
    make({first, second, third});
    list()->setCurrentRow(2);
    click(u"Move up"_s);
    QCOMPARE(field<QSpinBox>(u"Status"_s)->value(), 503);
    list()->setCurrentRow(0);
    click(u"Remove"_s);
    QCOMPARE(field<QSpinBox>(u"Status"_s)->value(), 503);
    QCOMPARE(taken(), QList<AnswerRule>({third, second}));
}

void TstRulesDialog::explainsAHeaderThatIsNone()
{
    make({});
    click(u"Add rule"_s);
    auto *fields = field<QPlainTextEdit>(u"Headers"_s);
    fields->setPlainText(u"Retry-After: 30"_s);
    fields->setPlainText(u"Content-Length: 3"_s);
    QStringList words;
    for (const auto *label : m_dialog->findChildren<QLabel *>()) {
        if (label->isVisible())
            words.append(label->text());
    }
    QVERIFY2(words.join(u'|').contains(u"Content-Length"_s), qPrintable(words.join(u'|')));
    QCOMPARE(taken().value(0).answer.fields, http::Fields({{"Retry-After", "30"}}));
}

void TstRulesDialog::staysAsLargeWhateverItSays()
{
    const qint64 now = core::now();
    make({{.until = now + 30 * minute, .minutes = 30},
          {.until = now - 3000 * minute, .minutes = 30},
          {.answer = {.status = 503}}});
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    const QSize before = m_dialog->size();
    QVERIFY(before.width() <= 960 && before.height() <= 600);
    const auto stays = [&] {
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        return m_dialog->size() == before
            && m_dialog->layout()->totalHeightForWidth(before.width()) <= before.height();
    };
    for (int row = 0; row < list()->count(); ++row) {
        list()->setCurrentRow(row);
        QVERIFY2(stays(), qPrintable(QString::number(row)));
        for (const QString &headers : {u"none"_s, u"No Name: a"_s, u"X: y"_s}) {
            field<QPlainTextEdit>(u"Headers"_s)->setPlainText(headers);
            QVERIFY2(stays(), qPrintable(headers));
        }
    }
    click(u"Add rule"_s);
    QVERIFY(stays());
}

void TstRulesDialog::hasNothingToAnswerWhereItHangs()
{
    make({{.fault = Fault::Hang}});
    QVERIFY(!field<QSpinBox>(u"Status"_s)->isEnabled());
    QVERIFY(!field<QPlainTextEdit>(u"Body"_s)->isEnabled());
    field<QComboBox>(u"What happens"_s)->setCurrentText(u"Answer"_s);
    QVERIFY(field<QSpinBox>(u"Status"_s)->isEnabled());
}

void TstRulesDialog::switchesOffWhatEndsMeanwhile()
{
    const AnswerRule ending{.answer = {.status = 500}, .until = core::now() + minute / 60};
    const AnswerRule past{.answer = {.status = 501}, .until = 17};
    make({ending, past});
    QCOMPARE(list()->item(0)->checkState(), Qt::Checked);
    list()->item(1)->setCheckState(Qt::Checked); // to run again
    QTRY_COMPARE(list()->item(0)->checkState(), Qt::Unchecked);
    QCOMPARE(list()->item(1)->checkState(), Qt::Checked);
    const QList<AnswerRule> rules = taken();
    QCOMPARE(rules.value(0).until, ending.until);
    QVERIFY(rules.value(1).until > core::now());
}

void TstRulesDialog::namesEverythingForScreenReaders()
{
    make({{.answer = {.status = 503}}});
    const support::AccessibleWalk walk(*m_dialog);
    QVERIFY2(walk.faults().isEmpty(), qPrintable(u'\n' + walk.faults().join(u'\n')));
    QVERIFY(walk.controls() > 12);
}

QTEST_MAIN(TstRulesDialog)
#include "tst_rulesdialog.moc"
