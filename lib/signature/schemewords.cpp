// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/schemewords.h"

#include <array>
#include <utility>

namespace signature
{

namespace
{

template <typename Enum> struct Tokens;

template <> struct Tokens<Type> {
    static constexpr std::array all{
        std::pair{"hmac", Type::Hmac},       std::pair{"digest", Type::KeyedDigest},
        std::pair{"ed25519", Type::Ed25519}, std::pair{"ecdsa", Type::Ecdsa},
        std::pair{"rsa", Type::Rsa},         std::pair{"jws", Type::Jws},
        std::pair{"token", Type::Token},     std::pair{"basic", Type::Basic},
    };
};

template <> struct Tokens<Hash> {
    static constexpr std::array all{
        std::pair{"md5", Hash::Md5},       std::pair{"sha1", Hash::Sha1},
        std::pair{"sha256", Hash::Sha256}, std::pair{"sha384", Hash::Sha384},
        std::pair{"sha512", Hash::Sha512},
    };
};

template <> struct Tokens<Encoding> {
    static constexpr std::array all{
        std::pair{"hex", Encoding::Hex},
        std::pair{"base64", Encoding::Base64},
        std::pair{"base64url", Encoding::Base64Url},
    };
};

template <> struct Tokens<Unit> {
    static constexpr std::array all{
        std::pair{"s", Unit::Seconds},
        std::pair{"ms", Unit::Milliseconds},
        std::pair{"s_or_ms", Unit::SecondsOrMilliseconds},
        std::pair{"iso8601", Unit::Iso8601},
        std::pair{"http-date", Unit::HttpDate},
    };
};

template <> struct Tokens<Form> {
    static constexpr std::array all{
        std::pair{"plain", Form::Plain},     std::pair{"kv", Form::KeyValue},
        std::pair{"taglist", Form::TagList}, std::pair{"list", Form::List},
        std::pair{"pairs", Form::Pairs},     std::pair{"b64json", Form::Base64Json},
    };
};

template <> struct Tokens<UrlVariant> {
    static constexpr std::array all{
        std::pair{"asis", UrlVariant::AsIs},
        std::pair{"strip_port", UrlVariant::StripPort},
        std::pair{"add_std_port", UrlVariant::AddStandardPort},
        std::pair{"decode_marks", UrlVariant::DecodeMarks},
        std::pair{"other_slash", UrlVariant::OtherSlash},
        std::pair{"lower_query", UrlVariant::LowerQuery},
    };
};

template <> struct Tokens<KeyFormat> {
    static constexpr std::array all{
        std::pair{"pem", KeyFormat::Pem},
        std::pair{"pem-oneline", KeyFormat::PemOneLine},
        std::pair{"spki-base64", KeyFormat::SpkiBase64},
        std::pair{"ed25519-hex", KeyFormat::Ed25519Hex},
        std::pair{"ed25519-base64", KeyFormat::Ed25519Base64},
        std::pair{"x509-pem", KeyFormat::X509Pem},
        std::pair{"jwk", KeyFormat::Jwk},
    };
};

template <> struct Tokens<Trust> {
    static constexpr std::array all{
        std::pair{"official-vector", Trust::OfficialVector},
        std::pair{"official-source", Trust::OfficialText},
        std::pair{"third-party-multiple", Trust::ThirdParties},
        std::pair{"third-party-single", Trust::OneThirdParty},
        std::pair{"own", Trust::Own},
    };
};

// The colon: a text follows.
template <> struct Tokens<KeyStep::Kind> {
    using Kind = KeyStep::Kind;
    static constexpr std::array all{
        std::pair{"utf8", Kind::Utf8},      std::pair{"base64", Kind::Base64},
        std::pair{"hex", Kind::Hex},        std::pair{"strip_prefix:", Kind::StripPrefix},
        std::pair{"suffix:", Kind::Suffix}, std::pair{"nfkd", Kind::Nfkd},
        std::pair{"sha1", Kind::Sha1},      std::pair{"base64_behind:", Kind::Base64Behind},
    };
};

} // namespace

template <typename Enum> std::optional<Enum> fromToken(QByteArrayView token)
{
    for (const auto &[text, value] : Tokens<Enum>::all) {
        if (token == text)
            return value;
    }
    return {};
}

template <typename Enum> QByteArray token(Enum value)
{
    for (const auto &[text, known] : Tokens<Enum>::all) {
        if (known == value)
            return text;
    }
    Q_UNREACHABLE();
}

#define FOR_TOKENS_OF(Enum)                                                                        \
    template std::optional<Enum> fromToken<Enum>(QByteArrayView);                                  \
    template QByteArray token<Enum>(Enum);
FOR_TOKENS_OF(Type)
FOR_TOKENS_OF(Hash)
FOR_TOKENS_OF(Encoding)
FOR_TOKENS_OF(Unit)
FOR_TOKENS_OF(Form)
FOR_TOKENS_OF(UrlVariant)
FOR_TOKENS_OF(KeyFormat)
FOR_TOKENS_OF(Trust)
#undef FOR_TOKENS_OF

std::optional<KeyStep> keyStepFromToken(QByteArrayView token)
{
    const qsizetype colon = token.indexOf(':');
    const auto kind = fromToken<KeyStep::Kind>(colon < 0 ? token : token.first(colon + 1));
    if (!kind || colon + 1 == token.size())
        return {};
    return KeyStep{*kind, colon < 0 ? QByteArray() : token.sliced(colon + 1).toByteArray()};
}

QByteArray token(const KeyStep &step) { return token(step.kind) + step.text; }

} // namespace signature
