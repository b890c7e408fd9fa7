// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/trustdialog.h"

#include "core/outfile.h"
#include "inspector/inspector.h"
#include "ui/dialogs/dialogfooter.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/notebox.h"
#include "ui/dialogs/trustcommands.h"

#include <QButtonGroup>
#include <QFileDialog>
#include <QFormLayout>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui
{
namespace
{

constexpr qsizetype bytesPerLine = 16 * 3; // "3F:" each

QString inTwoLines(QString fingerprint)
{
    if (fingerprint.size() > bytesPerLine)
        fingerprint.insert(bytesPerLine, u'\n');
    return fingerprint;
}

QString commonName(const QSslCertificate &certificate)
{
    return certificate.subjectInfo(QSslCertificate::CommonName).join(u' ');
}

} // namespace

TrustDialog::TrustDialog(inspector::Inspector &inspector, QWidget *parent)
    : ContentDialog(parent)
    , m_inspector(inspector)
    , m_file(inspector.places().tlsFolder() + "/ca.pem"_L1)
    , m_authority(QSslCertificate::fromPath(m_file).value(0))
    , m_note(new NoteBox)
{
    setWindowTitle(tr("Trust the local certificate"));
    const auto listening = inspector.listening();
    // Word joiners keep the address on one line.
    const auto url
        = u"https:\u2060/\u2060/\u2060localhost:%1"_s.arg(listening ? listening->port : 8443);
    content()->setSpacing(10);
    content()->addWidget(
        wrappedLabel(tr("Programs on this computer, such as curl or a tunnel, refuse %1 until they "
                        "trust the authority that signed its certificate.")
                         .arg(url)));
    content()->addLayout(buildFacts());
    addChoices(*content());
    content()->addWidget(m_note);
    content()->addStretch(1);
    fillFooter();
    explain();
    resize(fontMetrics().height() * 23, 0);
}

QFormLayout *TrustDialog::buildFacts() const
{
    auto *facts = new QFormLayout;
    facts->setLabelAlignment(Qt::AlignRight | Qt::AlignTop);
    facts->setHorizontalSpacing(10);
    facts->setVerticalSpacing(5);
    const auto add = [facts](const QString &name, QLabel *value) {
        facts->addRow(mutedLabel(name), value);
        value->setAccessibleName(name);
        value->setAccessibleDescription(value->text());
    };
    if (m_authority.isNull())
        return facts;
    add(tr("Made by"), wrappedLabel(tr("%1, on this computer only").arg(commonName(m_authority))));
    add(tr("Valid for"), wrappedLabel(tr("localhost, 127.0.0.1, ::1 — no other name")));
    const auto until
        = QLocale().toString(m_authority.expiryDate().toLocalTime().date(), u"d MMM yyyy"_s);
    add(tr("Until"), wrappedLabel(tr("%1 · never renewed silently").arg(until)));
    add(tr("SHA-256"), fixedLabel(inTwoLines(tls::fingerprint(m_authority))));
    return facts;
}

void TrustDialog::addChoices(QVBoxLayout &column)
{
    QMap<TrustReach, QList<tls::TrustStep>> steps;
    const auto listening = m_inspector.listening();
    const auto all = listening ? tls::trustSteps(m_file, listening->port) : tls::trustSteps(m_file);
    for (const auto &step : all)
        steps[reachOf(step)].append(step);
    const QMap<TrustReach, QString> texts{
        {TrustReach::Command, tr("Use it for &one command")},
        {TrustReach::Account, tr("Trust it for &my user account")},
        {TrustReach::Everyone, tr("Trust it for &everyone (asks for the administrator)")}};
    auto *group = new QButtonGroup(this);
    for (const auto reach : steps.keys()) {
        auto *choice = new QRadioButton(texts.value(reach));
        auto *commands = new TrustCommands(steps.value(reach));
        commands->hide();
        group->addButton(choice);
        column.addWidget(choice);
        column.addWidget(commands);
        connect(choice, &QRadioButton::toggled, commands, &QWidget::setVisible);
        choice->setEnabled(!m_authority.isNull());
    }
    if (!m_authority.isNull())
        group->buttons().first()->setChecked(true);
}

void TrustDialog::fillFooter()
{
    auto *save = new QPushButton(tr("&Save certificate…"));
    save->setAutoDefault(false);
    save->setEnabled(!m_authority.isNull());
    auto *done = new QPushButton(tr("Done"));
    done->setDefault(true);
    footer()->addLeft(save);
    footer()->addRight(done);
    connect(save, &QPushButton::clicked, this, &TrustDialog::chooseFile);
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
}

void TrustDialog::explain()
{
    const auto identity = m_inspector.identity();
    const bool own = identity && !identity->chain.isEmpty()
        && identity->chain.first().issuerInfo(QSslCertificate::CommonName)
            != m_authority.subjectInfo(QSslCertificate::CommonName);
    if (m_authority.isNull())
        m_note->setNote(NoteBox::Kind::Warning, tr("There is no local certificate yet."),
                        tr("It is made when the app listens for the first time."));
    else if (own)
        m_note->setNote(NoteBox::Kind::Info, tr("Your own certificate is in use now."),
                        tr("The local one is used again when you take yours out in the settings."));
    else
        m_note->setNote(NoteBox::Kind::Warning, {},
                        tr("The private key never leaves this computer. Nothing is changed by "
                           "itself: you run the command, and undo it any time."));
}

void TrustDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Save the authority's certificate"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Certificates (*.pem *.crt)"));
    dialog->setDefaultSuffix(u"pem"_s);
    dialog->selectFile(u"hookglass-ca.pem"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &TrustDialog::saveTo);
    dialog->open();
}

void TrustDialog::saveTo(const QString &file)
{
    core::OutFile out(file);
    if (!out.open() || !out.write(m_authority.toPem()) || !out.commit())
        m_note->setNote(NoteBox::Kind::Bad, tr("Cannot save the certificate."), out.trouble());
    else
        m_note->setNote(NoteBox::Kind::Good, tr("The certificate was saved."),
                        tr("%1 holds no private key and may be passed on.").arg(file));
}

} // namespace ui
