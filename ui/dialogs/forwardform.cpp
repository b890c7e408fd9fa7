// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/forwardform.h"

#include "inspector/forwardloop.h"
#include "resend/targettrust.h"
#include "ui/dialogs/labels.h"
#include "ui/resend/authorityfile.h"
#include "ui/resend/pindialog.h"
#include "ui/resend/pinfile.h"
#include "ui/resend/targets.h"
#include "ui/views/codefont.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

static constexpr int mostRetries = 100;
static constexpr int longestPatience = 120; // seconds
static constexpr int noteLines = 2; // of what is said of the target, good or bad
static constexpr qsizetype longestHost = 40; // characters of it in a sentence

// Of a long name its beginning and its end.
static QString shortHost(const QString &host)
{
    if (host.size() <= longestHost)
        return host;
    return host.first(longestHost / 2) + u'…' + host.last(longestHost / 2 - 1);
}

QString describe(const capture::ForwardRule &rule)
{
    QStringList parts{rule.target.isEmpty() ? ForwardForm::tr("No target yet") : rule.target};
    if (rule.relays)
        parts.append(ForwardForm::tr("answers the sender"));
    else if (rule.retries > 0)
        parts.append(ForwardForm::tr("up to %1 tries more").arg(rule.retries));
    const bool secure = QUrl(rule.target).scheme() == "https"_L1;
    if (secure && !rule.checkCertificate)
        parts.append(ForwardForm::tr("certificate not checked"));
    else if (secure && !rule.pin.isEmpty())
        parts.append(ForwardForm::tr("one certificate only"));
    return parts.join(u", "_s);
}

ForwardForm::ForwardForm(QWidget *parent)
    : QWidget(parent)
    , m_target(new QLineEdit)
    , m_problem(problemLabel(noteLines))
    , m_note(formNote(noteLines))
    , m_retries(new QSpinBox)
    , m_relays(new QCheckBox(tr("Senders get the target's own a&nswer")))
    , m_patience(new QSpinBox)
{
    m_target->setFont(codeFont(*m_target));
    m_target->setPlaceholderText(u"http://localhost:3000/webhooks"_s);
    m_retries->setRange(0, mostRetries);
    m_retries->setSpecialValueText(tr("Never"));
    m_retries->setSuffix(tr(" times"));
    m_patience->setRange(1, longestPatience);
    m_patience->setSuffix(tr(" s"));
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(6);
    form->setLabelAlignment(Qt::AlignRight);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Target"), m_target);
    form->addRow(QString(), m_problem);
    form->addRow(QString(), m_note);
    form->addRow(tr("Try a&gain"), m_retries);
    form->addRow(QString(),
                 mutedLabel(tr("After an answer that is not 2xx, each time waiting twice "
                               "as long. While a target cannot be reached, what it is "
                               "to get waits for it, for a day.")));
    addRelaying(form);
    addTrust(form);
    addPin(form);
    setFocusProxy(m_target);
    for (auto *line : {m_target, m_authority, m_pin})
        connect(line, &QLineEdit::textChanged, this, &ForwardForm::take);
    for (auto *box : {m_relays, m_checks})
        connect(box, &QCheckBox::toggled, this, &ForwardForm::take);
    for (auto *number : {m_retries, m_patience})
        connect(number, &QSpinBox::valueChanged, this, &ForwardForm::take);
    setRule({});
}

void ForwardForm::addRelaying(QFormLayout *form)
{
    m_relays->setToolTip(tr("While the target cannot be reached, senders get the endpoint's reply "
                            "at once, and the webhook waits for the target.\nWhere it breaks off "
                            "without an answer, they get 502 and send the webhook again."));
    m_relays->setAccessibleDescription(m_relays->toolTip());
    auto *relaying = new QHBoxLayout; // side by side, since a small screen has no more room
    auto *patience = new QLabel(tr("&Wait at most"));
    patience->setBuddy(m_patience);
    relaying->addWidget(m_relays, 1);
    relaying->addWidget(patience);
    relaying->addWidget(m_patience);
    form->addRow(QString(), relaying);
}

void ForwardForm::addTrust(QFormLayout *form)
{
    m_checks = new QCheckBox(tr("&Check the target's certificate"));
    m_authority = new QLineEdit;
    m_authority->setAccessibleName(tr("Authority"));
    m_authority->setPlaceholderText(tr("Those that this computer trusts"));
    m_choose = new QPushButton(tr("C&hoose…"));
    m_choose->setAutoDefault(false);
    m_choose->setAccessibleName(tr("Choose the authority's file"));
    connect(m_choose, &QPushButton::clicked, this, &ForwardForm::chooseAuthority);
    connect(m_authority, &QLineEdit::textChanged, this, [this] { m_authorityProblem.clear(); });
    connect(m_authority, &QLineEdit::editingFinished, this, &ForwardForm::checkAuthority);
    auto *row = new QHBoxLayout;
    row->addWidget(m_authority, 1);
    row->addWidget(m_choose);
    auto *label = new QLabel(tr("A&uthority"));
    label->setBuddy(m_authority);
    form->addRow(QString(), m_checks);
    form->addRow(label, row);
}

