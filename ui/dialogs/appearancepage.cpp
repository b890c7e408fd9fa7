// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/appearancepage.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QFontDatabase>
#include <QRadioButton>

namespace ui
{

AppearancePage::AppearancePage(Look look, bool compact, const QString &codeFamily, QWidget *parent)
    : SettingsPage(parent)
    , m_looks(new QButtonGroup(this))
    , m_compact(new QCheckBox(tr("Rows &closer together")))
    , m_code(new QComboBox)
{
    addColours(look);
    addHeading(tr("Table of webhooks"));
    m_compact->setChecked(compact);
    addWide(m_compact);
    addExplanation(tr("More of them fit, and each is a smaller place to click."));
    addHeading(tr("Text"));
    addCodeFont(codeFamily);
    addSentence(tr("The size of all text is changed with Ctrl and plus or minus in the window, and "
                   "how times are written in the menu View, Times."));
    addRest();
    connect(m_compact, &QCheckBox::toggled, this, &AppearancePage::compactChanged);
    connect(m_code, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT codeFamilyChanged(m_code->currentData().toString()); });
}

void AppearancePage::addColours(Look look)
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
    connect(m_looks, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (checked)
            Q_EMIT changed(Look(id));
    });
}

// A family that is not installed any more stays the choice: it may come back.
void AppearancePage::addCodeFont(const QString &family)
{
    m_code->addItem(tr("As the desktop"), QString());
    const QStringList families = QFontDatabase::families();
    for (const QString &each : families) {
        if (QFontDatabase::isFixedPitch(each) && !QFontDatabase::isPrivateFamily(each))
            m_code->addItem(each, each);
    }
    if (m_code->findData(family) < 0)
        m_code->addItem(tr("%1, not installed").arg(family), family);
    m_code->setCurrentIndex(m_code->findData(family));
    addRow(tr("Code and &bytes"), m_code);
}

void AppearancePage::restoreDefaults()
{
    m_looks->button(int(Look::System))->setChecked(true);
    m_compact->setChecked(false);
    m_code->setCurrentIndex(0);
}

} // namespace ui
