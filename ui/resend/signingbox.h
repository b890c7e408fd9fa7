// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "resend/resigning.h"
#include "ui/resend/drafts.h"
#include "ui/resend/setheaders.h"

#include <QWidget>

#include <optional>

class QButtonGroup;
class QComboBox;
class QGridLayout;
class QLabel;

namespace ui
{

// What becomes of the signature and of the timestamp when a webhook is sent again. What does not
// go together is explained, not hidden.
class SigningBox : public QWidget
{
    Q_OBJECT

public:
    SigningBox(const signature::Scheme &scheme, const signature::Secrets &secrets,
               const QString &preferred, QWidget *parent = nullptr);

    resend::Resigning resigning(qint64 now) const; // microseconds since the epoch
    QString word() const; // for the attempt
    QString secret() const; // label of the one that signs; empty: none does
    bool keepsAll() const; // neither is touched
    SigningChoices choices() const;
    void setChoices(const SigningChoices &choices); // what this scheme has no use for stays
    void setSecrets(const signature::Secrets &secrets); // the chosen one stays where it is there
    SetHeaders setHeaders() const; // which headers are set when it is sent
    // The signature and the timestamp that are kept are a test case's, made with that secret
    // (empty: it is not known which one); nothing: they are the webhook's own.
    void setCaseSecret(const std::optional<QString> &secret);
    void explain(bool edited); // whether the body differs from the received one

Q_SIGNALS:
    void changed();

private:
    void buildSignature(QGridLayout &grid);
    void buildTime(QGridLayout &grid);
    void fillSecrets();
    QString hint(bool edited) const;
    QString caseHint() const;
    resend::SignatureChoice signature() const;
    SigningTime time() const;
    qint64 shift() const; // microseconds

    const signature::Scheme m_scheme;
    signature::Secrets m_secrets;
    std::optional<QString> m_caseSecret;
    QButtonGroup *m_signature;
    QButtonGroup *m_time;
    QComboBox *m_secret;
    QComboBox *m_shift;
    QLabel *m_hint;
};

} // namespace ui
