// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/settingspage.h"

#include "ui/dialogs/labels.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui
{
namespace
{
constexpr int margin = 14;
constexpr int choiceIndent = 22;
} // namespace

SettingsPage::SettingsPage(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(margin, margin - 4, margin, margin);
    m_column->setSpacing(7);
}

void SettingsPage::addHeading(const QString &text)
{
    if (m_column->count() > 0)
        m_column->addSpacing(10);
    m_column->addWidget(headingLabel(text));
}

void SettingsPage::addRow(const QString &label, QWidget *field)
{
    auto *name = new QLabel(label);
    name->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(QString(label).remove(u'&'));
    if (auto *edit = field->findChild<QLineEdit *>()) // of a spin box or a combo box
        edit->setAccessibleName(field->accessibleName());
    auto *row = new QHBoxLayout;
    row->addWidget(name);
    row->addStretch(1);
    row->addWidget(field);
    m_column->addLayout(row);
}

void SettingsPage::addWide(QWidget *widget) { m_column->addWidget(widget); }

void SettingsPage::addSentence(const QString &text) { m_column->addWidget(mutedLabel(text)); }

void SettingsPage::addExplanation(const QString &text)
{
    auto *label = mutedLabel(text);
    label->setContentsMargins(choiceIndent, 0, 0, 4);
    m_column->addWidget(label);
}

void SettingsPage::addRest() { m_column->addStretch(1); }

} // namespace ui
