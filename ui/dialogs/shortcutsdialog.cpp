// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/shortcutsdialog.h"

#include "ui/buttontext.h"
#include "ui/dialogs/dialogfooter.h"
#include "ui/dialogs/rowdelegate.h"
#include "ui/views/findfield.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui
{
namespace
{

QString keysOf(const QAction &action)
{
    QStringList keys;
    for (const auto &sequence : action.shortcuts())
        keys.append(sequence.toString(QKeySequence::NativeText));
    return keys.join(ShortcutsDialog::tr(" or "));
}

// No action of the window has these: they work in the window that sends again.
void addEditorKeys(QTreeWidget &tree)
{
    const auto add = [&tree](const QString &name, Qt::Key key) {
        new QTreeWidgetItem(&tree,
                            {name, QKeySequence(Qt::ALT | key).toString(QKeySequence::NativeText)});
    };
    add(ShortcutsDialog::tr("Load the send above, in Edit & Re-send"), Qt::Key_Up);
    add(ShortcutsDialog::tr("Load the send below, in Edit & Re-send"), Qt::Key_Down);
}

// Whether any is left.
bool narrow(QTreeWidget &tree, const QString &words)
{
    bool any = false;
    for (int row = 0; row < tree.topLevelItemCount(); ++row) {
        auto *item = tree.topLevelItem(row);
        const auto text = item->text(0) + u' ' + item->text(1);
        const auto wanted = words.split(u' ', Qt::SkipEmptyParts);
        const bool fits = std::all_of(wanted.begin(), wanted.end(), [&](const QString &word) {
            return text.contains(word, Qt::CaseInsensitive);
        });
        item->setHidden(!fits);
        any = any || fits;
    }
    return any;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent)
    : ContentDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *filter = new QLineEdit;
    filter->setPlaceholderText(tr("Find an action or a key"));
    filter->setAccessibleName(filter->placeholderText());
    makeClearable(*filter);
    auto *tree = new QTreeWidget;
    tree->setHeaderLabels({tr("Action"), tr("Shortcut")});
    tree->setAccessibleName(tr("Keyboard shortcuts"));
    tree->setRootIsDecorated(false);
    tree->setUniformRowHeights(true);
    tree->setItemDelegate(new RowDelegate(tree));
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    tree->header()->setStretchLastSection(false);
    for (const auto *action : actions) {
        if (!action->isSeparator() && !action->shortcuts().isEmpty())
            new QTreeWidgetItem(tree, {labelName(action->text()), keysOf(*action)});
    }
    addEditorKeys(*tree);
    auto *none = new QLabel(tr("No action and no key has all of these words."));
    none->hide();
    connect(filter, &QLineEdit::textChanged, tree,
            [tree, none](const QString &words) { none->setHidden(narrow(*tree, words)); });
    auto *close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    footer()->addRight(close);
    content()->addWidget(filter);
    content()->addWidget(none);
    content()->addWidget(tree, 1);
    filter->setFocus();
    resize(fontMetrics().height() * 26, fontMetrics().height() * 30);
}

} // namespace ui
