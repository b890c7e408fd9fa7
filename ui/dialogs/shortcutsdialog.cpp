// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/shortcutsdialog.h"

#include "ui/dialogs/dialogfooter.h"
#include "ui/dialogs/rowdelegate.h"
#include "ui/views/findfield.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui
{
namespace
{

QString nameOf(const QAction &action)
{
    auto name = action.text();
    name.remove(u'&');
    return name.endsWith(u'…') ? name.chopped(1) : name;
}

QString keysOf(const QAction &action)
{
    QStringList keys;
    for (const auto &sequence : action.shortcuts())
        keys.append(sequence.toString(QKeySequence::NativeText));
    return keys.join(ShortcutsDialog::tr(" or "));
}

void narrow(QTreeWidget &tree, const QString &words)
{
    for (int row = 0; row < tree.topLevelItemCount(); ++row) {
        auto *item = tree.topLevelItem(row);
        const auto text = item->text(0) + u' ' + item->text(1);
        const auto wanted = words.split(u' ', Qt::SkipEmptyParts);
        item->setHidden(!std::all_of(wanted.begin(), wanted.end(), [&](const QString &word) {
            return text.contains(word, Qt::CaseInsensitive);
        }));
    }
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
            new QTreeWidgetItem(tree, {nameOf(*action), keysOf(*action)});
    }
    connect(filter, &QLineEdit::textChanged, tree,
            [tree](const QString &words) { narrow(*tree, words); });
    auto *close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    footer()->addRight(close);
    content()->addWidget(filter);
    content()->addWidget(tree, 1);
    resize(fontMetrics().height() * 26, fontMetrics().height() * 30);
}

} // namespace ui
