// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/signaturevalues.h"

#include "signature/explanation.h"
#include "signature/schemetext.h"
#include "ui/icons.h"
#include "ui/shownbytes.h"
#include "ui/views/difference.h"
#include "ui/views/factlabel.h"
#include "ui/views/secretoffer.h"
#include "ui/views/sectionlabel.h"
#include "ui/views/valuebox.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using signature::Signature;

namespace
{

// Why there is no computed value.
QString missingComputed(const CheckedSignature &checked)
{
    const signature::Scheme &scheme = checked.scheme;
    if (scheme.id.isEmpty() && !checked.verdict.scheme.isEmpty())
        return SignatureValues::tr("Nothing is computed: the scheme is not known here.");
    if (scheme.id.isEmpty())
        return SignatureValues::tr("Nothing is computed: this endpoint has no signature scheme.");
    if (scheme.keyFormat)
        return SignatureValues::tr(
            "Nothing is computed: only the sender's private key makes such a "
            "signature. The public key checks it.");
    if (!signature::isComputed(scheme))
        return SignatureValues::tr(
            "Nothing is computed: the sender sends the secret itself, and it is "
            "compared.");
    if (!signature::hasSignedText(checked.evidence))
        return SignatureValues::tr("Nothing is computed: a part of the signed text is missing.");
    if (isSecretGone(checked))
        return SignatureValues::tr("Nothing is computed: the secret “%1”, which it was verified "
                                   "with, is not at hand any more.")
            .arg(checked.verdict.secret);
    if (areSecretsGone(checked))
        return SignatureValues::tr("Nothing is computed: no secret of this endpoint is at hand "
                                   "any more.");
    if (checked.around.secrets.empty())
        return SignatureValues::tr("Nothing is computed: there is no secret yet.");
    return SignatureValues::tr(
        "Nothing is computed: no secret of this endpoint is one of the scheme's "
        "form.");
}

} // namespace

SignatureValues::SignatureValues(QWidget *parent)
    : QWidget(parent)
    , m_received(new ValueBox(tr("Received value"), this))
    , m_computedTitle(new SectionLabel(tr("Computed value"), this))
    , m_computed(new ValueBox(tr("Computed value"), this))
    , m_noComputed(mutedLabel(this))
    , m_copyComputed(new QPushButton(icon(u"copy"_s), tr("Copy computed value…"), this))
    , m_addSecret(new QPushButton(icon(u"key"_s), tr("Add the secret…"), this))
    , m_code(new QPushButton(icon(u"terminal"_s), tr("Verification code…"), this))
{
    m_received->setMarkRemoved(true);
    m_computed->setMarkRemoved(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(new SectionLabel(tr("Received value"), this));
    column->addWidget(m_received);
    column->addSpacing(4);
    column->addWidget(m_computedTitle);
    column->addWidget(m_computed);
    column->addWidget(m_noComputed);
    column->addSpacing(2);
    column->addLayout(buildButtons());
    column->addWidget(m_code, 0, Qt::AlignLeft); // three side by side are wider than a small pane
}

QHBoxLayout *SignatureValues::buildButtons()
{
    connect(m_copyComputed, &QPushButton::clicked, this, &SignatureValues::askToCopyComputed);
    connect(m_addSecret, &QPushButton::clicked, this, &SignatureValues::secretWanted);
    connect(m_code, &QPushButton::clicked, this, &SignatureValues::codeWanted);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_addSecret);
    buttons->addWidget(m_copyComputed);
    buttons->addStretch();
    return buttons;
}

void SignatureValues::show(const CheckedSignature &checked)
{
    const QString received = shownBytes(checked.evidence.received);
    const QString computed = shownBytes(checked.evidence.computed);
    const bool both = !received.isEmpty() && !computed.isEmpty();
    const Difference parts = both ? difference(received, computed) : Difference();
    m_received->setValue(received.isEmpty() ? tr("none") : received,
                         {{parts.start, parts.lengthInA}});
    m_computed->setValue(computed, {{parts.start, parts.lengthInB}});
    m_computed->setVisible(!computed.isEmpty());
    m_noComputed->setText(missingComputed(checked));
    m_noComputed->setVisible(computed.isEmpty());
    showButtons(checked);
}

void SignatureValues::showButtons(const CheckedSignature &checked)
{
    const Signature signature = checked.verdict.signature;
    const bool key = checked.scheme.keyFormat.has_value();
    m_code->setVisible(!checked.scheme.id.isEmpty());
    m_copyComputed->setVisible(!checked.evidence.computed.isEmpty());
    if (signature == Signature::NoSecret || areSecretsGone(checked))
        m_addSecret->setText(key ? tr("Add the public key…") : tr("Add the secret…"));
    else
        m_addSecret->setText(key ? tr("Try another key…") : tr("Try another secret…"));
    m_addSecret->setVisible(couldSecretHelp(checked));
}

void SignatureValues::askToCopyComputed()
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Copy the computed value?"),
                                tr("It acts as a valid signature"), QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("Whoever has this value can send this very webhook to your "
                               "application as if it came from the provider, as long as its "
                               "timestamp is fresh."));
    QPushButton *copy = box->addButton(tr("Copy value"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    const QString value = m_computed->toPlainText();
    connect(copy, &QPushButton::clicked, this, [this, value] {
        QGuiApplication::clipboard()->setText(value);
        Q_EMIT message(tr("The computed value was copied."));
    });
    box->open();
}

} // namespace ui
