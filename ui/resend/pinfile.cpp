// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/pinfile.h"

#include "resend/targettrust.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>

namespace ui
{

static QString tr(const char *text) { return QCoreApplication::translate("ui::PinFile", text); }

QString askForPin(QWidget *window)
{
    const QString title = tr("Certificate of the target");
    const QString file = QFileDialog::getOpenFileName(
        window, title, {}, tr("Certificates (*.pem *.crt *.cer *.der);;All (*)"));
    if (file.isEmpty())
        return {};
    const core::Result<QString> pin = resend::pinOfFile(file);
    if (pin)
        return *pin;
    QMessageBox::warning(window, title, core::describe(pin.error()));
    return {};
}

} // namespace ui
