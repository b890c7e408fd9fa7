// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/addressstep.h"

#include "inspector/inspector.h"
#include "ui/dialogs/notebox.h"
#include "ui/dialogs/publicaddress.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

AddressStep::AddressStep(int number, inspector::Inspector &inspector, QWidget *parent)
    : StepRow(number, tr("Give Smile an address it can reach"), parent)
    , m_inspector(inspector)
    , m_choices(new QButtonGroup(this))
    , m_address(new PublicAddress(inspector))
    , m_certificate(new QPushButton(tr("Choose certificate…")))
{
    setSentence(tr("Smile sends from the internet: it cannot reach localhost, and it will not know "
                   "the local certificate."));
    m_certificate->setAutoDefault(false);
    addChoice(Choice::Tunnel, tr("A tunnel or reverse proxy &forwards to me"), m_address)
        ->setChecked(true);
    body()->addWidget(m_address->finding());
    addChoice(Choice::OwnName, tr("This computer has a &public name; I have a certificate for it"),
              m_certificate);
    addChoice(Choice::NotNow, tr("&Not now; I will send test webhooks from here"), nullptr);
    const auto follow = [this] {
        m_address->setEnabled(choice() == Choice::Tunnel);
        m_certificate->setEnabled(choice() == Choice::OwnName);
        Q_EMIT changed();
    };
    connect(m_choices, &QButtonGroup::idToggled, this, follow);
    connect(m_address, &PublicAddress::changed, this, &AddressStep::changed);
    connect(m_certificate, &QPushButton::clicked, this, &AddressStep::certificateWanted);
    follow();
}

QRadioButton *AddressStep::addChoice(Choice choice, const QString &text, QWidget *beside)
{
    auto *button = new QRadioButton(text);
    m_choices->addButton(button, int(choice));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(button);
    row->addStretch(1);
    if (beside == m_address)
        beside->setMinimumWidth(fontMetrics().height() * 23);
    if (beside)
        row->addWidget(beside);
    body()->addLayout(row);
    return button;
}

AddressStep::Choice AddressStep::choice() const { return Choice(qMax(0, m_choices->checkedId())); }

bool AddressStep::settled() const
{
    switch (choice()) {
    case Choice::Tunnel:
        return m_address->reached() && publicUrlProblem(m_address->edit()->text()).isEmpty();
    case Choice::OwnName:
        return !ownName().isEmpty();
    case Choice::NotNow:
        return true;
    }
    return false;
}

QString AddressStep::webhookUrl() const
{
    const auto listening = m_inspector.listening();
    switch (choice()) {
    case Choice::Tunnel:
        return m_address->url().toString();
    case Choice::OwnName:
        return ownName().isEmpty() || !listening
            ? QString()
            : u"https://%1:%2/"_s.arg(ownName()).arg(listening->port);
    case Choice::NotNow:
        return listening ? listening->urls.value(0) : QString();
    }
    return {};
}

QString AddressStep::ownName() const
{
    const auto identity = m_inspector.identity();
    if (!identity || identity->chain.isEmpty())
        return {};
    const auto names = identity->chain.first().subjectAlternativeNames().values(QSsl::DnsEntry);
    for (const auto &name : names) {
        if (name != "localhost"_L1 && !name.startsWith(u'*'))
            return name;
    }
    return {};
}

} // namespace ui
