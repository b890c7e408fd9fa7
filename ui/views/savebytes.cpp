// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/savebytes.h"

#include "core/bytesize.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QSaveFile>

namespace ui
{

namespace
{

QString tr(const char *text) { return QCoreApplication::translate("savebytes", text); }

} // namespace

QString saveBytes(QWidget *parent, const QByteArray &bytes, const QString &suggestedName)
{
    const QString name = QFileDialog::getSaveFileName(parent, tr("Save"), suggestedName);
    if (name.isEmpty())
        return {};
    QSaveFile file(name);
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(bytes) == bytes.size() && file.commit();
    if (!written)
        return tr("Cannot write %1. %2.").arg(name, file.errorString());
    return tr("Saved %1 to %2.").arg(core::byteSize(bytes.size()), name);
}

} // namespace ui
