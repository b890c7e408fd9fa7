// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/appearancepage.h"

#include <QButtonGroup>
#include <QRadioButton>

namespace ui
{

AppearancePage::AppearancePage(Look look, QWidget *parent)
    : SettingsPage(parent)
    , m_looks(new QButtonGroup(this))
{
    addHeading(tr("Colours"));
    const QList<std::pair<Look, QString>> looks{{Look::System, tr("As the &desktop")},
                                                {Look::Light, tr("&Light")},
                                                {Look::Dark, tr("Dar&k")}};
    for (const auto &[which, text] : looks) {
        auto *choice = new QRadioButton(text);
        choice->setChecked(which == look);
        m_looks->addButton(choice, int(which));
        addWide(choice);
    }
    addSentence(tr("The size of the text is changed with Ctrl and plus or minus in the window."));
    addRest();
    connect(m_looks, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (checked)
            Q_EMIT changed(Look(id));
    });
}

void AppearancePage::restoreDefaults() { m_looks->button(int(Look::System))->setChecked(true); }

} // namespace ui
