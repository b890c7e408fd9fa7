// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/hypotheses/hints.h"

#include "json/document.h"
#include "signature/hypotheses/credentialkinds.h"
#include "signature/hypotheses/nearnames.h"

#include <QCoreApplication>

#include <algorithm>

namespace signature
{

namespace
{

using namespace Qt::Literals::StringLiterals;

class Hinter
{
    Q_DECLARE_TR_FUNCTIONS(signature::Hinter)

public:
    Hinter(const Question &question, const Verdict &verdict)
        : m_question(question)
        , m_verdict(verdict)
        , m_header(signatureHeader(question.scheme, question.request.fields))
        , m_timeHeader(timestampHeader(question.scheme))
    {
    }

    std::optional<Hint> handshake() const;
    std::optional<Hint> missing() const;
    std::optional<Hint> emptySecret() const;
    std::optional<Hint> credential() const;
    std::optional<Hint> altered() const;
    std::optional<Hint> owner() const;

private:
    std::optional<Hint> missing(const QByteArray &name) const;
    QString otherSignature() const;
    bool fitsRenamed(const http::Field &near, const QByteArray &name) const;
    bool lengthDiffers() const;
    bool endsEarly() const;

    const Question &m_question;
    const Verdict &m_verdict;
    QByteArray m_header;
    QByteArray m_timeHeader;
};

// Discord sends wrong signatures on purpose and expects 401 (its documentation on interactions).
std::optional<Hint> Hinter::handshake() const
{
    const bool isUnsigned = m_verdict.signature == Signature::Unsigned;
    const bool renamed = !nearNames(m_question.request.fields, m_header).isEmpty();
    if (isUnsigned && !renamed && looksLikeHandshake(m_question.request))
        return Hint{Cause::Handshake,
                    tr("This looks like the sender trying out the address, not like an event; such "
                       "requests are often not signed."),
                    tr("Answer it as the sender's documentation says.")};
    if (!isUnsigned && m_question.scheme.id == "discord"_L1)
        return Hint{Cause::Handshake,
                    tr("Discord sends requests with wrong signatures on purpose, to see whether "
                       "they are refused."),
                    tr("Refuse it with 401; there is nothing to mend.")};
    return {};
}

bool Hinter::fitsRenamed(const http::Field &near, const QByteArray &name) const
{
    http::Request request = m_question.request;
    request.fields.append({name, near.value});
    return verify(request, m_question.scheme, m_question.secrets, m_question.receivedAt,
                  m_question.context)
               .signature
        == Signature::Verified;
}

// That the scheme's is missing, the verdict says already.
QString Hinter::otherSignature() const
{
    for (const http::Field &field : m_question.request.fields) {
        const QByteArray name = field.name.toLower();
        if (name.contains("signature") || name.contains("hmac"))
            return tr("The %1 header looks like the signature of another scheme.")
                .arg(QString::fromLatin1(field.name));
    }
    return tr("None of the headers looks like a signature.");
}

std::optional<Hint> Hinter::missing(const QByteArray &name) const
{
    if (name.isEmpty())
        return {};
    const QString shown = QString::fromLatin1(name);
    const auto there = http::count(m_question.request.fields, name);
    if (there == 1)
        return {};
    if (there > 1)
        return Hint{
            Cause::HeaderMissing,
            tr("The %1 header is there %2 times, and it must be there once.").arg(shown).arg(there),
            tr("Find out what adds the second one: a proxy or the sender itself.")};
    if (http::count(m_question.request.trailers, name) > 0)
        return Hint{Cause::HeaderMissing,
                    tr("The %1 header stands behind the body, among the trailers.").arg(shown),
                    tr("The sender must send it in front of the body.")};
    const auto near = nearNames(m_question.request.fields, name);
    if (near.isEmpty())
        return Hint{Cause::HeaderMissing,
                    name == m_header ? otherSignature()
                                     : tr("The %1 header is missing.").arg(shown),
                    tr("Check that the endpoint's scheme is the sender's, that the sender has a "
                       "secret set, and that no proxy strips the header.")};
    const QString other = QString::fromLatin1(near.first().name);
    const QString detail = fitsRenamed(near.first(), name)
        ? tr("The %1 header is missing; the value of the header %2 fits.").arg(shown, other)
        : tr("The %1 header is missing; the header %2 has nearly the same name.").arg(shown, other);
    return Hint{
        Cause::HeaderMissing, detail,
        tr("Make the sender, or whatever renames it on the way, call the header %1.").arg(shown)};
}

std::optional<Hint> Hinter::missing() const
{
    if (m_question.origin == Origin::OwnCode)
        return {};
    if (auto hint = missing(m_header))
        return hint;
    return missing(m_timeHeader);
}

std::optional<Hint> Hinter::emptySecret() const
{
    const bool any
        = std::any_of(m_question.secrets.begin(), m_question.secrets.end(),
                      [](const SecretPtr &secret) { return secret && !secret->bytes().isEmpty(); });
    if (any)
        return {};
    if (m_question.secrets.empty())
        return Hint{Cause::EmptySecret, tr("There is no secret here to compare with."),
                    tr("Add the secret that the sender shows.")};
    return Hint{Cause::EmptySecret, tr("The secret of this endpoint is empty."),
                tr("Set the secret that the sender shows; with an empty one anybody could sign.")};
}

std::optional<Hint> Hinter::credential() const
{
    for (const SecretPtr &secret : m_question.secrets) {
        if (!secret)
            continue;
        QString kind = m_question.scheme.keyFormat ? QString() : credentialKind(secret->bytes());
        const bool foreign = kind.isEmpty() && secret->bytes().startsWith("whsec_")
            && !m_question.scheme.secretNote.contains("whsec_"_L1);
        if (foreign)
            kind = tr("a signing secret of Stripe or of Standard Webhooks");
        if (!kind.isEmpty())
            return Hint{Cause::CredentialKind,
                        tr("The secret “%1” looks like %2, not like the signing secret of %3.")
                            .arg(secret->label(), kind, m_question.scheme.name),
                        tr("Copy the signing secret from the page where the webhook is set up.")};
    }
    return {};
}

bool Hinter::lengthDiffers() const
{
    const auto length = http::value(m_question.request.fields, "Content-Length");
    bool isNumber = false;
    const qint64 said = length ? length->toLongLong(&isNumber) : 0;
    return isNumber && said != m_question.request.body.size();
}

bool Hinter::endsEarly() const
{
    const QByteArray &body = m_question.request.body;
    if (!body.startsWith('{') && !body.startsWith('['))
        return false;
    const auto parsed = json::Document::parse(body);
    const auto *error = std::get_if<json::SyntaxError>(&parsed);
    return error
        && (error->fault == json::Fault::EndsEarly || error->fault == json::Fault::UnclosedString);
}

std::optional<Hint> Hinter::altered() const
{
    const QString remedy = tr("Make whatever passes the webhook on hand over the body's bytes "
                              "untouched.");
    const auto &fields = m_question.request.fields;
    if (lengthDiffers())
        return Hint{Cause::AlteredBody,
                    tr("Content-Length says %1, but the body has %2 bytes.")
                        .arg(QString::fromLatin1(*http::value(fields, "Content-Length")))
                        .arg(m_question.request.body.size()),
                    remedy};
    const auto encoding = http::value(fields, "Content-Encoding");
    if (encoding && encoding->toLower() != "identity")
        return Hint{Cause::AlteredBody,
                    tr("The header Content-Encoding says %1; the body may have been compressed or "
                       "decompressed since it was signed.")
                        .arg(QString::fromLatin1(*encoding)),
                    remedy};
    if (endsEarly())
        return Hint{Cause::AlteredBody, tr("The body's JSON ends too early: it was cut off."),
                    remedy};
    return {};
}

// Webhooks made in the shop's own settings are signed with a secret of the shop, not of an app.
std::optional<Hint> Hinter::owner() const
{
    if (m_question.scheme.id != "shopify"_L1 || m_verdict.signature != Signature::Invalid)
        return {};
    return Hint{Cause::OtherCredentialOwner,
                tr("Webhooks that were set up in the shop's settings are signed with a secret of "
                   "the shop, not with the app's."),
                tr("If this webhook was made under Settings, Notifications, take the secret shown "
                   "there.")};
}

} // namespace

std::optional<Hint> findHint(const Question &question, const Verdict &verdict)
{
    const Hinter hinter(question, verdict);
    for (const auto next : {&Hinter::handshake, &Hinter::missing, &Hinter::emptySecret,
                            &Hinter::credential, &Hinter::altered, &Hinter::owner}) {
        if (auto hint = (hinter.*next)())
            return hint;
    }
    return {};
}

} // namespace signature
