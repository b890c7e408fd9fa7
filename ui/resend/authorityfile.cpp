// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/authorityfile.h"

#include "resend/resendclient.h"
#include "resend/targettrust.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>

namespace ui
{

static QString tr(const char *text)
{
    return QCoreApplication::translate("ui::AuthorityFile", text);
}

QString askForAuthority(QWidget *window, const QString &other)
{
    const QString title = tr("Authority of the target");
    const QString file = QFileDialog::getOpenFileName(
        window, title, other, tr("Certificates (*.pem *.crt *.cer);;All (*)"));
    if (file.isEmpty())
        return {};
    const auto trusting = resend::clientConfiguration(resend::Order{.authorityFile = file});
    if (trusting)
        return file;
    QMessageBox::warning(window, title, core::describe(trusting.error()));
    return {};
}

QString authorityProblem(const QString &file)
{
    const auto trusting = resend::clientConfiguration(resend::Order{.authorityFile = file});
    if (trusting)
        return {};
    const core::Error &error = trusting.error();
    return error.why.isEmpty() ? error.what : error.why;
}

} // namespace ui
