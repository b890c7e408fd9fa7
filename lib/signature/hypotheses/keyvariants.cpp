// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/hypotheses/secretvariants.h"
#include "signature/secretinput.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace signature
{

namespace
{

using Changed = std::optional<QByteArray>;

constexpr auto strict = QByteArray::AbortOnBase64DecodingErrors;

// "whsec_", "v1," and both: what providers put in front to tell the kind of a secret.
QByteArray withoutPrefix(const QByteArray &secret)
{
    QByteArray text(secret.constData(), secret.size()); // to be wiped alone
    for (const char *prefix : {"v1,", "v1a,", "whsec_", "whsk_", "whpk_", "sha256=", "base64:"}) {
        if (text.startsWith(prefix))
            text = text.sliced(qsizetype(qstrlen(prefix)));
    }
    return text;
}

Changed fromBase64(const QByteArray &text)
{
    for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
        auto read = QByteArray::fromBase64Encoding(text, alphabet | strict);
        if (read && !read.decoded.isEmpty())
            return read.decoded;
    }
    return {};
}

Changed fromHex(const QByteArray &text)
{
    const auto isHex = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    };
    if (text.isEmpty() || text.size() % 2 != 0 || !std::all_of(text.begin(), text.end(), isHex))
        return {};
    return QByteArray::fromHex(text);
}

// Wipes what was only on the way.
Changed thenWiped(QByteArray text, Changed (*next)(const QByteArray &))
{
    Changed result = next(text);
    wipe(text);
    return result;
}

Changed asText(const QByteArray &secret) { return secret; }

Changed asTextWithoutPrefix(const QByteArray &secret) { return withoutPrefix(secret); }

Changed asBase64(const QByteArray &secret) { return thenWiped(withoutPrefix(secret), fromBase64); }

Changed asHex(const QByteArray &secret) { return thenWiped(withoutPrefix(secret), fromHex); }

Changed asBase64Twice(const QByteArray &secret)
{
    auto once = asBase64(secret);
    return once ? thenWiped(std::move(*once), fromBase64) : Changed();
}

Changed asHexInBase64(const QByteArray &secret)
{
    auto once = asBase64(secret);
    return once ? thenWiped(std::move(*once), fromHex) : Changed();
}

// Node reads both alphabets at once and passes over what belongs to neither.
Changed asNodeReadsBase64(const QByteArray &secret)
{
    QByteArray text(secret.constData(), secret.size());
    text.replace('-', '+').replace('_', '/');
    auto read = QByteArray::fromBase64(text);
    wipe(text);
    return read.isEmpty() ? Changed() : read;
}

// Python, PHP and Ruby drop what is not of the first alphabet.
Changed asOthersReadBase64(const QByteArray &secret)
{
    auto read = QByteArray::fromBase64(secret);
    return read.isEmpty() ? Changed() : read;
}

Changed inBase64(const QByteArray &secret) { return secret.toBase64(); }

Changed inHex(const QByteArray &secret) { return secret.toHex(); }

Changed decodedInHex(const QByteArray &secret)
{
    auto once = asBase64(secret);
    return once ? thenWiped(std::move(*once), inHex) : Changed();
}

Changed lower(const QByteArray &secret) { return secret.toLower(); }

Changed upper(const QByteArray &secret) { return secret.toUpper(); }

template <QCryptographicHash::Algorithm algorithm> Changed hashed(const QByteArray &secret)
{
    return QCryptographicHash::hash(secret, algorithm);
}

template <QCryptographicHash::Algorithm algorithm> Changed hashedHex(const QByteArray &secret)
{
    return QCryptographicHash::hash(secret, algorithm).toHex();
}

Changed withPrefix(const QByteArray &secret) { return "whsec_" + secret; }

Changed inUtf16(const QByteArray &secret)
{
    QByteArray out;
    for (const char c : secret)
        (out += c) += '\0';
    return out;
}

// One that is all ASCII has only one reading.
Changed inLatin1(const QByteArray &secret)
{
    QString text = QString::fromUtf8(secret);
    Changed out = text.toLatin1();
    wipe(text);
    return out;
}

QString tr(const char *text) { return QCoreApplication::translate("signature::Variants", text); }

} // namespace

Variants keyVariants()
{
    const auto one = [](int rank, const QString &clause, Variant::Change change) {
        return Variant{Cause::SecretDecoding, rank, clause, std::move(change)};
    };
    return {
        one(1, tr("the secret's text is the key, undecoded"), asText),
        one(1, tr("the key is what the secret gives when it is decoded from Base64"), asBase64),
        one(1, tr("the secret's text without its prefix is the key"), asTextWithoutPrefix),
        one(1, tr("the key is what the secret gives when it is decoded from hex"), asHex),
        one(1,
            tr("the key is the secret decoded from Base64 together with its prefix, as Node does "
               "it"),
            asNodeReadsBase64),
        one(1, tr("the key is the secret decoded from Base64 twice"), asBase64Twice),
        one(2, tr("the key is the secret's text with “whsec_” in front"), withPrefix),
        one(2,
            tr("the key is the secret decoded from Base64 together with its prefix, as Python "
               "does it"),
            asOthersReadBase64),
        one(2, tr("the key is the secret decoded from Base64 and then from hex"), asHexInBase64),
        one(2, tr("the key is the secret encoded in Base64"), inBase64),
        one(2, tr("the key is the secret encoded in hex"), inHex),
        one(2, tr("the key is the secret decoded from Base64 and written in hex"), decodedInHex),
        one(2, tr("the key is the SHA-256 digest of the secret"),
            hashed<QCryptographicHash::Sha256>),
        one(3, tr("the key is the SHA-256 digest of the secret, in hex"),
            hashedHex<QCryptographicHash::Sha256>),
        one(3, tr("the key is the MD5 digest of the secret, in hex"),
            hashedHex<QCryptographicHash::Md5>),
        one(3, tr("the key is the SHA-1 digest of the secret"), hashed<QCryptographicHash::Sha1>),
        one(3, tr("the key is the secret in lower case"), lower),
        one(3, tr("the key is the secret in upper case"), upper),
        one(3, tr("the key is the secret in UTF-16"), inUtf16),
        one(3, tr("the key is the secret in Latin-1"), inLatin1),
    };
}

} // namespace signature
