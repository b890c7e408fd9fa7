// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/filtersbutton.h"

#include "ui/icons.h"

#include <QDialogButtonBox>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString shortened(const QString &text)
{
    constexpr qsizetype longest = 60;
    return text.size() <= longest ? text : text.first(longest - 1) + u'…';
}

// As a menu can show it: short, and without a mnemonic.
QString shown(const QString &text)
{
    return shortened(text).replace(u'&', "&&"_L1).replace(u'\t', u' ');
}

} // namespace

FiltersButton::FiltersButton(QSettings &settings, QWidget *parent)
    : QToolButton(parent)
    , m_memory(settings)
{
    setIcon(ui::icon(u"filter"_s));
    setText(tr("Filters"));
    setToolTip(tr("Filters that were saved or entered before"));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(tr("&Saved filters"), this);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &FiltersButton::fill);
}

void FiltersButton::fill()
{
    menu()->clear();
    for (const SavedFilter &filter : m_memory.saved())
        offer(shown(filter.name) + u'\t' + shown(filter.text), filter.text);
    if (m_memory.saved().isEmpty())
        menu()->addAction(tr("No filter is saved"))->setEnabled(false);
    if (!m_memory.history().isEmpty()) {
        menu()->addSection(tr("Entered last"));
        const QStringList recent = m_memory.history().mid(0, mostRecent);
        for (const QString &text : recent)
            offer(shown(text), text);
    }
    menu()->addSeparator();
    offerRemoval();
    menu()
        ->addAction(tr("&Forget what was entered"), this, [this] { m_memory.forgetHistory(); })
        ->setEnabled(!m_memory.history().isEmpty());
}

void FiltersButton::offer(const QString &label, const QString &text)
{
    menu()->addAction(label, this, [this, text] { Q_EMIT chosen(text); });
}

void FiltersButton::offerRemoval()
{
    QMenu *removal = menu()->addMenu(tr("&Remove"));
    removal->setEnabled(!m_memory.saved().isEmpty());
    for (const SavedFilter &filter : m_memory.saved())
        removal->addAction(shown(filter.name), this, [this, name = filter.name] { remove(name); });
}

void FiltersButton::askName(const QString &text)
{
    auto *dialog = new QInputDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save filter"));
    dialog->setLabelText(tr("Name for “%1”:").arg(shown(text)));
    showWhatItDoes(*dialog);
    connect(dialog, &QInputDialog::textValueChanged, this,
            [this, dialog] { showWhatItDoes(*dialog); });
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, text](const QString &name) { save(name.trimmed(), text); });
    dialog->open();
}

void FiltersButton::showWhatItDoes(QInputDialog &dialog) const
{
    const QString name = dialog.textValue().trimmed();
    dialog.setOkButtonText(m_memory.find(name) ? tr("Replace") : tr("Save"));
    const auto *buttons = dialog.findChild<QDialogButtonBox *>();
    buttons->button(QDialogButtonBox::Ok)->setEnabled(!name.isEmpty());
}

void FiltersButton::save(const QString &name, const QString &text)
{
    const auto before = m_memory.find(name);
    const SavedFilter after{.name = name, .text = text};
    if (m_memory.save(after)) {
        if (!before)
            Q_EMIT changed({.text = tr("The filter “%1” was saved.").arg(shortened(name)),
                            .edit = tr("Save filter “%1”").arg(shown(name)),
                            .redo = [=, this] { put(name, {}, after); },
                            .undo = [=, this] { put(name, after, {}); }});
        else if (*before != after)
            Q_EMIT changed({.text = tr("“%1” was replaced. It was “%2”.")
                                        .arg(shortened(name), shortened(before->text)),
                            .edit = tr("Replace filter “%1”").arg(shown(name)),
                            .redo = [=, this] { put(name, before, after); },
                            .undo = [=, this] { put(name, after, before); }});
        return;
    }
    if (name.isEmpty())
        return;
    auto *message
        = new QMessageBox(QMessageBox::Information, tr("Save filter"),
                          tr("There are %1 saved filters already.").arg(FilterMemory::mostSaved),
                          QMessageBox::Ok, window());
    message->setAttribute(Qt::WA_DeleteOnClose);
    message->setInformativeText(tr("Remove one of them first."));
    message->open();
}

void FiltersButton::remove(const QString &name)
{
    const auto before = m_memory.find(name);
    if (!before)
        return;
    m_memory.remove(name);
    Q_EMIT changed({.text = tr("The filter “%1” was removed.").arg(shortened(name)),
                    .edit = tr("Remove filter “%1”").arg(shown(name)),
                    .redo = [=, this] { put(name, before, {}); },
                    .undo = [=, this] { put(name, {}, before); }});
}

// What the user has put in its place since then stays.
void FiltersButton::put(const QString &name, const std::optional<SavedFilter> &expected,
                        const std::optional<SavedFilter> &wanted)
{
    if (m_memory.find(name) != expected)
        return;
    if (wanted)
        m_memory.save(*wanted);
    else
        m_memory.remove(name);
}

} // namespace ui
