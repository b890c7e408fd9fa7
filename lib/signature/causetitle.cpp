// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/cause.h"

#include <QCoreApplication>

namespace signature
{

static QString tr(const char *text)
{
    return QCoreApplication::translate("signature::CauseTitle", text);
}

QString title(Cause cause)
{
    switch (cause) {
    case Cause::JsonReserialised:
        return tr("The JSON was written anew");
    case Cause::JsonEscaping:
        return tr("The JSON's strings were spelled in another way");
    case Cause::Charset:
        return tr("The text was read in the wrong encoding");
    case Cause::Newline:
        return tr("A line end or another unseen character was changed");
    case Cause::WrappedBody:
        return tr("The body was packed or unpacked");
    case Cause::FormEncoding:
        return tr("The form's text and its content were mixed up");
    case Cause::SecretWhitespace:
        return tr("The secret has something around it");
    case Cause::SecretDecoding:
        return tr("The secret was decoded in the wrong way");
    case Cause::OtherSecret:
        return tr("Another secret was used");
    case Cause::CredentialKind:
        return tr("The secret is another kind of credential");
    case Cause::OtherCredentialOwner:
        return tr("The secret belongs to another part of the account");
    case Cause::Url:
        return tr("Another address was signed");
    case Cause::Query:
        return tr("The query was changed");
    case Cause::TimestampText:
        return tr("The timestamp was spelled in another way");
    case Cause::Clock:
        return tr("A clock is wrong, or the webhook is old");
    case Cause::Layout:
        return tr("The signed text was put together in another way");
    case Cause::Digest:
        return tr("Another algorithm or encoding was used");
    case Cause::OtherScheme:
        return tr("Another scheme was used");
    case Cause::SignatureFormat:
        return tr("The text around the signature is not the scheme's");
    case Cause::RotatedKey:
        return tr("Another one of several signatures fits");
    case Cause::AlteredBody:
        return tr("The body was altered on its way");
    case Cause::HeaderMissing:
        return tr("A header is missing");
    case Cause::EmptySecret:
        return tr("A secret is empty or not set");
    case Cause::Handshake:
        return tr("The sender only tries out the address");
    }
    Q_UNREACHABLE();
}

} // namespace signature
