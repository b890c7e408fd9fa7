// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/ruleform.h"

#include "core/clock.h"
#include "signature/verdict.h"
#include "signature/verdicttitle.h"
#include "ui/dialogs/fieldlines.h"
#include "ui/dialogs/labels.h"
#include "ui/views/codefont.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QTextDocument>
#include <QTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui
{
namespace
{

using capture::Fault;

constexpr int longestDelay = 120'000; // milliseconds
constexpr int longestRun = 24 * 60; // minutes
constexpr int mostFirst = 100;
constexpr int timeLines = 2; // of what becomes of a rule's time, so that the form stays as it is

QFormLayout *newForm()
{
    auto *form = new QFormLayout;
    form->setVerticalSpacing(6);
    form->setLabelAlignment(Qt::AlignRight);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

QLineEdit *patternLine(const QString &hint)
{
    auto *line = new QLineEdit;
    line->setPlaceholderText(RuleForm::tr("Any"));
    line->setToolTip(hint);
    return line;
}

QPlainTextEdit *shortText()
{
    auto *text = new QPlainTextEdit;
    text->setFont(codeFont(*text));
    text->setTabChangesFocus(true);
    text->setFixedHeight(text->fontMetrics().height() * 2 + 14);
    return text;
}

} // namespace

void waitForNextEnd(QTimer &timer, const QList<capture::AnswerRule> &rules, qint64 now)
{
    constexpr qint64 longest = 3'600'000'000; // microseconds; then it is looked again
    qint64 wait = longest;
    bool any = false;
    for (const capture::AnswerRule &rule : rules) {
        if (rule.until <= now)
            continue;
        any = true;
        wait = std::min(wait, rule.until - now);
    }
    any ? timer.start(std::chrono::milliseconds(wait / 1000 + 1)) : timer.stop();
}

RuleForm::RuleForm(QWidget *parent)
    : QWidget(parent)
{
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(18);
    columns->addLayout(conditions(), 2);
    columns->addLayout(answer(), 3); // which has sentences in it
    for (auto *line : {m_method, m_path, m_topic, m_account})
        connect(line, &QLineEdit::textEdited, this, &RuleForm::take);
    for (auto *box : {m_signature, m_freshness, m_fault})
        connect(box, &QComboBox::currentIndexChanged, this, &RuleForm::take);
    for (auto *number : {m_status, m_delay, m_first, m_minutes})
        connect(number, &QSpinBox::valueChanged, this, &RuleForm::take);
    for (auto *text : {m_fields, m_body})
        connect(text, &QPlainTextEdit::textChanged, this, &RuleForm::take);
    setFocusProxy(m_method);
    setRule({});
}

QFormLayout *RuleForm::conditions()
{
    m_method = patternLine({});
    m_path = patternLine(tr("* stands for any text: /hooks/*"));
    m_topic = patternLine(tr("* stands for any text: customer/*"));
    m_account = patternLine({});
    m_signature = new QComboBox;
    m_signature->addItem(tr("Any signature"));
    for (int word = 0; word <= int(signature::Signature::NotApplicable); ++word)
        m_signature->addItem(titleOf(signature::Signature(word)), word);
    m_freshness = new QComboBox;
    m_freshness->addItem(tr("Any freshness"));
    for (int word = 0; word <= int(signature::Freshness::NotApplicable); ++word)
        m_freshness->addItem(titleOf(signature::Freshness(word)), word);
    m_first = new QSpinBox;
    m_first->setRange(0, mostFirst);
    m_first->setSpecialValueText(tr("All of an event"));
    m_first->setPrefix(tr("First "));
    m_first->setSuffix(tr(" of an event"));
    auto *form = newForm();
    form->addRow(headingLabel(tr("For which webhooks")));
    form->addRow(tr("&Method"), m_method);
    form->addRow(tr("&Path"), m_path);
    form->addRow(tr("&Topic"), m_topic);
    form->addRow(tr("A&ccount"), m_account);
    form->addRow(tr("Si&gnature"), m_signature);
    form->addRow(tr("Fresh&ness"), m_freshness);
    form->addRow(tr("&Deliveries"), m_first);
    return form;
}

QFormLayout *RuleForm::answer()
{
    m_fault = new QComboBox;
    m_fault->addItems({tr("Answer"), tr("Close the connection"), tr("Reset the connection"),
                       tr("Never answer"), tr("Answer with a slow body")});
    m_status = new QSpinBox;
    m_status->setRange(200, 599);
    m_delay = new QSpinBox;
    m_delay->setRange(0, longestDelay);
    m_delay->setSingleStep(100);
    m_delay->setSuffix(tr(" ms"));
    m_fields = shortText();
    m_fields->setPlaceholderText(u"Retry-After: 30"_s);
    m_fieldsProblem = problemLabel(1);
    m_body = shortText();
    m_minutes = new QSpinBox;
    m_minutes->setRange(0, longestRun);
    m_minutes->setSpecialValueText(tr("Until changed"));
    m_minutes->setSuffix(tr(" min"));
    m_time = formNote(timeLines);
    auto *form = newForm();
    form->addRow(headingLabel(tr("What their sender gets")));
    form->addRow(tr("W&hat happens"), m_fault);
    form->addRow(tr("&Status"), m_status);
    form->addRow(tr("A&fter"), m_delay);
    form->addRow(tr("H&eaders"), m_fields);
    form->addRow(QString(), m_fieldsProblem);
    form->addRow(tr("&Body"), m_body);
    form->addRow(tr("Runs f&or"), m_minutes);
    form->addRow(QString(), m_time);
    return form;
}

void RuleForm::setRule(const TimedRule &rule)
{
    const QScopedValueRollback showing(m_showing, true);
    m_rule = rule;
    const capture::RuleCondition &when = rule.rule.when;
    m_method->setText(QString::fromLatin1(when.method));
    m_path->setText(when.path);
    m_topic->setText(when.topic);
    m_account->setText(when.account);
    m_signature->setCurrentIndex(when.signature ? int(*when.signature) + 1 : 0);
    m_freshness->setCurrentIndex(when.freshness ? int(*when.freshness) + 1 : 0);
    m_first->setValue(rule.rule.failFirst);
    m_fault->setCurrentIndex(int(rule.rule.fault));
    m_status->setValue(rule.rule.answer.status);
    m_delay->setValue(rule.rule.answer.delayMilliseconds);
    m_fields->setPlainText(textFromFields(rule.rule.answer.fields));
    m_body->setPlainText(QString::fromUtf8(rule.rule.answer.body));
    m_minutes->setValue(rule.minutes);
    setProblem(m_fieldsProblem, {});
    showNeeds();
}

void RuleForm::take()
{
    if (m_showing)
        return;
    capture::AnswerRule &rule = m_rule.rule;
    rule.when = {.method = m_method->text().trimmed().toUpper().toLatin1(),
                 .path = m_path->text().trimmed(),
                 .topic = m_topic->text().trimmed(),
                 .account = m_account->text().trimmed()};
    if (m_signature->currentIndex() > 0)
        rule.when.signature = signature::Signature(m_signature->currentData().toInt());
    if (m_freshness->currentIndex() > 0)
        rule.when.freshness = signature::Freshness(m_freshness->currentData().toInt());
    rule.failFirst = m_first->value();
    rule.fault = Fault(m_fault->currentIndex());
    rule.answer.status = m_status->value();
    rule.answer.delayMilliseconds = m_delay->value();
    const auto fields = fieldsFromText(m_fields->toPlainText());
    setProblem(m_fieldsProblem, fields ? QString() : fields.error().why);
    if (fields)
        rule.answer.fields = *fields;
    // A body that is not text stays as it is until somebody edits it.
    if (m_body->document()->isModified())
        rule.answer.body = m_body->toPlainText().toUtf8();
    m_rule.minutes = m_minutes->value();
    showNeeds();
    Q_EMIT edited();
}

// Without an answer there is nothing to say of it.
void RuleForm::showNeeds()
{
    const Fault fault = m_rule.rule.fault;
    const bool answers = fault == Fault::None || fault == Fault::SlowBody;
    for (auto *field : {static_cast<QWidget *>(m_status), static_cast<QWidget *>(m_fields),
                        static_cast<QWidget *>(m_body)})
        field->setEnabled(answers);
    m_delay->setEnabled(fault != Fault::Hang);
    m_time->setText(timeSentence(m_rule, core::now()));
}

} // namespace ui
