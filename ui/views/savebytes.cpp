// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/savebytes.h"

#include "core/bytesize.h"
#include "core/outfile.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>

namespace ui
{

namespace
{

QString tr(const char *text) { return QCoreApplication::translate("savebytes", text); }

} // namespace

std::optional<core::Result<QString>> saveBytes(QWidget *parent, const QByteArray &bytes,
                                               const QString &suggestedName)
{
    const QString name = QFileDialog::getSaveFileName(parent, tr("Save"), suggestedName);
    if (name.isEmpty())
        return std::nullopt;
    core::OutFile file(name);
    if (!file.open() || !file.keepPrivate() || !file.write(bytes) || !file.commit())
        return core::Error{file.error().kind, tr("Cannot save %1.").arg(QFileInfo(name).fileName()),
                           file.trouble()};
    return tr("Saved %1 to %2.").arg(core::byteSize(bytes.size()), name);
}

} // namespace ui
