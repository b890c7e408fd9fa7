// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/handshake.h"
#include "signature/jwsrule.h"
#include "signature/keyrule.h"
#include "signature/signatureform.h"

#include <QStringList>

namespace signature
{

enum class Type : quint8 { Hmac, KeyedDigest, Ed25519, Ecdsa, Rsa, Jws, Token, Basic };
enum class Hash : quint8 { Md5, Sha1, Sha256, Sha384, Sha512 };
enum class Unit : quint8 { Seconds, Milliseconds, SecondsOrMilliseconds, Iso8601, HttpDate };
enum class UrlVariant : quint8 {
    AsIs,
    StripPort,
    AddStandardPort,
    LowerQuery,
    DecodeMarks,
    OtherSlash,
};

// How far an entry is to be trusted: what backs it.
enum class Trust : quint8 { OfficialVector, OfficialText, ThirdParties, OneThirdParty, Own };

struct TimeRule {
    Place from;
    Unit unit = Unit::Seconds;
    std::optional<qint64> tolerance; // in seconds; without one no age is judged
    bool pastOnly = false; // never says "future"
    bool exclusive = false; // an age of exactly the tolerance is outside

    bool operator==(const TimeRule &) const = default;
};

// A digest of the body that the request carries where the signature covers it.
struct BodyDigest {
    Place from;
    Hash hash = Hash::Sha256;
    Encoding encoding = Encoding::Hex;

    bool operator==(const BodyDigest &) const = default;
};

// How a sender signs, as data.
struct Scheme {
    QString id; // empty: there is none
    QString name;
    QString family; // for grouping
    Trust trust = Trust::Own;
    bool confirmed = false; // read at the provider or reproduced, not only heard of
    bool placesConfirmed = false; // the same for the event's places
    QString secretNote; // what the secret looks like, for people
    QStringList quirks;
    QStringList sources;

    Places eventType; // the first one that is there counts
    Places deliveryId;
    Places account;

    Type type = Type::Hmac;
    Hash hash = Hash::Sha256;
    QList<KeyStep> key;
    std::optional<KeyFormat> keyFormat; // of a public key; without one `key` makes it
    Places signature;
    SignatureForm form;
    Encoding encoding = Encoding::Hex;
    MessageTemplate message;
    MessageTemplate otherMessage; // that counts as well when it is signed; else empty
    std::optional<TimeRule> time;
    QList<Requirement> require;
    std::optional<BodyDigest> bodyDigest;
    QList<UrlVariant> urlVariants; // of the URL, the usual one first; none: as it is
    QByteArray each; // JSON pointer to the array whose elements are signed one by one
    std::optional<Place> jsonFrom; // where the JSON text stands; else it is the body
    JwsRule jws;
    std::optional<Handshake> handshake;
    bool coversBody = false; // whether altering the body breaks the signature

    bool operator==(const Scheme &) const = default;
};

// The header that carries the signature, the timestamp; empty: it stands elsewhere. Of several
// headers the first that is among the fields, else the first of all.
QByteArray signatureHeader(const Scheme &scheme, const http::Fields &fields = {});
QByteArray timestampHeader(const Scheme &scheme);

} // namespace signature
