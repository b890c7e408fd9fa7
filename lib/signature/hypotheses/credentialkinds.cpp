// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/hypotheses/credentialkinds.h"

#include <QCoreApplication>

#include <array>

namespace signature
{

namespace
{

struct Kind {
    QByteArrayView prefix;
    const char *words;
};

// From the providers' own documentation of their keys.
constexpr std::array<Kind, 24> kinds{{
    {"sk_", QT_TRANSLATE_NOOP("signature::CredentialKind", "a secret API key")},
    {"pk_", QT_TRANSLATE_NOOP("signature::CredentialKind", "a public API key")},
    {"rk_", QT_TRANSLATE_NOOP("signature::CredentialKind", "a restricted API key")},
    {"ws_", QT_TRANSLATE_NOOP("signature::CredentialKind", "the id of a webhook")},
    {"we_", QT_TRANSLATE_NOOP("signature::CredentialKind", "the id of a webhook endpoint")},
    {"ep_", QT_TRANSLATE_NOOP("signature::CredentialKind", "the id of an endpoint")},
    {"acct_", QT_TRANSLATE_NOOP("signature::CredentialKind", "the id of an account")},
    {"shpat_", QT_TRANSLATE_NOOP("signature::CredentialKind", "an access token of a Shopify app")},
    {"shpca_", QT_TRANSLATE_NOOP("signature::CredentialKind", "an access token of a Shopify app")},
    {"shppa_", QT_TRANSLATE_NOOP("signature::CredentialKind", "an access token of a Shopify app")},
    {"shpua_", QT_TRANSLATE_NOOP("signature::CredentialKind", "an access token of a Shopify user")},
    {"ghp_", QT_TRANSLATE_NOOP("signature::CredentialKind", "a personal access token of GitHub")},
    {"gho_", QT_TRANSLATE_NOOP("signature::CredentialKind", "an OAuth token of GitHub")},
    {"ghs_", QT_TRANSLATE_NOOP("signature::CredentialKind", "an app's token of GitHub")},
    {"github_pat_",
     QT_TRANSLATE_NOOP("signature::CredentialKind", "a personal access token of GitHub")},
    {"glpat-", QT_TRANSLATE_NOOP("signature::CredentialKind", "a personal access token of GitLab")},
    {"xoxb-", QT_TRANSLATE_NOOP("signature::CredentialKind", "a bot token of Slack")},
    {"xoxp-", QT_TRANSLATE_NOOP("signature::CredentialKind", "a user token of Slack")},
    {"xapp-", QT_TRANSLATE_NOOP("signature::CredentialKind", "an app-level token of Slack")},
    {"SG.", QT_TRANSLATE_NOOP("signature::CredentialKind", "an API key of SendGrid")},
    {"Bearer ", QT_TRANSLATE_NOOP("signature::CredentialKind", "an access token")},
    {"eyJ", QT_TRANSLATE_NOOP("signature::CredentialKind", "a JSON Web Token")},
    {"http", QT_TRANSLATE_NOOP("signature::CredentialKind", "an address")},
    {"-----BEGIN", QT_TRANSLATE_NOOP("signature::CredentialKind", "a key or certificate file")},
}};

// A Twilio account or key: two letters and 32 hex digits.
bool isTwilioId(QByteArrayView secret)
{
    if (secret.size() != 34 || (!secret.startsWith("AC") && !secret.startsWith("SK")))
        return false;
    for (const char c : secret.sliced(2)) {
        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')))
            return false;
    }
    return true;
}

} // namespace

QString credentialKind(QByteArrayView secret)
{
    for (const Kind &kind : kinds) {
        if (secret.trimmed().startsWith(kind.prefix))
            return QCoreApplication::translate("signature::CredentialKind", kind.words);
    }
    if (isTwilioId(secret))
        return QCoreApplication::translate("signature::CredentialKind",
                                           "an account's or key's id of "
                                           "Twilio");
    return {};
}

} // namespace signature
