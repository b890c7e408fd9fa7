// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/signingbox.h"

#include "signature/signer.h"
#include "ui/icons.h"
#include "ui/views/widecombobox.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>

using namespace Qt::Literals::StringLiterals;
using resend::SignatureChoice;

namespace ui
{

namespace
{

constexpr qint64 minute = 60LL * 1'000'000;

QLabel *rowLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

// `full`: "Signature: %1", as screen readers say it
void nameChoice(QAbstractButton &button, const QString &full, const QString &text)
{
    button.setText(text);
    button.setAccessibleName(full.arg(QString(text).remove(u'&')));
}

} // namespace

SigningBox::SigningBox(const signature::Scheme &scheme, const signature::Secrets &secrets,
                       const QString &preferred, QWidget *parent)
    : QWidget(parent)
    , m_scheme(scheme)
    , m_secrets(secrets)
    , m_signature(new QButtonGroup(this))
    , m_time(new QButtonGroup(this))
    , m_secret(new WideComboBox)
    , m_shift(new QComboBox)
    , m_hint(new QLabel)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(7);
    buildSignature(*grid);
    buildTime(*grid);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setTextFormat(Qt::PlainText);
    grid->addWidget(m_hint, 2, 1, 1, 5);
    grid->setColumnStretch(5, 1);
    m_secret->setCurrentIndex(std::max(m_secret->findText(preferred), 0));
    const bool signs = !secrets.empty() && signature::canSign(scheme);
    m_signature->button(int(signs ? SignatureChoice::Again : SignatureChoice::Keep))
        ->setChecked(true);
    m_time->button(int(signs && scheme.time ? SigningTime::Now : SigningTime::Keep))
        ->setChecked(true);
    for (QButtonGroup *group : {m_signature, m_time})
        connect(group, &QButtonGroup::idToggled, this, [this](int, bool on) {
            if (on)
                Q_EMIT changed();
        });
    connect(m_secret, &QComboBox::currentIndexChanged, this, &SigningBox::changed);
    connect(m_shift, &QComboBox::currentIndexChanged, this, &SigningBox::changed);
    explain(false);
}

void SigningBox::buildSignature(QGridLayout &grid)
{
    m_secret->setAccessibleName(tr("Secret to sign with"));
    // Secrets may be added while it is open.
    m_secret->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    const QList<std::pair<SignatureChoice, QString>> choices{
        {SignatureChoice::Again, tr("Si&gn again with")},
        {SignatureChoice::Keep, tr("&Keep original value")},
        {SignatureChoice::LeaveOut, tr("&Leave out")},
        {SignatureChoice::Wrong, tr("&Wrong on purpose")}};
    grid.addWidget(rowLabel(tr("Signature")), 0, 0);
    int column = 1;
    for (const auto &[choice, text] : choices) {
        auto *button = new QRadioButton;
        nameChoice(*button, tr("Signature: %1"), text);
        m_signature->addButton(button, int(choice));
        button->setEnabled(choice == SignatureChoice::Keep || !m_scheme.id.isEmpty());
        if (choice != SignatureChoice::Again) {
            grid.addWidget(button, 0, column++);
            continue;
        }
        auto *pair = new QHBoxLayout;
        pair->setSpacing(6);
        pair->addWidget(button);
        pair->addWidget(m_secret);
        grid.addLayout(pair, 0, column++);
    }
    fillSecrets();
}

void SigningBox::fillSecrets()
{
    m_secret->clear();
    for (const signature::SecretPtr &secret : m_secrets)
        m_secret->addItem(icon(u"key"_s), secret->label());
    const bool signs = !m_secrets.empty() && signature::canSign(m_scheme);
    m_secret->setEnabled(signs);
    m_signature->button(int(SignatureChoice::Again))->setEnabled(signs && !m_scheme.id.isEmpty());
}

// Without one there is nothing to sign with, and a timestamp of now would fit no signature.
void SigningBox::setSecrets(const signature::Secrets &secrets)
{
    const QSignalBlocker blocker(this);
    const QString chosen = m_secret->currentText();
    m_secrets = secrets;
    fillSecrets();
    m_secret->setCurrentIndex(std::max(m_secret->findText(chosen), 0));
    if (signature() != SignatureChoice::Again || m_secret->isEnabled())
        return;
    m_signature->button(int(SignatureChoice::Keep))->setChecked(true);
    m_time->button(int(SigningTime::Keep))->setChecked(true);
}

void SigningBox::buildTime(QGridLayout &grid)
{
    const qint64 limit = signature::staleBy(m_scheme) / 2; // what is still fresh
    const QList<std::pair<QString, qint64>> shifts{
        {tr("−10 min"), -10 * minute},
        {tr("−1 day"), -24 * 60 * minute},
        {tr("+10 min"), 10 * minute},
        {tr("to the limit"), -std::max(limit, qint64(0))}};
    for (const auto &[text, shift] : shifts)
        m_shift->addItem(text, shift);
    m_shift->setAccessibleName(tr("Shift of the timestamp"));
    const QStringList names{tr("&Now, at each send"), tr("Keep &original"), tr("S&hift by"),
                            tr("Leave o&ut")};
    grid.addWidget(rowLabel(tr("Timestamp")), 1, 0);
    for (int choice = 0; choice < names.size(); ++choice) {
        auto *button = new QRadioButton;
        nameChoice(*button, tr("Timestamp: %1"), names[choice]);
        button->setEnabled(SigningTime(choice) == SigningTime::Keep || m_scheme.time.has_value());
        m_time->addButton(button, choice);
        if (SigningTime(choice) != SigningTime::Shift) {
            grid.addWidget(button, 1, choice + 1);
            continue;
        }
        auto *pair = new QHBoxLayout;
        pair->setSpacing(6);
        pair->addWidget(button);
        pair->addWidget(m_shift);
        grid.addLayout(pair, 1, choice + 1);
    }
}

