// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/catalogue.h"
#include "signature/schemejson.h"

// Schemes as a user may write them, with what no scheme of the catalogue has.
namespace own
{

using namespace Qt::Literals::StringLiterals;

struct Rule {
    const char *id;
    const char *type;
    const char *key;
    const char *message;
    const char *more = "";
};

inline signature::Scheme scheme(const Rule &rule)
{
    const QByteArray json = R"({"id":")" + QByteArray(rule.id)
        + R"(","name":"Own","verify":{"type":")" + rule.type + R"(","hash":"sha256","key":[)"
        + rule.key + R"(],"signature":{"from":"header:X-Sign"},"message":")" + rule.message + '"'
        + rule.more + "}}";
    const auto read = signature::readScheme(json);
    if (!read)
        qFatal("%s", qPrintable(core::describe(read.error())));
    return *read;
}

inline const QList<signature::Scheme> &schemes()
{
    static const QList<signature::Scheme> all{
        scheme({"own_form", "hmac", R"("utf8")", "{form_sorted}"}),
        scheme(
            {"own_form_with_url", "hmac", R"("utf8")", "{url_noquery}{form:Title}{form_sorted}"}),
        scheme({"own_two_form_values", "hmac", R"("utf8")", "{form:Title}.{form:Note}"}),
        scheme({"own_two_query_values", "hmac", R"("utf8")", "{query:a}.{query:b}.{body}"}),
        scheme({"own_dotted_prefix", "hmac", R"("strip_prefix:a.c(")", "{body}"}),
        scheme({"own_hashed_key", "hmac", R"("base64","sha1")", "{body}"}),
        scheme({"own_hashed_hex_key", "hmac", R"("hex","sha1")", "{body}"}),
        scheme({"own_secret_with_prefix", "digest", R"("strip_prefix:k\"_")",
                "{secret}{url_noquery}{body}"}),
        scheme({"own_secret_with_suffix", "digest", R"("utf8","suffix:\"%1&")",
                "{secret}.{url_noquery}.{body}"}),
        scheme({"own_body_digest", "hmac", R"("utf8")", "{header:X-Body-Digest}",
                R"(,"body_digest":{"from":"header:X-Body-Digest","hash":"sha256"})"}),
        scheme({"own_strange_literal", "hmac", R"("utf8","suffix:%1$x")",
                R"(%1é\u202e\u0001\u0000\u007f'\"$#{body})"}),
        scheme({"own_strange_first_literal", "hmac", R"("utf8")", R"(é%2\\\u0085\u2028\\{body})"}),
    };
    return all;
}

inline QList<signature::Scheme> andAll() { return signature::allSchemes() + schemes(); }

inline std::optional<signature::Scheme> schemeById(const QString &id)
{
    for (const signature::Scheme &scheme : schemes()) {
        if (scheme.id == id)
            return scheme;
    }
    return signature::schemeById(id);
}

} // namespace own