void ForwardForm::addPin(QFormLayout *form)
{
    m_pin = new QLineEdit;
    m_pin->setFont(codeFont(*m_pin));
    m_pin->setAccessibleName(tr("The one certificate that is accepted"));
    m_pin->setPlaceholderText(tr("Any that is trusted"));
    m_pin->setToolTip(tr("The SHA-256 of the one certificate that is accepted, whoever signed it"));
    m_choosePin = new QPushButton(tr("F&rom a file…"));
    m_choosePin->setAutoDefault(false);
    m_choosePin->setAccessibleName(tr("Choose the certificate's file"));
    m_trustProblem = problemLabel(1);
    connect(m_choosePin, &QPushButton::clicked, this, &ForwardForm::choosePin);
    auto *row = new QHBoxLayout;
    row->addWidget(m_pin, 1);
    row->addWidget(m_choosePin);
    auto *label = new QLabel(tr("&One certificate"));
    label->setBuddy(m_pin);
    form->addRow(label, row);
    form->addRow(QString(), m_trustProblem);
}

void ForwardForm::setRule(const capture::ForwardRule &rule)
{
    const QScopedValueRollback showing(m_showing, true);
    m_rule = rule;
    m_target->setText(rule.target);
    m_retries->setValue(rule.retries);
    m_relays->setChecked(rule.relays);
    m_patience->setValue(rule.relayMilliseconds / 1000);
    m_checks->setChecked(rule.checkCertificate);
    m_authority->setText(rule.authorityFile);
    m_pin->setText(rule.pin);
    showProblem({});
    m_authorityProblem.clear();
    showNeeds();
}

void ForwardForm::setListening(const listener::Listening &listening) { m_listening = listening; }

QString ForwardForm::objection(const QUrl &target) const
{
    const QString why = resend::objection(target);
    return why.isEmpty() ? inspector::loopObjection(target, m_listening.address, m_listening.port)
                         : why;
}

void ForwardForm::take()
{
    if (m_showing)
        return;
    const QString target = m_target->text().trimmed();
    const QString why = objection(QUrl(target));
    showProblem(target.isEmpty() ? QString() : why);
    if (why.isEmpty())
        m_rule.target = target;
    m_rule.retries = m_retries->value();
    m_rule.relays = m_relays->isChecked();
    // One of less than a second, of the command line, stays.
    if (m_patience->value() != m_rule.relayMilliseconds / 1000)
        m_rule.relayMilliseconds = m_patience->value() * 1000;
    m_rule.checkCertificate = m_checks->isChecked();
    m_rule.authorityFile = m_authority->text().trimmed();
    takePin();
    showNeeds();
    Q_EMIT edited();
}

// In the place of what is said of a good target.
void ForwardForm::showProblem(const QString &why)
{
    m_problem->setText(why);
    m_problem->setVisible(!why.isEmpty());
    m_note->setVisible(why.isEmpty());
}

void ForwardForm::takePin()
{
    const QString text = m_pin->text().trimmed();
    const QString pin = resend::pinOf(text);
    const bool fits = text.isEmpty() || !pin.isEmpty();
    if (fits)
        m_rule.pin = pin;
}

// What is typed is kept all the same: the file may only be made later.
void ForwardForm::checkAuthority()
{
    m_authorityProblem = authorityProblem(m_authority->text().trimmed());
    showTrustProblem();
}

void ForwardForm::showTrustProblem()
{
    QString problem = pinProblem(m_pin->text().trimmed());
    if (problem.isEmpty() && !m_authorityProblem.isEmpty() && m_authority->isEnabled())
        problem = tr("Authority: %1").arg(m_authorityProblem);
    setProblem(m_trustProblem, problem);
}

void ForwardForm::showNeeds()
{
    const QUrl url(m_rule.target);
    const bool secure = url.scheme() == "https"_L1;
    m_retries->setEnabled(!m_rule.relays);
    m_patience->setEnabled(m_rule.relays);
    m_checks->setEnabled(secure);
    m_pin->setEnabled(secure && m_rule.checkCertificate);
    m_choosePin->setEnabled(m_pin->isEnabled());
    m_authority->setEnabled(m_pin->isEnabled() && m_rule.pin.isEmpty()); // of a pin none is asked
    m_choose->setEnabled(m_authority->isEnabled());
    showTrustProblem();
    m_note->setText(m_rule.target.isEmpty() || staysHere(url)
                        ? tr("Gets every webhook of this path byte for byte, and a header "
                             "against loops. Without a path, the webhook's own is kept.")
                        : tr("%1 is another computer. It gets every webhook of this path, with all "
                             "that is in it.")
                              .arg(shortHost(url.host())));
}

void ForwardForm::chooseAuthority()
{
    if (const QString file = askForAuthority(this, m_authority->text()); !file.isEmpty())
        m_authority->setText(file);
}

void ForwardForm::choosePin()
{
    if (const QString pin = askForPin(this); !pin.isEmpty())
        m_pin->setText(pin);
}

} // namespace ui
