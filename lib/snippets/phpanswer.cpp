// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "snippets/phpwriter.h"
#include "snippets/writers.h"

namespace snippets
{

using namespace signature;
using namespace Qt::Literals::StringLiterals;

QString PhpWriter::value(const Piece &piece)
{
    using Kind = Piece::Kind;
    QString value;
    switch (piece.kind) {
    case Kind::Literal:
        return literal(piece.text);
    case Kind::Variable:
        value = variable(piece.name);
        break;
    case Kind::Body:
        return u"$body"_s;
    case Kind::Secret:
        return derivesKey() ? u"$key"_s : keyBytes();
    case Kind::Method:
        value = u"$method"_s;
        break;
    case Kind::Url:
        value = u"$url"_s;
        break;
    case Kind::UrlWithoutQuery:
        return u"preg_split('/[?#]/', $url)[0]"_s;
    case Kind::FormSorted:
        sortForm();
        return u"$fields"_s;
    }
    value = piece.trim ? u"trim(%1)"_s.arg(value) : value;
    return piece.lower ? u"strtolower(%1)"_s.arg(value) : value;
}

// By names, then by values, each pair once.
void PhpWriter::sortForm()
{
    line(u"$pairs = [];"_s);
    line(u"foreach (array_filter(explode('&', $body), 'strlen') as $pair) {"_s);
    line(u"    $pairs[] = array_map('urldecode', explode('=', $pair, 2) + ['', '']);"_s);
    line(u"}"_s);
    line(u"usort($pairs, fn($a, $b) => strcmp($a[0], $b[0]) ?: strcmp($a[1], $b[1]));"_s);
    line(u"$fields = '';"_s);
    line(u"foreach ($pairs as $n => $pair) {"_s);
    line(u"    if ($n === 0 || $pair !== $pairs[$n - 1]) {"_s);
    line(u"        $fields .= implode($pair);"_s);
    line(u"    }"_s);
    line(u"}"_s);
}

QString PhpWriter::message()
{
    QStringList parts;
    for (const Piece &piece : recipe().message)
        parts.append(value(piece));
    return parts.join(u" . "_s);
}

QString PhpWriter::key()
{
    const QString bytes = derivesKey() ? u"$key"_s : keyBytes();
    return recipe().key.hashed ? u"sha1(%1, true)"_s.arg(bytes) : bytes;
}

// Not hashed yet; empty where the secret cannot be decoded.
QString PhpWriter::keyBytes()
{
    const KeyRecipe &key = recipe().key;
    QString text = u"$secret"_s;
    if (key.decomposed)
        refuse(tr("PHP normalizes Unicode only with an extension (intl)."));
    if (!key.prefix.isEmpty())
        text = u"(str_starts_with($secret, %1) ? substr($secret, %2) : $secret)"_s.arg(
            literal(key.prefix), QString::number(key.prefix.size()));
    if (!key.suffix.isEmpty())
        text = u"%1 . %2"_s.arg(text, literal(key.suffix));
    if (key.reading == KeyRecipe::Reading::Base64)
        text = u"(string) base64_decode(%1, true)"_s.arg(text);
    if (key.reading == KeyRecipe::Reading::Hex) {
        if (text != "$secret"_L1) {
            line(u"$key = %1;"_s.arg(text));
            text = u"$key"_s;
        }
        text = u"ctype_xdigit(%1) && strlen(%1) %2 2 === 0 ? hex2bin(%1) : ''"_s.arg(text, u"%"_s);
    }
    return text;
}

QString PhpWriter::expected()
{
    const QString hash = lowerName(recipe().hash);
    QString text = key();
    if (recipe().type == Type::Hmac)
        text = written(u"hash_hmac('%1', $%2, %3"_s.arg(hash, messageName(), text),
                       recipe().encoding);
    else if (recipe().type == Type::KeyedDigest)
        text = written(u"hash('%1', $%2"_s.arg(hash, messageName()), recipe().encoding);
    else if (recipe().type == Type::Basic)
        return u"'Basic ' . base64_encode(%1)"_s.arg(text);
    return recipe().mark.isEmpty() ? text : literal(recipe().mark) + u" . "_s + text;
}

QString PhpWriter::decodedSignature()
{
    if (recipe().encoding == Encoding::Hex)
        return u"ctype_xdigit($signature) && strlen($signature) %1 2 === 0 ? hex2bin($signature) : ''"_s
            .arg(u"%"_s);
    return u"(string) base64_decode($signature, true)"_s;
}

void PhpWriter::verifyWithPublicKey()
{
    if (hasSeveral())
        return refuse(tr("Several signatures of a public key may stand in one webhook."));
    if (!recipe().mark.isEmpty()) {
        refuseIf(u"!str_starts_with($signature, %1)"_s.arg(literal(recipe().mark)));
        line(u"$signature = substr($signature, %1);"_s.arg(recipe().mark.size()));
    }
    line(u"$bytes = %1;"_s.arg(decodedSignature()));
    if (recipe().type == Type::Ed25519) {
        line(u"$key = %1;"_s.arg(recipe().keyFormat == KeyFormat::Ed25519Hex
                                     ? u"ctype_xdigit($secret) ? hex2bin($secret) : ''"_s
                                     : u"(string) base64_decode($secret, true)"_s));
        refuseIf(u"strlen($bytes) !== 64 || strlen($key) !== 32"_s);
        line(u"return sodium_crypto_sign_verify_detached($bytes, $%1, $key);"_s.arg(messageName()));
        return;
    }
    QString pem = u"$secret"_s;
    if (recipe().keyFormat == KeyFormat::SpkiBase64) {
        line(u"$pem = \"-----BEGIN PUBLIC KEY-----\\n\" . chunk_split($secret, 64, \"\\n\")"_s);
        line(u"    . \"-----END PUBLIC KEY-----\\n\";"_s);
        pem = u"$pem"_s;
    }
    line(u"$key = openssl_pkey_get_public(%1);"_s.arg(pem));
    line(u"return $key && openssl_verify($%1, $bytes, $key, '%2') === 1;"_s.arg(
        messageName(), lowerName(recipe().hash)));
}

void PhpWriter::compare()
{
    if (makesMessage()) {
        const QString bytes = message();
        line(u"$message = %1;"_s.arg(bytes));
    }
    if (recipe().keyFormat)
        return verifyWithPublicKey();
    line(u"$expected = %1;"_s.arg(expected()));
    const QString one = hasSeveral() ? u"$one"_s : u"$signature"_s;
    const QString comparison
        = u"hash_equals($expected, %1)"_s.arg(isHex() ? u"strtolower(%1)"_s.arg(one) : one);
    if (!hasSeveral())
        return line(u"return %1;"_s.arg(comparison));
    line(u"foreach ($%1 as $one) {"_s.arg(collection()));
    line(u"    if (%1) {"_s.arg(comparison));
    line(u"        return true;"_s);
    line(u"    }"_s);
    line(u"}"_s);
    line(u"return false;"_s);
}

QString PhpWriter::whole() const
{
    QString parameters = u"string $body, array $headers, string $secret"_s;
    if (recipe().needsMethod)
        parameters += u", string $method"_s;
    if (recipe().needsUrl)
        parameters += u", string $url"_s;
    return u"<?php\n\n"_s + explanation(u"//"_s)
        + u"function verify_webhook(%1): bool\n{\n"_s.arg(parameters) + lines().join(u'\n')
        + u"\n}\n"_s;
}

core::Result<QString> writePhp(const Recipe &recipe) { return PhpWriter(recipe).write(); }

} // namespace snippets
