// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/passworddialog.h"

#include "signature/secretinput.h"
#include "ui/dialogs/dialogfooter.h"
#include "ui/dialogs/labels.h"

#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui
{

PasswordDialog::PasswordDialog(const QString &certificateFile, QWidget *parent)
    : ContentDialog(parent)
    , m_password(new QLineEdit)
    , m_use(new QPushButton(tr("&Use the certificate")))
{
    setWindowTitle(tr("Password of the certificate"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData
                                    | Qt::ImhNoPredictiveText);
    m_password->setAccessibleName(tr("Password of the certificate's key"));
    content()->addWidget(wrappedLabel(
        tr("The key of %1 is encrypted.").arg(QDir::toNativeSeparators(certificateFile))));
    content()->addWidget(m_password);
    content()->addWidget(mutedLabel(tr("The password is kept until you close the app.")));
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    m_use->setDefault(true);
    m_use->setEnabled(false);
    footer()->addRight(cancel);
    footer()->addRight(m_use);
    connect(m_password, &QLineEdit::textChanged, m_use,
            [this](const QString &text) { m_use->setEnabled(!text.isEmpty()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_use, &QPushButton::clicked, this, &QDialog::accept);
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT entered(m_password->text()); });
    m_password->setFocus();
    resize(fontMetrics().height() * 24, 0);
}

PasswordDialog::~PasswordDialog()
{
    QString password = m_password->text();
    signature::wipe(password);
}

} // namespace ui
