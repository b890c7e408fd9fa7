// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/dialogs/contentdialog.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui
{

// Why a text is no pin, a sentence; empty: it is one, or nothing at all.
QString pinProblem(const QString &text);

// Asks for the fingerprint of the one certificate that is trusted, or for a file with it.
class PinDialog : public ContentDialog
{
    Q_OBJECT

public:
    explicit PinDialog(const QString &pin, QWidget *parent = nullptr);

Q_SIGNALS:
    void entered(const QString &pin); // as resend::pinOf() gives it

private:
    void look();

    QLineEdit *m_text;
    QLabel *m_problem;
    QPushButton *m_trust;
};

} // namespace ui
