// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/storefiles.h"

#include "inspector/inspector.h"
#include "ui/messagebar.h"

#include <QDate>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QUrl>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr auto suffix = ".hookglass"_L1;

} // namespace

StoreFiles::StoreFiles(inspector::Inspector &inspector, MessageBar &messages, QWidget &window)
    : QObject(&window)
    , m_inspector(inspector)
    , m_messages(messages)
    , m_window(window)
{
}

void StoreFiles::open(const QString &file, bool readOnly)
{
    m_file = file;
    m_inspector.open(file, readOnly);
}

void StoreFiles::reopen(bool readOnly) { open(m_file, readOnly); }

void StoreFiles::chooseNew()
{
    const QString suggestion = QFileInfo(m_file).absolutePath() + "/webhooks"_L1 + suffix;
    QString file = QFileDialog::getSaveFileName(&m_window, tr("New store"), suggestion,
                                                tr("Stores (*.hookglass)"), nullptr,
                                                QFileDialog::DontConfirmOverwrite);
    if (file.isEmpty())
        return;
    if (!file.endsWith(suffix))
        file += suffix;
    if (!QFile::exists(file))
        return open(file);
    m_messages.show({.key = u"open"_s,
                     .kind = Message::Kind::Warning,
                     .title = tr("%1 exists already").arg(QFileInfo(file).fileName()),
                     .text = tr("A new store never takes the place of a file."),
                     .choices = {{tr("Open it"), [this, file] { open(file); }, true}}});
}

void StoreFiles::choose()
{
    const QString file = QFileDialog::getOpenFileName(&m_window, tr("Open store"),
                                                      QFileInfo(m_file).absolutePath(),
                                                      tr("Stores (*.hookglass);;All files (*)"));
    if (!file.isEmpty())
        open(file);
}

void StoreFiles::chooseExport()
{
    const QString name = u"webhooks-%1.jsonl"_s.arg(QDate::currentDate().toString(Qt::ISODate));
    const QString file
        = QFileDialog::getSaveFileName(&m_window, tr("Export all webhooks"),
                                       QDir::home().filePath(name), tr("JSON lines (*.jsonl)"));
    if (!file.isEmpty())
        m_inspector.exportTo(file, "ndjson");
}

void StoreFiles::showInFolder(const QString &file)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
}

void StoreFiles::showStoreInFolder()
{
    if (const auto store = m_inspector.store())
        showInFolder(store->path);
}

} // namespace ui
