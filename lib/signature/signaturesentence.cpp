// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/explanation.h"
#include "signature/explanationtext.h"
#include "signature/hiddenvalue.h"
#include "signature/schemetext.h"

#include <QCoreApplication>

namespace signature
{

namespace
{

// Writes the sentence about a signature.
class SignatureExplanation
{
    Q_DECLARE_TR_FUNCTIONS(signature::Explanation)

public:
    SignatureExplanation(const http::Request &request, const Scheme &scheme, const Finding &finding)
        : m_request(request)
        , m_scheme(scheme)
        , m_finding(finding)
    {
    }

    QString sentence() const;

private:
    qsizetype times() const { return http::count(m_request.fields, m_finding.place.name); }
    QString noEntry() const;
    QString length() const;
    QString alphabet() const;
    QString form() const;
    QString algorithm() const;
    qsizetype expected() const { return signatureLength(m_scheme).value_or(0); }

    const http::Request &m_request;
    const Scheme &m_scheme;
    const Finding &m_finding;
};

QString SignatureExplanation::sentence() const
{
    switch (m_finding.reason) {
    case Reason::None:
        break;
    case Reason::Missing:
        return missingSentence(m_finding.place);
    case Reason::Repeated:
        return repeatedSentence(m_finding.place, times());
    case Reason::TooMany:
        return tr("There are more signatures than any sender makes.");
    case Reason::Prefix:
        return tr("Expected “%1” in front, got “%2”.")
            .arg(quotable(m_scheme.form.prefix), quotable(m_finding.detail));
    case Reason::NoEntry:
        return noEntry();
    case Reason::Length:
        return length();
    case Reason::Alphabet:
        return alphabet();
    case Reason::Loose:
        return tr("The Base64 text is not in its canonical form: it carries bits beyond the "
                  "digest.");
    case Reason::Form:
        return form();
    case Reason::NoSecret:
        return m_scheme.keyFormat ? tr("Add the sender's public key to check this webhook.")
                                  : tr("Add the signing secret to check this webhook.");
    case Reason::Requirement:
        return requirementSentence(m_finding.place, m_finding.detail);
    case Reason::MissingInput:
        return missingInputSentence(m_finding.place);
    case Reason::RepeatedInput:
        return repeatedInputSentence(m_finding.place, times());
    case Reason::TooLong:
        return tr("The text that this scheme signs is many times as long as the body; nothing is "
                  "computed.");
    case Reason::BodyDigest:
        return tr("The body is not the one whose digest “%1” carries.")
            .arg(quotable(text(m_finding.place)));
    case Reason::Algorithm:
        return algorithm();
    case Reason::Claim:
        return tr("The token is signed, but its claim “%1” does not fit this request.")
            .arg(quotable(m_finding.detail));
    case Reason::Mismatch:
        return m_scheme.keyFormat ? tr("No stored key matches.") : tr("No stored secret matches.");
    }
    return {};
}

QString SignatureExplanation::noEntry() const
{
    const SignatureForm &form = m_scheme.form;
    switch (form.form) {
    case Form::KeyValue:
        return tr("There is no entry “%1=…”.").arg(quotable(form.key));
    case Form::TagList:
        return tr("There is no entry “%1…”.").arg(quotable(form.tag + form.tagSeparator));
    default:
        return tr("There is no signature in “%1”.").arg(quotable(m_finding.detail));
    }
}

QString SignatureExplanation::length() const
{
    const QString wanted = number(quint64(expected()));
    const QString got = number(quint64(m_finding.detail.size()));
    switch (m_scheme.encoding) {
    case Encoding::Hex:
        return tr("Expected %1 hexadecimal digits, got %2 characters.").arg(wanted, got);
    case Encoding::Base64:
        return tr("Expected %1 Base64 characters, got %2.").arg(wanted, got);
    case Encoding::Base64Url:
        return tr("Expected %1 characters of Base64 for URLs, got %2.").arg(wanted, got);
    }
    Q_UNREACHABLE();
}

QString SignatureExplanation::alphabet() const
{
    const QString wanted = number(quint64(expected()));
    const QString at = number(quint64(m_finding.at + 1));
    const QString got = quotable(QByteArrayView(m_finding.detail).sliced(m_finding.at, 1));
    switch (m_scheme.encoding) {
    case Encoding::Hex:
        return tr("Expected %1 hexadecimal digits; number %2, “%3”, does not belong there.")
            .arg(wanted, at, got);
    case Encoding::Base64:
        return tr("Expected %1 Base64 characters; number %2, “%3”, does not belong there.")
            .arg(wanted, at, got);
    case Encoding::Base64Url:
        return tr("Expected %1 characters of Base64 for URLs; number %2, “%3”, does not belong "
                  "there.")
            .arg(wanted, at, got);
    }
    Q_UNREACHABLE();
}

QString SignatureExplanation::form() const
{
    switch (m_scheme.type) {
    case Type::Jws:
        return tr("Expected a signed token of three parts (JWS).");
    case Type::Basic:
        return tr("Expected “Basic” and a user name, a colon and a password in Base64.");
    case Type::Ecdsa:
        return tr("Expected an ECDSA signature in DER and Base64.");
    case Type::Token:
        return tr("The value is empty.");
    default:
        return tr("The signature is not in canonical Base64.");
    }
}

QString SignatureExplanation::algorithm() const
{
    return tr("The token names the algorithm “%1”; this scheme takes %2.")
        .arg(quotable(m_finding.detail), QString::fromLatin1(m_scheme.jws.algorithms.join(", ")));
}

} // namespace

QString signatureSentence(const http::Request &request, const Scheme &scheme,
                          const Finding &finding)
{
    if (finding.reason != Reason::None && isSignatureHidden(request, scheme))
        return QCoreApplication::translate("signature::Explanation",
                                           "The signature was hidden when this was exported, so it "
                                           "cannot be checked.");
    const QString sentence = SignatureExplanation(request, scheme, finding).sentence();
    if (finding.item < 1 || sentence.isEmpty())
        return sentence;
    return QCoreApplication::translate("signature::Explanation", "Element %1 of the batch: %2")
        .arg(number(quint64(finding.item + 1)), sentence);
}

} // namespace signature
