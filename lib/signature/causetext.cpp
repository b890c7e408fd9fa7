// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/cause.h"

#include <QCoreApplication>

namespace signature
{

namespace
{

class CauseText
{
    Q_DECLARE_TR_FUNCTIONS(signature::CauseText)

public:
    static QString explainSender(Cause cause);
    static QString explainOwnCode(Cause cause);
    static QString mendSender(Cause cause);
    static QString mendOwnCode(Cause cause);
};

// One switch a question, so that the compiler finds a missing cause.
QString CauseText::explainSender(Cause cause)
{
    switch (cause) {
    case Cause::JsonReserialised:
        return tr("Something between the sender and here has read the JSON and written it anew, or "
                  "the sender signs another text than it sends.");
    case Cause::JsonEscaping:
        return tr("Something has spelled the same JSON strings in another way; for a signature "
                  "those are other bytes.");
    case Cause::Charset:
        return tr("Something has read the bytes in the wrong encoding.");
    case Cause::Newline:
        return tr("Something has changed white space that nobody sees, but that is signed.");
    case Cause::WrappedBody:
        return tr("A gateway has packed or unpacked the body.");
    case Cause::FormEncoding:
        return tr("The sender signed the form's text, or its content, and the other one is here.");
    case Cause::SecretWhitespace:
        return tr("The secret was copied with something around it, here or at the sender.");
    case Cause::SecretDecoding:
        return tr("The secret's text and the key's bytes are two things, and they were mixed up.");
    case Cause::OtherSecret:
        return tr("The sender signs with another secret than this endpoint's.");
    case Cause::Url:
        return tr(
            "The sender signs the address that it called; a proxy or tunnel shows another one "
            "to the receiver.");
    case Cause::Query:
        return tr("The query has been decoded, encoded or sorted since it was signed.");
    case Cause::TimestampText:
        return tr(
            "The timestamp is part of the signed text, and another spelling of it was signed.");
    case Cause::Layout:
        return tr("The sender puts the signed text together in another way than the scheme says.");
    case Cause::Digest:
        return tr("The sender uses another algorithm, or writes the value in another way, than the "
                  "scheme says.");
    case Cause::OtherScheme:
        return tr("The endpoint is set to the wrong scheme.");
    case Cause::SignatureFormat:
        return tr("The value itself is right; the header's text around it is not.");
    case Cause::RotatedKey:
        return tr("The request carries several signatures, and not the first one fits.");
    case Cause::EmptySecret:
        return tr("The sender's secret is not set.");
    case Cause::CredentialKind:
    case Cause::OtherCredentialOwner:
    case Cause::Clock:
    case Cause::AlteredBody:
    case Cause::HeaderMissing:
    case Cause::Handshake:
        return {};
    }
    Q_UNREACHABLE();
}

QString CauseText::explainOwnCode(Cause cause)
{
    switch (cause) {
    case Cause::JsonReserialised:
        return tr("Your code parses the JSON and signs what it writes again, not the bytes that "
                  "arrived.");
    case Cause::JsonEscaping:
        return tr("Your code signs the same JSON with its strings spelled in another way.");
    case Cause::Charset:
        return tr("Your code turns the bytes into text in the wrong encoding.");
    case Cause::Newline:
        return tr("Your code adds or strips white space that nobody sees, but that is signed.");
    case Cause::WrappedBody:
        return tr("Your code does not have the raw body in hand.");
    case Cause::FormEncoding:
        return tr("Your code signs the form's content where its raw text was signed, or the other "
                  "way round.");
    case Cause::SecretWhitespace:
        return tr("Your code's secret was read or copied with something around it.");
    case Cause::SecretDecoding:
        return tr("Your code mixes up the secret's text and the key's bytes.");
    case Cause::OtherSecret:
        return tr("Your code uses another secret than this endpoint's.");
    case Cause::Url:
        return tr("Your code signs the address that it sees behind a proxy or tunnel, not the one "
                  "that the sender called.");
    case Cause::Query:
        return tr("Your code signs the query after it was decoded, encoded or sorted.");
    case Cause::TimestampText:
        return tr("Your code signs another text than the timestamp's as it was received.");
    case Cause::Layout:
        return tr("Your code puts the signed text together in another way than the scheme says.");
    case Cause::Digest:
        return tr("Your code uses another algorithm, or writes the value in another way, than the "
                  "scheme says.");
    case Cause::OtherScheme:
        return tr("Your code follows another provider's rule.");
    case Cause::SignatureFormat:
        return tr("Your code computes the right value; the text around it is what differs.");
    case Cause::RotatedKey:
        return tr("The request carries several signatures, and your code's is not the first.");
    case Cause::EmptySecret:
        return tr("Your code's secret is not set.");
    case Cause::CredentialKind:
    case Cause::OtherCredentialOwner:
    case Cause::Clock:
    case Cause::AlteredBody:
    case Cause::HeaderMissing:
    case Cause::Handshake:
        return {};
    }
    Q_UNREACHABLE();
}

QString CauseText::mendSender(Cause cause)
{
    switch (cause) {
    case Cause::JsonReserialised:
    case Cause::JsonEscaping:
    case Cause::Charset:
    case Cause::Newline:
        return tr("Make whatever passes the webhook on hand over the body's bytes untouched.");
    case Cause::WrappedBody:
        return tr("Let the gateway pass the raw body through, or verify what it held.");
    case Cause::FormEncoding:
        return tr("Verify the raw text that the sender posts, before any form is parsed.");
    case Cause::SecretWhitespace:
    case Cause::SecretDecoding:
        return tr("Store the secret in the form that fits, here and at the sender.");
    case Cause::OtherSecret:
        return tr("Give this endpoint the secret that fits.");
    case Cause::Url:
        return tr("Set the public address of this endpoint to the one that the sender calls.");
    case Cause::Query:
        return tr("Verify the query as it stands in the request line.");
    case Cause::TimestampText:
    case Cause::Layout:
    case Cause::Digest:
        return tr(
            "Follow the sender's documentation; if this is how it signs, make a scheme for it.");
    case Cause::OtherScheme:
        return tr("Switch the endpoint to the scheme that fits.");
    case Cause::SignatureFormat:
        return tr(
            "Make the sender write the header as the scheme says, or strip what surrounds the "
            "value before comparing.");
    case Cause::RotatedKey:
        return tr("Try every signature that the request carries, and accept it if one fits.");
    case Cause::EmptySecret:
        return tr("Set the secret at the sender; as long as it is empty, anybody can sign.");
    case Cause::CredentialKind:
    case Cause::OtherCredentialOwner:
    case Cause::Clock:
    case Cause::AlteredBody:
    case Cause::HeaderMissing:
    case Cause::Handshake:
        return {};
    }
    Q_UNREACHABLE();
}

QString CauseText::mendOwnCode(Cause cause)
{
    switch (cause) {
    case Cause::JsonReserialised:
    case Cause::JsonEscaping:
    case Cause::WrappedBody:
        return tr("Take the raw body before any parser gets it, and sign those bytes.");
    case Cause::FormEncoding:
        return tr("Sign the raw text of the body, before any form is parsed.");
    case Cause::Charset:
        return tr("Keep the body as bytes, or read it as UTF-8.");
    case Cause::Newline:
        return tr("Sign the body exactly as it arrived: no trimming, no line break added.");
    case Cause::SecretWhitespace:
        return tr("Read the secret without white space, quotes or a name around it.");
    case Cause::SecretDecoding:
        return tr("Make the key from the secret as the scheme says, and only once.");
    case Cause::OtherSecret:
        return tr("Give your code the secret of this endpoint.");
    case Cause::Url:
        return tr(
            "Sign the public address that the sender was given, not the one your server sees.");
    case Cause::Query:
        return tr("Sign the query as it stands in the request line.");
    case Cause::TimestampText:
        return tr("Sign the header's text as it was received, without making a number of it.");
    case Cause::Layout:
        return tr("Put the signed text together as the scheme says.");
    case Cause::Digest:
        return tr("Use the algorithm and the encoding that the scheme says.");
    case Cause::OtherScheme:
        return tr("Follow the rule of this endpoint's scheme.");
    case Cause::SignatureFormat:
        return tr("Compare the values alone, without prefix, quotes or white space.");
    case Cause::RotatedKey:
        return tr("Compare with every signature that the request carries.");
    case Cause::EmptySecret:
        return tr("Check that the secret reaches your code, and refuse to start without one.");
    case Cause::CredentialKind:
    case Cause::OtherCredentialOwner:
    case Cause::Clock:
    case Cause::AlteredBody:
    case Cause::HeaderMissing:
    case Cause::Handshake:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

QString explanation(Cause cause, Origin origin)
{
    return origin == Origin::Sender ? CauseText::explainSender(cause)
                                    : CauseText::explainOwnCode(cause);
}

QString remedy(Cause cause, Origin origin)
{
    return origin == Origin::Sender ? CauseText::mendSender(cause) : CauseText::mendOwnCode(cause);
}

} // namespace signature
