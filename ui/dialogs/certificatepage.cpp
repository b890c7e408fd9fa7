// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/certificatepage.h"

#include "models/localtimes.h"
#include "signature/secretinput.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/notebox.h"

#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

QString describe(const QSslCertificate &certificate)
{
    auto names = certificate.subjectAlternativeNames().values();
    if (names.isEmpty())
        names = certificate.subjectInfo(QSslCertificate::CommonName);
    names.sort();
    const auto until
        = QLocale().toString(certificate.expiryDate().toLocalTime().date(), u"d MMM yyyy"_s);
    return CertificatePage::tr("For %1, made by %2, until %3.")
        .arg(names.join(", "_L1), certificate.issuerInfo(QSslCertificate::CommonName).join(' '_L1),
             until);
}

CertificatePage::CertificatePage(const inspector::Settings &settings, QWidget *parent)
    : SettingsPage(parent)
    , m_local(new QRadioButton(tr("&Local certificate, made on this computer")))
    , m_own(new QRadioButton(tr("My &own certificate")))
    , m_fields(new QWidget)
    , m_file(new QLineEdit(settings.certificateFile))
    , m_key(new QLineEdit(settings.keyFile))
    , m_password(new QLineEdit)
    , m_check(new QPushButton(tr("&Check and use")))
    , m_result(new NoteBox)
    , m_ownInUse(!settings.certificateFile.isEmpty())
{
    addHeading(tr("What senders see"));
    addWide(m_local);
    addExplanation(tr("For localhost, 127.0.0.1 and ::1. It renews itself; programs must trust the "
                      "local authority first."));
    addWide(m_own);
    addExplanation(tr("A PEM chain with its key, or a PKCS#12 file (.p12, .pfx)."));
    buildFields();
    addWide(m_fields);
    addWide(m_result);
    addRest();
    (m_ownInUse ? m_own : m_local)->setChecked(true);
    follow();
    connect(m_local, &QRadioButton::clicked, this, &CertificatePage::useLocal);
    connect(m_own, &QRadioButton::toggled, this, &CertificatePage::follow);
    for (const QLineEdit *edit : {m_file, m_key, m_password}) {
        connect(edit, &QLineEdit::textChanged, m_result, &NoteBox::clear); // it was said of others
        connect(edit, &QLineEdit::textChanged, this, &CertificatePage::follow);
    }
    connect(m_check, &QPushButton::clicked, this, &CertificatePage::check);
}

CertificatePage::~CertificatePage()
{
    auto password = m_password->text();
    signature::wipe(password);
}

void CertificatePage::buildFields()
{
    m_file->setAccessibleName(tr("Certificate file"));
    m_key->setAccessibleName(tr("Key file"));
    m_key->setPlaceholderText(tr("In the same file"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setAccessibleName(tr("Password of the key"));
    m_password->setPlaceholderText(tr("Only if it has one; kept until you close the app"));
    m_check->setAutoDefault(false);
    auto *form = new QFormLayout(m_fields);
    form->setContentsMargins(24, 0, 0, 0);
    form->setLabelAlignment(Qt::AlignRight);
    form->addRow(tr("Certificate"), fileRow(m_file, tr("Choose a certificate")));
    form->addRow(tr("Key"), fileRow(m_key, tr("Choose its key")));
    form->addRow(tr("Password"), m_password);
    form->addRow(QString(), m_check);
    m_check->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QWidget *CertificatePage::fileRow(QLineEdit *edit, const QString &title)
{
    auto *choose = new QPushButton(tr("Choose…"));
    choose->setAutoDefault(false);
    choose->setAccessibleName(title);
    connect(choose, &QPushButton::clicked, this, [this, edit, title] {
        auto *dialog = new QFileDialog(this, title);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
        dialog->open();
    });
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(edit, 1);
    layout->addWidget(choose);
    return row;
}

bool CertificatePage::isPkcs12() const
{
    const auto file = m_file->text();
    return file.endsWith(".p12"_L1, Qt::CaseInsensitive)
        || file.endsWith(".pfx"_L1, Qt::CaseInsensitive);
}

void CertificatePage::follow()
{
    m_fields->setEnabled(m_own->isChecked());
    m_key->parentWidget()->setEnabled(!isPkcs12());
    m_check->setEnabled(!m_file->text().trimmed().isEmpty());
    if (m_own->isChecked() && !m_ownInUse && !m_result->isVisibleTo(this))
        m_result->setNote(NoteBox::Kind::Info, {},
                          tr("The local certificate stays in use until yours was checked."));
}

// setText() empties the undo history as well.
void CertificatePage::forgetPassword()
{
    auto password = m_password->text();
    signature::wipe(password);
    m_password->setText({});
}

void CertificatePage::useLocal()
{
    forgetPassword();
    m_result->clear();
    if (!m_ownInUse)
        return;
    m_ownInUse = false;
    Q_EMIT changed({}, {}, {});
}

// The running certificate stays when the new one is no good.
void CertificatePage::check()
{
    const auto file = m_file->text().trimmed();
    auto key = m_key->text().trimmed();
    if (isPkcs12())
        key.clear();
    else if (key.isEmpty())
        key = file;
    const auto password = m_password->text();
    const auto identity = isPkcs12() ? tls::identityFromPkcs12(file, password)
                                     : tls::identityFromPem(file, key, password);
    if (!identity) {
        m_result->setNote(NoteBox::Kind::Bad, identity.error().what,
                          models::withLocalTimes(identity.error().why));
        return;
    }
    m_ownInUse = true;
    const QSslCertificate &leaf = identity->chain.first();
    if (leaf.subjectAlternativeNames().isEmpty())
        m_result->setNote(NoteBox::Kind::Warning,
                          tr("In use now, but most senders will refuse it."),
                          tr("It names its host as the common name only, and they go by the "
                             "alternative names (subjectAltName)."));
    else
        m_result->setNote(NoteBox::Kind::Good, tr("In use now."), describe(leaf));
    Q_EMIT changed(file, key, password);
}

void CertificatePage::restoreDefaults()
{
    m_local->setChecked(true);
    useLocal();
}

} // namespace ui
