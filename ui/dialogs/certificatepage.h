// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/settings.h"
#include "tls/identity.h"
#include "ui/dialogs/settingspage.h"

class QLineEdit;
class QPushButton;
class QRadioButton;

namespace ui
{

class NoteBox;

// Which certificate senders see: the local one, or the user's own after it was checked.
class CertificatePage : public SettingsPage
{
    Q_OBJECT

public:
    explicit CertificatePage(const inspector::Settings &settings, QWidget *parent = nullptr);
    ~CertificatePage() override;

    void restoreDefaults() override;

Q_SIGNALS:
    // Both empty: the local certificate. The password is kept for this run only.
    void changed(const QString &certificateFile, const QString &keyFile, const QString &password);

private:
    void buildFields();
    QWidget *fileRow(QLineEdit *edit, const QString &title);
    void follow();
    void useLocal();
    void forgetPassword();
    void check();
    bool isPkcs12() const;

    QRadioButton *m_local;
    QRadioButton *m_own;
    QWidget *m_fields;
    QLineEdit *m_file;
    QLineEdit *m_key;
    QLineEdit *m_password;
    QPushButton *m_check;
    NoteBox *m_result;
    bool m_ownInUse;
};

// "For hooks.example.com, made by R11, until 24 November 2026."
QString describe(const QSslCertificate &certificate);

} // namespace ui
