// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/filedrops.h"

#include <QCoreApplication>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

#include <utility>

namespace ui
{

// Folders as well: whoever reads the files says of each that it is one.
static QStringList filesOf(const QMimeData &data)
{
    QStringList files;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        const QFileInfo file(url.toLocalFile());
        if (url.isLocalFile() && (file.isFile() || file.isDir()))
            files.append(url.toLocalFile());
    }
    return files;
}

FileDrops::FileDrops(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
    window.setAcceptDrops(true);
    QCoreApplication::instance()->installEventFilter(this);
}

// A field of text would take the file's address.
bool FileDrops::isWithin(const QObject *watched) const
{
    const auto *widget = qobject_cast<const QWidget *>(watched);
    return widget && widget->window() == &m_window;
}

void FileDrops::setOver(bool over)
{
    if (std::exchange(m_over, over) != over)
        Q_EMIT hovered(over);
}

// From one widget of the window to the next a drag leaves and enters.
bool FileDrops::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragLeave && isWithin(watched))
        setOver(false);
    const bool drags = event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove
        || event->type() == QEvent::Drop;
    if (!drags || !isWithin(watched))
        return QObject::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event); // what enters or moves is one as well
    // What is dragged out of a window of ours is here already.
    const QStringList files = drop->source() ? QStringList() : filesOf(*drop->mimeData());
    if (files.isEmpty())
        return QObject::eventFilter(watched, event);
    drop->setDropAction(Qt::CopyAction); // never moved away from where they are
    drop->accept();
    setOver(event->type() != QEvent::Drop);
    if (event->type() == QEvent::Drop)
        Q_EMIT dropped(files);
    return true;
}

} // namespace ui
