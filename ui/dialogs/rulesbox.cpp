// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/rulesbox.h"

#include "core/clock.h"
#include "inspector/inspector.h"
#include "signature/handshakeanswer.h"
#include "ui/dialogs/endpointrules.h"
#include "ui/dialogs/forwardsdialog.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/rulesdialog.h"
#include "ui/views/elidedbutton.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

RulesBox::RulesBox(inspector::Inspector &inspector, QFormLayout &form)
    : QObject(form.parentWidget())
    , m_inspector(inspector)
    , m_window(form.parentWidget())
    , m_answers(new QPushButton)
    , m_forwards(new ElidedButton)
    , m_handshake(new QCheckBox(tr("Answer the challen&ge")))
    , m_handshakeNote(formNote())
{
    for (QPushButton *button : std::initializer_list<QPushButton *>{m_answers, m_forwards})
        button->setAutoDefault(false);
    form.addRow(tr("Ru&les and faults"), m_answers);
    form.addRow(tr("Se&nd on to"), m_forwards);
    form.addRow(QString(), m_handshake);
    form.addRow(QString(), m_handshakeNote); // a check box cannot wrap
    m_nextEnd.setSingleShot(true);
    connect(&m_nextEnd, &QTimer::timeout, this, &RulesBox::showCounts);
    connect(&inspector, &inspector::Inspector::waitingForwardsChanged, this, &RulesBox::showCounts);
    connect(&inspector, &inspector::Inspector::secretsChanged, this, &RulesBox::showHandshake);
    connect(m_answers, &QPushButton::clicked, this, &RulesBox::editAnswers);
    connect(m_forwards, &QPushButton::clicked, this, &RulesBox::editForwards);
    connect(m_handshake, &QCheckBox::clicked, this, [this](bool on) {
        m_rules.handshake = on;
        showHandshake();
        Q_EMIT edited();
    });
}

void RulesBox::setEndpoint(const capture::Endpoint &endpoint,
                           const std::optional<signature::Scheme> &scheme)
{
    m_rules = endpoint.rules;
    m_path = endpoint.path;
    const bool known = scheme && scheme->handshake;
    for (QWidget *part : std::initializer_list<QWidget *>{m_handshake, m_handshakeNote})
        part->setVisible(known || m_rules.handshake);
    m_sender = scheme ? scheme->name : tr("the sender");
    m_needsSecret = known && signature::needsSecret(*scheme->handshake);
    m_handshake->setChecked(m_rules.handshake);
    showHandshake();
    showCounts();
}

void RulesBox::showHandshake()
{
    QString text = tr("By it %1 proves the address.").arg(m_sender);
    if (m_needsSecret && m_inspector.secrets(m_path).empty())
        text += u' '
            + (m_rules.handshake
                   ? tr("The answer needs a secret of this endpoint. There is none: it is 503.")
                   : tr("The answer needs a secret of this endpoint. There is none."));
    m_handshakeNote->setText(text);
    m_handshake->setAccessibleDescription(text);
}

void RulesBox::showCounts()
{
    const qint64 now = core::now();
    const auto on
        = std::count_if(m_rules.answers.begin(), m_rules.answers.end(),
                        [now](const auto &rule) { return rule.until == 0 || now < rule.until; });
    waitForNextEnd(m_nextEnd, m_rules.answers, now);
    const auto answers = int(m_rules.answers.size());
    m_answers->setText(answers == 0 ? tr("None…") : tr("%1 of %2 in force…").arg(on).arg(answers));
    QStringList targets;
    const QHash<QString, qint64> waiting = waitingForTargets(m_inspector, m_path);
    qint64 left = 0;
    for (const capture::ForwardRule &rule : m_rules.forwards) {
        targets.append(rule.enabled ? rule.target : tr("%1 (off)").arg(rule.target));
        left += waiting.value(rule.target);
    }
    const QString first = targets.value(0);
    const QString where = targets.size() < 2
        ? first
        : tr("%1 and %2 more").arg(first, QString::number(targets.size() - 1));
    const QString sentOn = targets.isEmpty() ? tr("Nowhere…")
        : left == 0                          ? tr("%1…").arg(where)
                    : tr("%1, %2 waiting…").arg(where, QLocale().toString(left));
    m_forwards->setFullText(sentOn);
    m_answers->setAccessibleName(tr("Rules and faults"));
    m_answers->setAccessibleDescription(m_answers->text());
    m_forwards->setAccessibleName(tr("Send on to"));
    m_forwards->setAccessibleDescription(sentOn);
}

void RulesBox::editAnswers()
{
    auto *dialog = new RulesDialog(m_path, m_rules.answers, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RulesDialog::taken, this, [this](const QList<capture::AnswerRule> &rules) {
        m_rules.answers = rules;
        showCounts();
        Q_EMIT edited();
    });
    dialog->open();
}

void RulesBox::editForwards()
{
    auto *dialog = new ForwardsDialog(m_path, m_rules.forwards, m_window);
    dialog->setListening(m_inspector.listening().value_or(listener::Listening()));
    dialog->setWaiting(waitingForTargets(m_inspector, m_path));
    connect(&m_inspector, &inspector::Inspector::waitingForwardsChanged, dialog,
            [this, dialog] { dialog->setWaiting(waitingForTargets(m_inspector, m_path)); });
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ForwardsDialog::taken, this, [this](const QList<capture::ForwardRule> &rules) {
        m_rules.forwards = rules;
        showCounts();
        Q_EMIT edited();
    });
    dialog->open();
}

} // namespace ui
