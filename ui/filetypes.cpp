// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/filetypes.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFileDialog>
#include <QFileIconProvider>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

class ByName : public QFileIconProvider
{
public:
    using QFileIconProvider::icon;

    QIcon icon(const QFileInfo &file) const override { return icon(file.isDir() ? Folder : File); }

    QString type(const QFileInfo &file) const override
    {
        if (file.isDir())
            return FileTypes::tr("Folder");
        return file.suffix().isEmpty() ? FileTypes::tr("File")
                                       : FileTypes::tr("%1 file").arg(file.suffix());
    }
};

// Qt asks the desktop portal when told to, and of itself within a sandbox.
bool asksPortal()
{
    return qEnvironmentVariable("QT_QPA_PLATFORMTHEME").contains("portal"_L1)
        || qEnvironmentVariableIsSet("SNAP") || QFileInfo::exists(u"/.flatpak-info"_s);
}

} // namespace

FileTypes::FileTypes(QObject *parent)
    : QObject(parent)
    , m_byName(std::make_unique<ByName>())
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs, !asksPortal());
#endif
    QCoreApplication::instance()->installEventFilter(this);
}

FileTypes::~FileTypes() = default;

// Before it is shown, since it asks for what it shows.
bool FileTypes::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Polish) {
        if (auto *dialog = qobject_cast<QFileDialog *>(watched))
            dialog->setIconProvider(m_byName.get());
    }
    return false;
}

} // namespace ui
