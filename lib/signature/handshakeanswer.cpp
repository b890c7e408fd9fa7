// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/handshakeanswer.h"

#include "json/writer.h"
#include "signature/digesttext.h"
#include "signature/mac.h"
#include "signature/requestvalues.h"

#include <algorithm>

namespace signature
{

namespace
{

constexpr qsizetype longestChallenge = 4096; // in bytes; they have a few dozen

// What stands in braces.
QByteArrayList piecesOf(QByteArrayView text)
{
    QByteArrayList pieces;
    for (qsizetype open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
        const qsizetype close = text.indexOf('}', open);
        pieces.append(text.sliced(open, close < 0 ? 1 : close - open + 1).toByteArray());
    }
    return pieces;
}

// In one pass: what the challenge itself holds is never taken for a piece.
QByteArray filled(QByteArrayView text, QByteArrayView challenge, const Secrets &secrets)
{
    QByteArray out;
    for (const QByteArray &piece : piecesOf(text)) {
        const qsizetype at = text.indexOf(piece);
        out += text.first(at);
        text = text.sliced(at + piece.size());
        if (piece == "{challenge}")
            out += challenge;
        else
            out += writeDigest(hmac(Hash::Sha256, secrets.front()->bytes(), {challenge}),
                               piece == "{hmac-hex}" ? Encoding::Hex : Encoding::Base64);
    }
    return out + text.toByteArray();
}

bool holds(RequestValues &values, const Requirement &requirement)
{
    const Value value = values.find(requirement.place);
    return value.isFound() && (requirement.value.isEmpty() || value.text == requirement.value);
}

// Nothing where the request is no handshake.
std::optional<QByteArray> challengeOf(const Handshake &handshake, const http::Request &request)
{
    if (request.method != handshake.method)
        return {};
    const Scheme none;
    const Context context;
    RequestValues values(request, none, context);
    const Value found = values.find(handshake.challenge);
    if (!found.isFound() || found.text.isEmpty() || found.text.size() > longestChallenge
        || !std::ranges::all_of(handshake.require,
                                [&](const auto &rule) { return holds(values, rule); }))
        return {};
    return found.text.toByteArray();
}

bool breaksLine(QByteArrayView text)
{
    return std::ranges::any_of(text, [](char c) { return uchar(c) < 0x20 || c == 0x7f; });
}

} // namespace

bool knownPieces(QByteArrayView text)
{
    return std::ranges::all_of(piecesOf(text), [](const QByteArray &piece) {
        return piece == "{challenge}" || piece == "{hmac-hex}" || piece == "{hmac-base64}";
    });
}

bool needsSecret(const Handshake &handshake)
{
    const auto asks = [](QByteArrayView text) { return text.contains("{hmac-"); };
    return asks(handshake.text) || std::ranges::any_of(handshake.fields, asks, &http::Field::value)
        || std::ranges::any_of(handshake.members, asks,
                               [](const auto &member) -> const auto & { return member.second; });
}

bool isChallenge(const Handshake &handshake, const http::Request &request)
{
    return challengeOf(handshake, request).has_value();
}

std::optional<HandshakeAnswer> answerTo(const Handshake &handshake, const http::Request &request,
                                        const Secrets &secrets)
{
    const auto found = challengeOf(handshake, request);
    if (!found || (secrets.empty() && needsSecret(handshake)))
        return {};
    const QByteArray &challenge = *found;
    HandshakeAnswer answer;
    for (const http::Field &field : handshake.fields) {
        const QByteArray value = filled(field.value, challenge, secrets);
        if (breaksLine(value)) // It would begin a header of its own.
            return {};
        answer.fields.append(http::Field{field.name, value});
    }
    answer.body = filled(handshake.text, challenge, secrets);
    if (handshake.members.isEmpty())
        return answer;
    if (!json::isUtf8(challenge))
        return {};
    json::Writer writer;
    writer.beginObject();
    for (const auto &[name, text] : handshake.members)
        writer.name(name).string(QByteArrayView(filled(text, challenge, secrets)));
    answer.body = writer.endObject().text();
    return answer;
}

} // namespace signature
