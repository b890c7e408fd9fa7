// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/shortcutspage.h"

#include "ui/dialogs/notebox.h"
#include "ui/dialogs/rowdelegate.h"
#include "ui/shortcuts.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>

namespace ui
{
namespace
{

constexpr int shownRows = 13;

QString keysOf(const Shortcuts::Entry &entry)
{
    QStringList keys;
    for (const QKeySequence &key : entry.action->shortcuts()) {
        if (!key.isEmpty())
            keys.append(key.toString(QKeySequence::NativeText));
    }
    return keys.join(ShortcutsPage::tr(" or "));
}

bool isUsual(const Shortcuts::Entry &entry) { return entry.action->shortcuts() == entry.usual; }

} // namespace

ShortcutsPage::ShortcutsPage(Shortcuts &shortcuts, bool letters, QWidget *parent)
    : SettingsPage(parent)
    , m_shortcuts(shortcuts)
    , m_map(new QTreeWidget)
    , m_name(new QLabel)
    , m_key(new QKeySequenceEdit)
    , m_none(new QPushButton(tr("&No key")))
    , m_usual(new QPushButton(tr("&As usual")))
    , m_note(new NoteBox)
    , m_letters(new QCheckBox(tr("Single &letters act in the table")))
{
    m_map->setHeaderLabels({tr("Action"), tr("Key")});
    m_map->setAccessibleName(tr("Keyboard map"));
    m_map->setRootIsDecorated(false);
    m_map->setUniformRowHeights(true);
    m_map->setItemDelegate(new RowDelegate(m_map));
    m_map->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_map->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_map->header()->setStretchLastSection(false);
    m_map->setMinimumHeight((fontMetrics().height() + 8) * shownRows);
    addHeading(tr("Keys"));
    addWide(m_map);
    addWide(makeEditor());
    addWide(m_note);
    addHeading(tr("In the table"));
    m_letters->setChecked(letters);
    addWide(m_letters);
    addExplanation(tr("M marks a webhook, and a slash goes to the filter."));
    fill();
    connect(&shortcuts, &Shortcuts::changed, this, &ShortcutsPage::fill);
    connect(m_map, &QTreeWidget::currentItemChanged, this, &ShortcutsPage::showEntry);
    connect(m_letters, &QCheckBox::toggled, this, &ShortcutsPage::lettersChanged);
    m_map->setCurrentItem(m_map->topLevelItem(0));
}

QWidget *ShortcutsPage::makeEditor()
{
    m_key->setAccessibleName(tr("Key for the chosen action"));
    if (auto *edit = m_key->findChild<QLineEdit *>())
        edit->setAccessibleName(m_key->accessibleName());
    m_name->setTextFormat(Qt::PlainText);
    m_name->setBuddy(m_key);
    auto *editor = new QWidget;
    auto *row = new QHBoxLayout(editor);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_name);
    row->addWidget(m_key, 1);
    for (QPushButton *button : {m_none, m_usual}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    // One key, not several after one another.
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, [this](const QKeySequence &key) {
        if (!key.isEmpty())
            take(QKeySequence(key[0]));
    });
    connect(m_none, &QPushButton::clicked, this, [this] { take({}); });
    connect(m_usual, &QPushButton::clicked, this, [this] {
        if (entry() < 0)
            return;
        m_shortcuts.restore(entry());
        showEntry();
    });
    return editor;
}

void ShortcutsPage::fill()
{
    const auto &entries = m_shortcuts.entries();
    for (int row = m_map->topLevelItemCount(); row < entries.size(); ++row)
        new QTreeWidgetItem(m_map, {entries[row].name()});
    for (int row = 0; row < entries.size(); ++row) {
        QTreeWidgetItem *item = m_map->topLevelItem(row);
        item->setText(1, keysOf(entries[row]));
        QFont font = m_map->font();
        font.setBold(!isUsual(entries[row]));
        item->setFont(1, font);
        item->setToolTip(1, isUsual(entries[row]) ? QString() : tr("Chosen by you"));
    }
}

int ShortcutsPage::entry() const { return m_map->indexOfTopLevelItem(m_map->currentItem()); }

void ShortcutsPage::showEntry()
{
    m_note->clear();
    const int row = entry();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_key, m_none, m_usual})
        widget->setEnabled(row >= 0);
    if (row < 0)
        return m_name->clear();
    const Shortcuts::Entry &entry = m_shortcuts.entries()[row];
    m_name->setText(tr("Key for “%1”").arg(entry.name()));
    const QSignalBlocker blocker(m_key);
    m_key->setKeySequence(entry.action->shortcut());
    m_none->setEnabled(!entry.action->shortcut().isEmpty());
    m_usual->setEnabled(!isUsual(entry));
}

void ShortcutsPage::take(const QKeySequence &key)
{
    const int row = entry();
    if (row < 0)
        return;
    const QString objection = m_shortcuts.objection(row, key);
    if (objection.isEmpty())
        m_shortcuts.setKey(row, key);
    showEntry();
    if (!objection.isEmpty())
        m_note->setNote(NoteBox::Kind::Warning, objection, tr("The key stays as it was."));
}

void ShortcutsPage::restoreDefaults()
{
    for (qsizetype row = 0; row < m_shortcuts.entries().size(); ++row)
        m_shortcuts.restore(row);
    m_letters->setChecked(true);
    showEntry();
}

} // namespace ui
