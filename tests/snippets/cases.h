// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/catalogue.h"
#include "signature/verifier.h"
#include "support/vectors.h"

using namespace Qt::Literals::StringLiterals;

// A call of a snippet, and the answer that the engine gives.
struct SnippetCase {
    QString name; // "stripe-01: the body has one byte more"
    QString scheme;
    http::Request request;
    QByteArray url;
    QByteArray secret;
    qint64 now = 0; // microseconds since the epoch
    bool genuine = false;
};

inline bool isGenuine(const SnippetCase &one)
{
    using signature::Freshness;
    auto scheme = signature::schemeById(one.scheme);
    scheme->urlVariants.clear(); // code for it is given the URL as signed
    QByteArray text(one.secret.constData(), one.secret.size()); // it is wiped
    const signature::Secrets secrets{signature::Secret::take(u"one"_s, text)};
    const signature::Verdict verdict
        = signature::verify(one.request, *scheme, secrets, one.now, {.url = one.url});
    return verdict.signature == signature::Signature::Verified
        && (verdict.freshness == Freshness::Fresh || verdict.freshness == Freshness::NotApplicable);
}

// When the vector does not tell: the time that stands in the request.
inline qint64 timeOf(const QJsonObject &vector)
{
    if (vector.contains(u"now"_s))
        return qint64(vector[u"now"].toDouble() * 1'000'000);
    const auto scheme = signature::schemeById(vector[u"scheme"].toString());
    const signature::Verdict verdict
        = signature::verify(vectors::requestOf(vector), *scheme, vectors::secretsOf(vector), 0,
                            vectors::contextOf(vector));
    return -verdict.ageSeconds.value_or(0) * 1'000'000;
}

// The request as it is, and changed so that it is not genuine any more.
inline QList<SnippetCase> variantsOf(const SnippetCase &original)
{
    QList<SnippetCase> all{original};
    SnippetCase changed = original;
    changed.name = original.name + u": the body has one byte more"_s;
    changed.request.body += ' ';
    all.append(changed);
    changed = original;
    changed.name = original.name + u": the secret is empty"_s;
    changed.secret.clear();
    all.append(changed);
    for (qsizetype row = 0; row < original.request.fields.size(); ++row) {
        const QString field = QString::fromUtf8(original.request.fields[row].name);
        // Code for a scheme takes the body for what the scheme says it is, and of numbered headers
        // any.
        if (field.compare("content-type"_L1, Qt::CaseInsensitive) == 0 || field.endsWith("-1"_L1))
            continue;
        changed = original;
        changed.name = original.name + u": without "_s + field;
        changed.request.fields.removeAt(row);
        all.append(changed);
        changed = original;
        changed.name = original.name + u": with nonsense as "_s + field;
        changed.request.fields[row].value = "\xC3\xA4=,\xFF;v1=.%";
        all.append(changed);
        changed = original;
        changed.name = original.name + u": in other letters "_s + field;
        changed.request.fields[row].name = changed.request.fields[row].name.toUpper();
        all.append(changed);
    }
    return all;
}

inline QList<SnippetCase> allCases()
{
    QList<SnippetCase> all;
    for (const QJsonObject &vector : vectors::all()) {
        if (vector[u"code"].toString() == "MALFORMED_SECRET"_L1 || vector.contains(u"parameters"_s))
            continue;
        SnippetCase one{.name = vector[u"id"].toString(),
                        .scheme = vector[u"scheme"].toString(),
                        .request = vectors::requestOf(vector),
                        .url = vectors::bytes(vector, u"url"_s),
                        .now = timeOf(vector)};
        for (const QByteArray &secret : vectors::secretTexts(vector)) {
            one.secret = secret;
            all.append(variantsOf(one));
        }
    }
    for (SnippetCase &one : all)
        one.genuine = isGenuine(one);
    return all;
}
