// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/signer.h"
#include "signature/verifier.h"
#include "support/vectors.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include "ownschemes.h"

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
    auto scheme = own::schemeById(one.scheme);
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

// A form whose values hold a line feed and a NUL, and the secret that the own scheme has.
inline SnippetCase ownCase(const signature::Scheme &scheme)
{
    SnippetCase one{
        .name = scheme.id, .scheme = scheme.id, .url = "https://example.com/in?a=1&b=2"};
    one.request = {.method = "POST", .target = "/in?a=1&b=2"};
    one.request.fields.append(http::Field{"Content-Type", "application/x-www-form-urlencoded"});
    one.request.body
        = "Title=a%0Ab&Note=x%00y&Body=two%0Alines&Body=one&Body=two%0Alines&Bod=y%0A1&B=";
    one.secret = "top$secret";
    for (const signature::KeyStep &step : scheme.key) {
        using Kind = signature::KeyStep::Kind;
        if (step.kind == Kind::StripPrefix)
            one.secret.prepend(step.text);
        else if (step.kind == Kind::Base64)
            one.secret = one.secret.toBase64();
        else if (step.kind == Kind::Hex)
            one.secret = one.secret.toHex();
    }
    QByteArray text(one.secret.constData(), one.secret.size()); // it is wiped
    const auto secret = signature::Secret::take(u"one"_s, text);
    const auto made = signature::sign(scheme, *secret, one.request, {}, {.url = one.url});
    if (!made)
        qFatal("%s: %s", qPrintable(scheme.id), qPrintable(core::describe(made.error())));
    one.request = *made;
    return one;
}

inline void sign(SnippetCase &one, const QByteArray &key)
{
    using Mac = QMessageAuthenticationCode;
    for (http::Field &field : one.request.fields) {
        if (field.name == "X-Sign")
            field.value = Mac::hash(one.request.body, key, QCryptographicHash::Sha256).toHex();
    }
}

// What a sender or a forger might send of an own scheme, besides what vectors are changed to.
inline QList<SnippetCase> ownCases(const signature::Scheme &scheme)
{
    const SnippetCase original = ownCase(scheme);
    QList<SnippetCase> all = variantsOf(original);
    SnippetCase changed = original;
    changed.name = original.name + u": its form lost line feeds and NULs"_s;
    changed.request.body.replace("%0A", "").replace("%00", "");
    all.append(changed);
    changed = original;
    changed.name = original.name + u": another secret of the prefix's form"_s;
    changed.secret = "abc(" + original.secret.sliced(4);
    sign(changed, original.secret.sliced(4));
    all.append(changed);
    changed.name = original.name + u": the secret cannot be decoded, the key is that of nothing"_s;
    changed.secret = "!!!";
    sign(changed, QCryptographicHash::hash({}, QCryptographicHash::Sha1));
    all.append(changed);
    return all;
}

inline QList<SnippetCase> allCases()
{
    QList<SnippetCase> all;
    for (const signature::Scheme &scheme : own::schemes())
        all.append(ownCases(scheme));
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
