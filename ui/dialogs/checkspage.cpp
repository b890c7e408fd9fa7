// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/checkspage.h"

#include "ui/dialogs/allowedages.h"

#include <QCheckBox>
#include <QPushButton>

namespace ui
{

ChecksPage::ChecksPage(inspector::Inspector &inspector, const TableSettings &table, QWidget *parent)
    : SettingsPage(parent)
    , m_ages(new AllowedAges(inspector))
    , m_tint(new QCheckBox(tr("&Tint rows with a problem")))
    , m_repeats(new QCheckBox(tr("Point out &repeated webhooks")))
{
    auto *endpoints = new QPushButton(tr("&Endpoints…"));
    endpoints->setAutoDefault(false);
    endpoints->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    addHeading(tr("Allowed age at arrival"));
    addWide(m_ages);
    addSentence(tr("What is older is stale, and what is dated further ahead is in the future. It "
                   "holds for this store; what it has is judged again."));
    addHeading(tr("In the table"));
    m_tint->setChecked(table.tint);
    m_repeats->setChecked(table.repeats);
    addWide(m_tint);
    addExplanation(tr("Their words and icons stay as they are."));
    addWide(m_repeats);
    addExplanation(tr("A tag says which attempt it is. A replay is always told."));
    addHeading(tr("What senders are told"));
    addSentence(tr("A webhook is answered alike whatever its signature is, unless a rule of its "
                   "endpoint says otherwise: what is refused, senders send again, and Smile turns "
                   "a webhook off that is refused for long."));
    addWide(endpoints);
    addRest();
    const auto tell
        = [this] { Q_EMIT pointedOutChanged(m_tint->isChecked(), m_repeats->isChecked()); };
    connect(m_tint, &QCheckBox::toggled, this, tell);
    connect(m_repeats, &QCheckBox::toggled, this, tell);
    connect(endpoints, &QPushButton::clicked, this, &ChecksPage::endpointsWanted);
}

void ChecksPage::restoreDefaults()
{
    m_ages->restoreDefaults();
    m_tint->setChecked(true);
    m_repeats->setChecked(true);
}

} // namespace ui
