// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/candidate.h"
#include "signature/receivedsignatures.h"
#include "signature/secret.h"
#include "signature/signedtext.h"

namespace signature
{

// Looks at one request by one scheme. All that it is given must outlive it.
class Examiner
{
public:
    Examiner(const http::Request &request, const Scheme &scheme, const Secrets &secrets,
             const Context &context);

    Finding examine();
    bool canFit() const { return m_canFit; } // after examine() without secrets: one could fit

    // After examine(), of the signatures that matched, else of the first; with `each`, of the
    // element that the finding names.
    QByteArrayView firstSignature() const; // as it stands, without a prefix or a version
    Value timestamp();
    SignedText signedText(QByteArrayView secret);
    QByteArray jwsText() const; // what a JWS signs; empty when there is none
    RequestValues &values() { return m_values; }

    // What the secret makes of the signed text, written as the scheme writes it; empty where only
    // the sender's private key can.
    QByteArray computed(QByteArrayView secret);

private:
    Finding examineOne();
    Finding examineItems();
    void selectItem(const QByteArray &item);
    bool readCandidates(Finding &finding);
    bool isBound(Finding &finding);
    bool matchesBodyDigest(Finding &finding);
    Finding match();
    bool matchGroup(qsizetype group, Finding &finding);
    bool matchMessage(const MessageTemplate &message, qsizetype group, Finding &finding);
    bool matchesText(qsizetype group, const SignedText &text, const SecretPtr &secret);
    bool matchesPublicKey(qsizetype group, const SignedText &text, const SecretPtr &secret);
    bool holds(qsizetype group, QByteArrayView bytes) const;
    Finding matchJws();
    Finding matchJwsOfUrls(const Jws &jws);
    Finding matchJws(const Jws &jws);
    bool matchesJws(const Jws &jws, const SecretPtr &secret) const;
    bool anyUsable() const;
    void selectGroup(qsizetype group);
    QList<QByteArray> urlVariants();

    const Scheme &m_scheme;
    const Secrets &m_secrets;
    const MessageTemplate *m_message; // of the scheme's, the one that is looked at
    RequestValues m_values;
    ReceivedSignatures m_received;
    QVarLengthArray<Candidate, 2> m_candidates;
    QByteArray m_jwsText;
    std::optional<QByteArray> m_url; // before any variant
    std::optional<Digest> m_bodyDigest; // as the scheme has it
    bool m_canFit = false; // nothing but the right secret is missing
};

} // namespace signature
