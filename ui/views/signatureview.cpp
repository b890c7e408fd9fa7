// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/signatureview.h"

#include "models/rowtext.h"
#include "signature/hiddenvalue.h"
#include "signature/schemetext.h"
#include "ui/dialogs/notebox.h"
#include "ui/shownbytes.h"
#include "ui/views/diagnosisview.h"
#include "ui/views/owncodeview.h"
#include "ui/views/sentencelabel.h"
#include "ui/views/signaturefacts.h"
#include "ui/views/signaturevalues.h"
#include "ui/views/signedtextview.h"

#include <QScrollBar>
#include <QVBoxLayout>

namespace ui
{

using signature::Freshness;
using signature::Signature;
using signature::Type;

namespace
{

bool sameDelivery(const CheckedSignature &a, const CheckedSignature &b)
{
    return a.delivery && b.delivery && a.delivery->id == b.delivery->id
        && a.delivery->receivedAt == b.delivery->receivedAt;
}

bool sameQuestion(const CheckedSignature &a, const CheckedSignature &b)
{
    return sameDelivery(a, b) && a.verdict == b.verdict && a.scheme == b.scheme
        && a.senderUrl == b.senderUrl && a.around == b.around;
}

// Whether the developer's own code computes something here that can be explained.
bool hasOwnCode(const CheckedSignature &checked)
{
    const bool digest
        = checked.scheme.type == Type::Hmac || checked.scheme.type == Type::KeyedDigest;
    return checked.delivery && digest && checked.scheme.each.isEmpty()
        && !checked.evidence.computed.isEmpty();
}

} // namespace

SignatureView::SignatureView(QWidget *parent)
    : QScrollArea(parent)
{
    build();
    connectParts();
    clear();
}

void SignatureView::build()
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setAccessibleName(tr("Signature"));
    auto *page = new QWidget(this);
    page->setBackgroundRole(QPalette::Base);
    m_sentence = new SentenceLabel(page);
    m_fixed = new NoteBox(page);
    m_diagnosis = new DiagnosisView(signature::Origin::Sender, page);
    m_values = new SignatureValues(page);
    m_ownCode = new OwnCodeView(page);
    m_facts = new SignatureFacts(page);
    m_signedText = new SignedTextView(page);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(12);
    for (QWidget *part : {static_cast<QWidget *>(m_sentence), static_cast<QWidget *>(m_fixed),
                          static_cast<QWidget *>(m_diagnosis), static_cast<QWidget *>(m_values),
                          static_cast<QWidget *>(m_ownCode), static_cast<QWidget *>(m_facts)})
        column->addWidget(part);
    column->addWidget(m_signedText, 1);
    column->addStretch();
    setWidget(page);
}

void SignatureView::connectParts()
{
    connect(m_diagnosis, &DiagnosisView::answered, this, &SignatureView::takeDiagnosis);
    connect(m_diagnosis, &DiagnosisView::fixWanted, this, [this](Fix fix) {
        fix.endpoint = m_checked.delivery->endpoint;
        Q_EMIT fixWanted(fix);
    });
    connect(m_values, &SignatureValues::secretWanted, this, &SignatureView::secretWanted);
    connect(m_values, &SignatureValues::codeWanted, this, &SignatureView::codeWanted);
    connect(m_values, &SignatureValues::message, this, &SignatureView::message);
    connect(m_signedText, &SignedTextView::message, this, &SignatureView::message);
}

void SignatureView::show(const CheckedSignature &checked)
{
    const CheckedSignature before = std::exchange(m_checked, checked);
    if (!sameDelivery(before, checked)) {
        m_fixed->clear();
        m_ownCode->clear();
        showCause();
    }
    m_sentence->setSentence(models::signatureWord(checked.verdict.signature),
                            goingOn(shownText(checked.evidence.signatureSentence)),
                            inkOf(checked.verdict.signature));
    m_values->show(checked);
    m_facts->show(checked);
    m_signedText->show(checked);
    m_ownCode->setVisible(hasOwnCode(checked));
    askWhy(before);
}

void SignatureView::clear() { show({}); }

void SignatureView::tellFixed(const QString &done)
{
    if (done.isEmpty())
        return m_fixed->clear();
    m_fixed->setNote(NoteBox::Kind::Good, done);
    showCause();
}

void SignatureView::showCause() { verticalScrollBar()->setValue(0); }

std::optional<signature::Diagnosis> SignatureView::diagnosis() const
{
    const auto &shown = m_diagnosis->shown();
    return shown ? std::optional(shown->diagnosis) : std::nullopt;
}

signature::Question SignatureView::question() const
{
    return {.request = m_checked.delivery->request,
            .scheme = m_checked.scheme,
            .secrets = m_checked.around.secrets,
            .otherSecrets = m_checked.around.otherSecrets,
            .context = {.url = m_checked.senderUrl, .parameters = m_checked.around.parameters},
            .receivedAt = m_checked.delivery->receivedAt,
            .otherSchemes = m_checked.around.ownSchemes,
            .verifiedBefore = m_checked.around.verifiedBefore};
}

bool SignatureView::asksWhy() const
{
    if (!m_checked.delivery || m_checked.scheme.id.isEmpty())
        return false;
    if (signature::isSignatureHidden(m_checked.delivery->request, m_checked.scheme))
        return false; // the sentence says so
    const Freshness freshness = m_checked.verdict.freshness;
    switch (m_checked.verdict.signature) {
    case Signature::Invalid:
    case Signature::Malformed:
    case Signature::Unsigned:
        return true;
    case Signature::NoSecret: // another endpoint may have it
        return !m_checked.around.otherSecrets.empty();
    case Signature::Verified: // the time is odd; without its secret all would look wrong
        return !isSecretGone(m_checked)
            && (freshness == Freshness::Stale || freshness == Freshness::Future
                || freshness == Freshness::Malformed);
    case Signature::NotApplicable:
        return false;
    }
    Q_UNREACHABLE();
}

void SignatureView::askWhy(const CheckedSignature &before)
{
    if (sameQuestion(before, m_checked))
        return;
    if (asksWhy())
        m_diagnosis->ask(question(), m_checked.around.changeable);
    else
        m_diagnosis->clear();
    if (m_checked.delivery)
        m_ownCode->setQuestion(question());
}

// Without a secret only another endpoint's that fits is news, and that there is none at hand is
// said already. And what fits at once has a new secret and is about to be judged again.
void SignatureView::takeDiagnosis(const signature::Diagnosis &diagnosis)
{
    const bool noSecret = m_checked.verdict.signature == Signature::NoSecret;
    const bool fits = diagnosis.certainty == signature::Certainty::None
        && diagnosis.attempts.isEmpty() && diagnosis.tried == 1;
    const bool said = areSecretsGone(m_checked) && diagnosis.certainty == signature::Certainty::Hint
        && diagnosis.causes == QList{signature::Cause::EmptySecret};
    if (fits || said || (noSecret && diagnosis.certainty != signature::Certainty::Proof))
        m_diagnosis->clear();
    Q_EMIT diagnosed();
}

} // namespace ui
