// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/lookup.h"
#include "signature/hypotheses/formtext.h"
#include "signature/hypotheses/hints.h"

#include <algorithm>
#include <array>

namespace signature
{

namespace
{

// Parameters of the GET requests with which senders try an address.
constexpr std::array<QByteArrayView, 6> queryNames{"hub.challenge", "hub.mode",        "challenge",
                                                   "crc_token",     "validationToken", "echostr"};

constexpr std::array<QByteArrayView, 8> words{
    "url_verification", "endpoint.url_validation",  "ping",         "webhook.test",
    "verification",     "SubscriptionConfirmation", "test_webhook", "handshake"};

bool isWord(const QString &text)
{
    return std::any_of(words.begin(), words.end(), [&](QByteArrayView word) {
        return text == QLatin1StringView(word.data(), word.size());
    });
}

} // namespace

bool looksLikeHandshake(const http::Request &request)
{
    const qsizetype mark = request.target.indexOf('?');
    if (mark >= 0) {
        for (const FormField &field : readForm(request.target.sliced(mark + 1))) {
            if (std::find(queryNames.begin(), queryNames.end(), field.name) != queryNames.end())
                return true;
        }
    }
    for (const char *header : {"X-Hook-Secret", "Webhook-Request-Origin", "Aeg-Event-Type"}) {
        if (http::count(request.fields, header) > 0)
            return true;
    }
    const auto values
        = json::lookup(request.body, {"/challenge", "/type", "/event", "/Type", "/zen"});
    return !values[0].isNull() || isWord(values[1]) || isWord(values[2]) || isWord(values[3])
        || !values[4].isNull();
}

} // namespace signature
