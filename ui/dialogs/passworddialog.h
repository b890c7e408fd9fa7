// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/dialogs/contentdialog.h"

class QLineEdit;
class QPushButton;

namespace ui
{

// Asks for the password of the user's own certificate. It is wiped when the dialog goes.
class PasswordDialog : public ContentDialog
{
    Q_OBJECT

public:
    explicit PasswordDialog(const QString &certificateFile, QWidget *parent = nullptr);
    ~PasswordDialog() override;

Q_SIGNALS:
    void entered(const QString &password);

private:
    QLineEdit *m_password;
    QPushButton *m_use;
};

} // namespace ui