SignatureChoice SigningBox::signature() const { return SignatureChoice(m_signature->checkedId()); }

SigningTime SigningBox::time() const { return SigningTime(m_time->checkedId()); }

qint64 SigningBox::shift() const
{
    return time() == SigningTime::Shift ? m_shift->currentData().toLongLong() : 0;
}

resend::Resigning SigningBox::resigning(qint64 now) const
{
    return {.signature = signature(),
            .time = time() == SigningTime::Keep   ? resend::TimeChoice::Keep
                : time() == SigningTime::LeaveOut ? resend::TimeChoice::LeaveOut
                                                  : resend::TimeChoice::At,
            .at = now + shift(),
            .secret = m_secrets.empty() ? signature::SecretPtr()
                                        : m_secrets[size_t(std::max(m_secret->currentIndex(), 0))]};
}

QString SigningBox::word() const
{
    switch (signature()) {
    case SignatureChoice::Keep:
        return u"kept"_s;
    case SignatureChoice::Wrong:
        return u"wrong"_s;
    case SignatureChoice::LeaveOut:
        return u"none"_s;
    case SignatureChoice::Again:
        break;
    }
    if (time() == SigningTime::Now)
        return u"now"_s;
    return shift() == 0 ? u"signed"_s : shift() < 0 ? u"stale"_s : u"future"_s;
}

QString SigningBox::secret() const
{
    return signature() == SignatureChoice::Again ? m_secret->currentText() : QString();
}

bool SigningBox::keepsAll() const
{
    return signature() == SignatureChoice::Keep && time() == SigningTime::Keep;
}

// "−600 s"
static QString shiftText(qint64 microseconds)
{
    const qint64 seconds = microseconds / 1'000'000;
    const QString sign = seconds < 0 ? u"−"_s : u"+"_s;
    return SigningBox::tr("%1%L2 s").arg(sign).arg(qAbs(seconds));
}

SigningChoices SigningBox::choices() const
{
    return {.signature = signature(),
            .time = time(),
            .shift = m_shift->currentData().toLongLong(),
            .secret = m_secret->currentText()};
}

void SigningBox::setChoices(const SigningChoices &choices)
{
    if (const int secret = m_secret->findText(choices.secret); secret >= 0)
        m_secret->setCurrentIndex(secret);
    int shift = m_shift->findData(choices.shift);
    if (shift < 0 && choices.time == SigningTime::Shift) {
        m_shift->addItem(shiftText(choices.shift), choices.shift);
        shift = m_shift->count() - 1;
    }
    if (shift >= 0)
        m_shift->setCurrentIndex(shift);
    for (QAbstractButton *button :
         {m_signature->button(int(choices.signature)), m_time->button(int(choices.time))}) {
        if (button && button->isEnabled())
            button->setChecked(true);
    }
}

SetHeaders SigningBox::setHeaders() const
{
    SetHeaders headers;
    const bool timed = time() == SigningTime::Now || time() == SigningTime::Shift;
    const bool again = signature() == SignatureChoice::Again;
    const QByteArray timestamp = signature::timestampHeader(m_scheme);
    if (timed && !timestamp.isEmpty())
        headers.append({timestamp, tr("(at send)")});
    const QByteArray name = signature::signatureHeader(m_scheme);
    if (name.isEmpty() || (!again && signature() != SignatureChoice::Wrong))
        return headers;
    if (!again)
        headers.append({name, tr("(at send, wrong on purpose)")});
    else
        headers.append({name,
                        (timed ? tr("(at send, signed with %1)") : tr("(signed with %1)"))
                            .arg(m_secret->currentText())});
    return headers;
}

void SigningBox::setCaseSecret(const std::optional<QString> &secret)
{
    const bool ofCase = secret.has_value();
    if (ofCase != m_caseSecret.has_value()) {
        nameChoice(*m_signature->button(int(SignatureChoice::Keep)), tr("Signature: %1"),
                   ofCase ? tr("As in the test c&ase") : tr("&Keep original value"));
        nameChoice(*m_time->button(int(SigningTime::Keep)), tr("Timestamp: %1"),
                   ofCase ? tr("As &in the test case") : tr("Keep &original"));
    }
    m_caseSecret = secret;
}

QString SigningBox::caseHint() const
{
    if (time() != SigningTime::Keep && m_scheme.time)
        return tr("The test case's signature does not fit another timestamp.");
    return m_caseSecret->isEmpty()
        ? tr("Set up by the test case. Choose “Sign again with” to sign anew.")
        : tr("Set up by the test case with %1. Choose “Sign again with” to sign anew.")
              .arg(*m_caseSecret);
}

QString SigningBox::hint(bool edited) const
{
    const bool keeps = signature() == SignatureChoice::Keep;
    if (keeps && m_caseSecret)
        return caseHint();
    if (keeps && edited && m_scheme.coversBody)
        return tr("The original signature does not fit a changed body: a receiver will call it "
                  "invalid.");
    if (keeps && time() != SigningTime::Keep && m_scheme.time)
        return tr("The original signature does not fit another timestamp.");
    if (m_scheme.id.isEmpty())
        return tr("This webhook has no signing scheme, so its headers stay as they are.");
    if (!signature::canSign(m_scheme))
        return tr("Only the sender has the private key that %1 signs with.").arg(m_scheme.name);
    if (m_secrets.empty() && keeps)
        return tr("Add the signing secret to sign it again.");
    return {};
}

void SigningBox::explain(bool edited)
{
    const QString text = hint(edited);
    m_hint->setText(text);
    m_hint->setVisible(!text.isEmpty());
}

} // namespace ui
