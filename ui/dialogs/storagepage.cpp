// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/storagepage.h"

#include "core/bytesize.h"
#include "inspector/inspector.h"
#include "ui/dialogs/commandbox.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/retentionbox.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QPushButton>
#include <QUrl>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

StoragePage::StoragePage(inspector::Inspector &inspector, QWidget *parent)
    : SettingsPage(parent)
    , m_inspector(inspector)
    , m_store(new CommandBox(tr("Store file")))
    , m_facts(mutedLabel({}))
    , m_retention(new RetentionBox)
{
    auto *folder = new QPushButton(tr("Open the &folder"));
    folder->setAutoDefault(false);
    auto *settings = new CommandBox(tr("Settings file"));
    auto *certificates = new CommandBox(tr("Certificates and keys"));
    settings->setCommand(QDir::toNativeSeparators(inspector.places().configFile));
    certificates->setCommand(QDir::toNativeSeparators(inspector.places().tlsFolder()));
    addHeading(tr("Store"));
    addWide(m_store);
    addWide(m_facts);
    addSentence(tr("Every webhook is in this file before its sender gets an answer. Secrets are "
                   "never in it."));
    folder->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    addWide(folder);
    addHeading(tr("How much is kept"));
    addWide(m_retention);
    addSentence(
        tr("Of this store. Without a limit everything is kept. Marked webhooks stay, and do "
           "not count. The file itself does not shrink: what becomes free in it is used "
           "again."));
    addHeading(tr("Settings"));
    addWide(settings);
    addHeading(tr("Certificates and keys"));
    addWide(certificates);
    addRest();
    connect(folder, &QPushButton::clicked, this, [this] {
        const QFileInfo store(m_store->command());
        QDesktopServices::openUrl(QUrl::fromLocalFile(store.absolutePath()));
    });
    connect(&inspector, &inspector::Inspector::opened, this, &StoragePage::fill);
    connect(&inspector, &inspector::Inspector::retentionChanged, this, &StoragePage::fill);
    connect(m_retention, &RetentionBox::wanted, &inspector, &inspector::Inspector::setRetention);
    fill();
}

void StoragePage::restoreDefaults() { m_retention->restoreDefaults(); }

void StoragePage::showEvent(QShowEvent *event)
{
    SettingsPage::showEvent(event);
    fill();
}

void StoragePage::fill()
{
    const auto store = m_inspector.store();
    const auto path = store ? store->path : m_inspector.places().defaultStore();
    m_store->setCommand(QDir::toNativeSeparators(path));
    // What was received last is still in the log beside it.
    const auto size = core::byteSize(QFileInfo(path).size() + QFileInfo(path + "-wal"_L1).size());
    m_facts->setText(!store                ? tr("No store is open.")
                         : store->readOnly ? tr("%1, opened for reading only.").arg(size)
                                           : tr("%1.").arg(size));
    m_retention->setEnabled(store && !store->readOnly);
    m_retention->setRetention(store ? store->retention : capture::Retention());
}

} // namespace ui
