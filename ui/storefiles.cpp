// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/storefiles.h"

#include "inspector/inspector.h"
#include "ui/messagebar.h"

#include <QDate>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QUrl>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr auto suffix = ".hookglass"_L1;
constexpr qint64 patience = 300; // milliseconds without a word about what takes longer

QString withSuffix(const QString &file)
{
    return file.isEmpty() || file.endsWith(suffix) ? file : file + suffix;
}

} // namespace

StoreFiles::StoreFiles(inspector::Inspector &inspector, MessageBar &messages, QWidget &window)
    : QObject(&window)
    , m_inspector(inspector)
    , m_messages(messages)
    , m_window(window)
{
    connectCopying();
    connect(&inspector, &inspector::Inspector::rescued, this, &StoreFiles::tellRescued);
}

void StoreFiles::open(const QString &file, bool readOnly)
{
    m_file = file;
    Q_EMIT asked(file);
    m_inspector.open(file, readOnly);
}

void StoreFiles::reopen(bool readOnly) { open(m_file, readOnly); }

void StoreFiles::rescue(const QString &file)
{
    m_file = file;
    Q_EMIT asked(file);
    m_messages.show({.key = u"open"_s,
                     .title = tr("Reading what is left of the store"),
                     .text = QDir::toNativeSeparators(file),
                     .closable = false});
    m_inspector.rescue(file);
}

void StoreFiles::tellRescued(const capture::Rescued &rescued)
{
    m_messages.show(
        {.key = u"rescued"_s,
         .kind = Message::Kind::Warning,
         .title
         = tr("%L1 of about %L2 webhooks could be read").arg(rescued.rows).arg(rescued.expected),
         .text = tr("The damaged file is kept as %1.").arg(QFileInfo(rescued.kept).fileName()),
         .choices = {{tr("Show in folder"), [this, kept = rescued.kept] { showInFolder(kept); }}}});
}

void StoreFiles::chooseNew()
{
    const QString suggestion = QFileInfo(m_file).absolutePath() + "/webhooks"_L1 + suffix;
    const QString file = withSuffix(QFileDialog::getSaveFileName(
        &m_window, tr("New store"), suggestion, tr("Stores (*.hookglass)"), nullptr,
        QFileDialog::DontConfirmOverwrite));
    if (file.isEmpty())
        return;
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

// The dialog adds the ending itself, so that it asks about the file that would be replaced.
void StoreFiles::chooseCopy()
{
    const auto store = m_inspector.store();
    if (!store)
        return;
    const QFileInfo info(store->path);
    const QString date = QDate::currentDate().toString(Qt::ISODate);
    QFileDialog dialog(&m_window, tr("Save a copy"), info.absolutePath(),
                       tr("Stores (*.hookglass)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QString(suffix).sliced(1));
    dialog.selectFile(u"%1-%2%3"_s.arg(info.completeBaseName(), date, suffix));
    if (dialog.exec() == QDialog::Accepted)
        saveCopy(dialog.selectedFiles().value(0));
}

void StoreFiles::saveCopy(const QString &file)
{
    const auto store = m_inspector.store();
    if (!store || file.isEmpty() || m_copying.running())
        return;
    m_messages.dismiss(u"copy"_s);
    m_copy = file;
    m_sinceCopy.start();
    m_copying.start(store->path, file);
}

void StoreFiles::connectCopying()
{
    using inspector::CopyJob;
    connect(&m_copying, &CopyJob::progressed, this, &StoreFiles::tellCopying);
    connect(&m_copying, &CopyJob::copied, this, [this](const QString &file) {
        m_messages.show({.key = u"copy"_s,
                         .kind = Message::Kind::Success,
                         .title = tr("A copy was saved"),
                         .text = QDir::toNativeSeparators(file),
                         .choices = {{tr("Show in folder"), [this, file] { showInFolder(file); }}},
                         .seconds = 30});
    });
    connect(&m_copying, &CopyJob::stopped, this, [this] {
        m_messages.show({.key = u"copy"_s,
                         .title = tr("No copy was saved"),
                         .text = tr("It was cancelled; nothing is left of it."),
                         .seconds = 10});
    });
    connect(&m_copying, &CopyJob::failed, this, [this](const core::Error &error) {
        m_messages.show({.key = u"copy"_s,
                         .kind = Message::Kind::Error,
                         .title = error.what,
                         .text = error.why,
                         .choices = {{tr("Save elsewhere…"), [this] { chooseCopy(); }}}});
    });
}

void StoreFiles::tellCopying(int percent)
{
    if (!m_sinceCopy.isValid() || m_sinceCopy.elapsed() < patience)
        return;
    const QString text = tr("%1 % of %2").arg(percent).arg(QDir::toNativeSeparators(m_copy));
    if (m_messages.has(u"copy"_s))
        return m_messages.setText(u"copy"_s, text);
    m_messages.show({.key = u"copy"_s,
                     .title = tr("Saving a copy"),
                     .text = text,
                     .choices = {{tr("Cancel"), [this] { cancelCopying(); }}},
                     .closable = false});
}

void StoreFiles::cancelCopying()
{
    m_sinceCopy.invalidate();
    m_copying.stop();
}

void StoreFiles::chooseImport()
{
    const QStringList files = QFileDialog::getOpenFileNames(
        &m_window, tr("Import webhooks"), QDir::homePath(),
        tr("JSON Lines, HAR, raw HTTP and stores (*.jsonl *.ndjson *.har *.http *.txt "
           "*.hookglass);;All files (*)"));
    if (!files.isEmpty())
        m_inspector.importFiles(files);
}

void StoreFiles::showInFolder(const QString &file)
{
    const QFileInfo target(file);
    QDesktopServices::openUrl(
        QUrl::fromLocalFile(target.isDir() ? target.absoluteFilePath() : target.absolutePath()));
}

void StoreFiles::showStoreInFolder()
{
    if (const auto store = m_inspector.store())
        showInFolder(store->path);
}

} // namespace ui
